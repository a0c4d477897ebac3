import { createFields, type Fields } from '../elements/fields.ts';
import { instantOf, nearDay, wareki } from '../parts/calendar.ts';
import { byId, el } from '../parts/dom.ts';
import { type Keyed, showKeyed } from '../parts/keyed.ts';
import type { PageState } from '../protocol.ts';
import { drawMessage } from './message.ts';
import { type Line, messageLines } from './message-order.ts';
import { createSurface } from './surfaces.ts';
import { drawWelcome } from './welcome.ts';

export interface MessagesEvents {
  readonly send: (text: string) => void;
  readonly runShortcut: (callbackId: string, ts: string) => void;
}

export interface Messages {
  readonly show: (state: PageState, conversation: string) => void;
  /** Goes to the newest message, and follows what comes: somebody who has just sent something wants the answer. */
  readonly follow: () => void;
}

const NEAR_BOTTOM = 80;

/** The messages of the shown conversation. It stays at the newest one unless the reader has scrolled up. */
export function createMessages(events: MessagesEvents): Messages {
  const scroller = byId('messages');
  const list = byId('message-list');
  // So that the arrow keys can scroll it.
  scroller.tabIndex = 0;
  const fields = new Map<string, Fields>();
  let shown = '';
  let atBottom = true;
  let lastTop = 0;
  const look = () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only moving up lets go of the bottom: new content below also makes the distance grow.
    if (left < NEAR_BOTTOM) atBottom = true;
    else if (scroller.scrollTop < lastTop) atBottom = false;
    lastTop = scroller.scrollTop;
  };
  scroller.addEventListener('scroll', look, { passive: true });
  const toBottom = () => {
    if (!atBottom) return;
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  };
  // Pictures and opened keyboards change heights after the drawing.
  new ResizeObserver(toBottom).observe(list);
  new ResizeObserver(toBottom).observe(scroller);

  const fieldsOf = (key: string): Fields => {
    const kept = fields.get(key) ?? createFields();
    fields.set(key, kept);
    return kept;
  };

  const show: Messages['show'] = (state, conversation) => {
    look();
    const here = state.messages.filter((message) => message.conversation === conversation);
    const lines = messageLines(here, state.clock.timeZone);
    const place = `${state.me} ${conversation}`;
    if (place !== shown) atBottom = true;
    shown = place;
    const welcome = {
      key: 'welcome',
      signature: `${place} ${here.length === 0}`,
      draw: () => drawWelcome(state, events.send),
    };
    const items = lines.map((line) => keyed(line, { state, place, events, fieldsOf }));
    list.classList.toggle('fresh', here.length === 0);
    showKeyed(list, [welcome, ...items]);
    toBottom();
  };
  const follow = () => {
    atBottom = true;
    toBottom();
  };
  return { show, follow };
}

interface LineScene {
  readonly state: PageState;
  readonly place: string;
  readonly events: MessagesEvents;
  readonly fieldsOf: (key: string) => Fields;
}

function keyed(line: Line, { state, place, events, fieldsOf }: LineScene): Keyed {
  if (line.kind === 'day') {
    const words = dayWords(line.ts, state);
    return { key: `day ${line.key}`, signature: words, draw: () => drawDay(words) };
  }
  const { message, follows } = line;
  const key = `${place} ${message.ts}`;
  return {
    key,
    signature: JSON.stringify([message, follows, state.shortcuts]),
    draw: () => {
      const from = { kind: 'message', ts: message.ts, conversation: message.conversation } as const;
      const surface = createSurface({ state, from, fields: fieldsOf(key) });
      return drawMessage(message, { surface, follows, runShortcut: events.runShortcut });
    },
  };
}

function dayWords(ts: string, { clock }: PageState): string {
  const near = nearDay(instantOf(ts), new Date(clock.now), clock.timeZone);
  const day = wareki(instantOf(ts), clock.timeZone);
  return near === null ? day : `${near}　${day}`;
}

function drawDay(words: string): HTMLElement {
  return el('div', { class: 'day', role: 'separator' }, el('span', {}, words));
}
