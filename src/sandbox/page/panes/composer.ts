import { byId } from '../parts/dom.ts';
import { createListbox } from '../parts/listbox.ts';
import { attachMenu } from '../parts/menu.ts';
import type { PageState } from '../protocol.ts';
import { type Offer, offersFor } from './completion.ts';
import { onComposerKey } from './composer-keys.ts';
import { drawComposer } from './composer-view.ts';
import { createHistory, type SentHistory } from './history.ts';

export interface ComposerEvents {
  /** Sends the text; the words of what went wrong, or null when it arrived. */
  readonly send: (text: string) => Promise<string | null>;
  readonly runShortcut: (callbackId: string) => void;
}

export interface Composer {
  readonly update: (state: PageState, placeName: string) => void;
  readonly send: (text: string) => void;
  readonly focus: () => void;
}

/** The message field at the bottom: completion, history, sending. What is typed stays until it has arrived. */
export function createComposer(events: ComposerEvents): Composer {
  const view = drawComposer();
  const { box, input } = view;
  const history = createHistory();
  let state: PageState | null = null;

  const setText = (text: string) => {
    input.value = text;
    view.sendButton.disabled = text.trim() === '';
    input.focus();
  };
  const take = (offer: Offer) => {
    if (offer.callbackId !== null) events.runShortcut(offer.callbackId);
    setText(offer.text ?? '');
    suggest();
  };
  const list = createListbox<Offer>({ input, anchor: box, host: box, label: '候補', onPick: take });
  const suggest = () => {
    view.sendButton.disabled = input.value.trim() === '';
    const { offers, eager } = state === null ? NOTHING : offersFor(input.value, state);
    if (offers.length === 0) list.hide();
    else list.show(offers, { active: eager ? 0 : -1, note: null });
  };
  const send = async (text: string) => {
    if (text.trim() === '' || input.readOnly) return;
    list.hide();
    const arrived = await sendWhileBusy(view, () => events.send(text));
    if (arrived) history.add(text);
    // A suggestion that was pressed leaves alone what stands in the field.
    const isDraft = input.value === text || input.value === '';
    setText(isDraft ? (arrived ? '' : text) : input.value);
  };
  const recall = (step: 1 | -1): boolean => {
    const text = earlier(history, input.value, step);
    if (text !== null) setText(text);
    return text !== null;
  };

  input.oninput = suggest;
  input.onblur = () => list.hide();
  input.onkeydown = (event) => {
    // Enter that ends a conversion of the Japanese input method sends nothing.
    if (event.isComposing || event.keyCode === 229) return;
    const handled = onComposerKey(event, { list, take, recall, send: () => void send(input.value) });
    if (handled) event.preventDefault();
  };
  view.sendButton.onclick = () => void send(input.value);
  const insert = (sign: string) => {
    setText(sign === '/' ? '/' : `${input.value}@`);
    suggest();
  };
  for (const [button, sign] of view.insertButtons) button.onclick = () => insert(sign);
  box.append(shortcutMenu(view.plusButton, events, () => state));
  byId('composer').append(box, view.problem);
  return {
    update(next, placeName) {
      state = next;
      showPlaceName(view, next, placeName);
    },
    send: (text) => void send(text),
    focus: () => input.focus(),
  };
}

const NOTHING = { offers: [], eager: false };

/** Up and Down walk through what was sent only from an empty field or from what they brought; else the caret moves. */
function earlier(history: SentHistory, value: string, step: 1 | -1): string | null {
  return value === '' || history.isShowing(value) ? history.step(step) : null;
}

type View = ReturnType<typeof drawComposer>;

/** Whether it arrived; what went wrong stands under the field. */
async function sendWhileBusy(view: View, send: () => Promise<string | null>): Promise<boolean> {
  const { box, input, problem } = view;
  input.readOnly = true;
  box.ariaBusy = 'true';
  problem.textContent = '';
  const wrong = await send();
  input.readOnly = false;
  box.ariaBusy = 'false';
  if (wrong !== null) problem.textContent = `送れませんでした。入力した内容は残っています。${wrong}`;
  return wrong === null;
}

function globalShortcuts(state: PageState | null) {
  return (state?.shortcuts ?? []).filter(({ type }) => type === 'global');
}

function shortcutMenu(
  button: HTMLButtonElement,
  { runShortcut }: ComposerEvents,
  current: () => PageState | null,
): HTMLElement {
  return attachMenu(button, () =>
    globalShortcuts(current()).map(({ name, callbackId }) => ({
      label: name,
      detail: current()?.bot.name ?? '',
      checked: null,
      onPick: () => runShortcut(callbackId),
    })),
  );
}

function showPlaceName({ input, plusButton }: View, state: PageState, placeName: string): void {
  const label = `${placeName} へのメッセージ`;
  input.placeholder = `${label}（「/」でコマンド）`;
  input.ariaLabel = label;
  plusButton.hidden = globalShortcuts(state).length === 0;
}
