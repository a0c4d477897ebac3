/** The page of the sandbox: puts the panes together and redraws them whenever the sandbox tells a new state. */

import { prepareClock, showClock } from './panes/clock.ts';
import { createComposer } from './panes/composer.ts';
import { prepareDrawers } from './panes/drawers.ts';
import { showHeading } from './panes/heading.ts';
import { createHome } from './panes/home.ts';
import { showLog } from './panes/log.ts';
import { createMessages } from './panes/messages.ts';
import { createModal } from './panes/modal.ts';
import { createPersonSwitch } from './panes/people.ts';
import { type ShownPlace, validPlace } from './panes/place.ts';
import { showRefusals } from './panes/refusals.ts';
import { showSidebar } from './panes/sidebar.ts';
import { post } from './parts/api.ts';
import { byId } from './parts/dom.ts';
import { showNotice } from './parts/notice.ts';
import { createStream } from './parts/stream.ts';
import type { PageState } from './protocol.ts';

let state: PageState | null = null;
let place: ShownPlace = { kind: 'home' };
let chosen: ShownPlace | null = null;

const drawers = prepareDrawers();
const showModal = createModal();
const showHome = createHome();
const composer = createComposer({ send: say, runShortcut: (callbackId) => runShortcut(callbackId, null) });
const messages = createMessages({ send: composer.send, runShortcut });
const stream = createStream({ onState: redraw, onConnection: showConnection });
const showPerson = createPersonSwitch(watchAs);
prepareClock();
stream.watchAs(new URLSearchParams(location.search).get('as'));

function redraw(next: PageState): void {
  const first = state === null;
  const sameReader = state?.me === next.me;
  state = next;
  place = validPlace(chosen, next);
  if (place.kind === 'home' && !sameReader) askForHome(next.me);
  showClock(next);
  showPerson(next);
  showRefusals(next);
  showLog(next);
  showPlace(next);
  showModal(next);
  byId('page').hidden = false;
  if (first && next.modals.length === 0) composer.focus();
}

function showPlace(now: PageState): void {
  showSidebar(byId('sidebar-list'), { state: now, place }, open);
  showHeading(byId('heading'), { state: now, place }, open);
  byId('home').hidden = place.kind !== 'home';
  byId('conversation').hidden = place.kind === 'home';
  if (place.kind === 'home') showHome(now);
  else showConversation(now, place.id);
}

function showConversation(now: PageState, id: string): void {
  const shown = now.conversations.find((conversation) => conversation.id === id);
  composer.update(now, shown?.kind === 'channel' ? `#${shown.name}` : (shown?.name ?? ''));
  messages.show(now, id);
}

function open(next: ShownPlace): void {
  if (state === null) return;
  chosen = next;
  place = validPlace(chosen, state);
  drawers.closeSidebar();
  showPlace(state);
  if (next.kind === 'conversation') composer.focus();
  else askForHome(state.me);
}

/** Slack tells the bot that somebody looks at its Home; the bot then publishes it. */
function askForHome(as: string): void {
  void post('home', { as }).then((answer) => (answer.ok ? null : showNotice(answer.error)));
}

async function say(text: string): Promise<string | null> {
  if (state === null || place.kind !== 'conversation') return '会話が開かれていません。';
  messages.follow();
  const answer = await post('say', { as: state.me, conversation: place.id, text });
  return answer.ok ? null : answer.error;
}

function runShortcut(callbackId: string, ts: string | null): void {
  if (state === null || place.kind !== 'conversation') return;
  const body = { as: state.me, callbackId, conversation: place.id, ts };
  void post('shortcut', body).then((answer) => (answer.ok ? null : showNotice(answer.error)));
}

function watchAs(person: string): void {
  // Two windows can be two people: the address says who this one is.
  history.replaceState(null, '', `?as=${encodeURIComponent(person)}`);
  stream.watchAs(person);
}

function showConnection(connected: boolean): void {
  byId('connection').hidden = connected;
  byId('page').hidden = false;
}
