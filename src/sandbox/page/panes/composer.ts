import { byId, el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { createListbox } from '../parts/listbox.ts';
import { attachMenu } from '../parts/menu.ts';
import type { PageState } from '../protocol.ts';
import { type Offer, offersFor } from './completion.ts';
import { createHistory } from './history.ts';

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
  const { box, input, problem, sendButton, plusButton, insertButtons } = drawComposer();
  const history = createHistory();
  let state: PageState | null = null;

  const take = (offer: Offer) => {
    if (offer.callbackId !== null) events.runShortcut(offer.callbackId);
    setText(offer.text ?? '');
    suggest();
  };
  const list = createListbox<Offer>({ input, anchor: box, host: box, label: '候補', onPick: take });
  const setText = (text: string) => {
    input.value = text;
    sendButton.disabled = text.trim() === '';
    input.focus();
  };
  const suggest = () => {
    sendButton.disabled = input.value.trim() === '';
    const { offers, eager } = state === null ? { offers: [], eager: false } : offersFor(input.value, state);
    if (offers.length === 0) list.hide();
    else list.show(offers, { active: eager ? 0 : -1, note: null });
  };
  const send = async (text: string) => {
    if (text.trim() === '' || input.readOnly) return;
    list.hide();
    input.readOnly = true;
    box.ariaBusy = 'true';
    problem.textContent = '';
    const wrong = await events.send(text);
    input.readOnly = false;
    box.ariaBusy = 'false';
    if (wrong === null) history.add(text);
    else problem.textContent = `送れませんでした。入力した内容は残っています。${wrong}`;
    setText(wrong === null ? '' : text);
  };
  const recall = (step: 1 | -1): boolean => {
    const walking = input.value === '' || history.isShowing(input.value);
    const text = walking ? history.step(step) : null;
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
  sendButton.onclick = () => void send(input.value);
  for (const [button, sign] of insertButtons) {
    button.onclick = () => {
      setText(sign === '/' ? '/' : `${input.value}@`);
      suggest();
    };
  }
  const menu = attachMenu(plusButton, () =>
    (state?.shortcuts ?? [])
      .filter(({ type }) => type === 'global')
      .map(({ name, callbackId }) => ({
        label: name,
        detail: state?.bot.name ?? '',
        checked: null,
        onPick: () => events.runShortcut(callbackId),
      })),
  );
  box.append(menu);
  byId('composer').append(box, problem);

  return {
    update(next, placeName) {
      state = next;
      const label = `${placeName} へのメッセージ`;
      input.placeholder = `${label}（「/」でコマンド）`;
      input.ariaLabel = label;
      plusButton.hidden = !next.shortcuts.some(({ type }) => type === 'global');
    },
    send: (text) => void send(text),
    focus: () => input.focus(),
  };
}

interface ComposerKeys {
  readonly list: {
    readonly isOpen: () => boolean;
    readonly hide: () => void;
    readonly move: (step: 1 | -1) => void;
    readonly active: () => Offer | null;
    readonly first: () => Offer | null;
  };
  readonly take: (offer: Offer) => void;
  readonly recall: (step: 1 | -1) => boolean;
  readonly send: () => void;
}

/** Whether the key meant something to the composer; false leaves it to the browser. */
function onComposerKey(event: KeyboardEvent, { list, take, recall, send }: ComposerKeys): boolean {
  const open = list.isOpen();
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const step = event.key === 'ArrowUp' ? -1 : 1;
    if (!open) return recall(step);
    list.move(step);
    return true;
  }
  if (event.key === 'Escape' && open) {
    list.hide();
    return true;
  }
  if (event.key === 'Tab' && !event.shiftKey && open) {
    const offer = list.active() ?? list.first();
    if (offer !== null) take(offer);
    return offer !== null;
  }
  if (event.key !== 'Enter' || event.shiftKey) return false;
  const active = open ? list.active() : null;
  if (active === null) send();
  else take(active);
  return true;
}

function drawComposer() {
  const input = el('textarea', { class: 'composer-input', rows: 1, 'data-focus': 'composer' });
  const tool = (name: 'plus' | 'at' | 'slash', label: string) =>
    el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label }, icon(name));
  const plusButton = tool('plus', 'ショートカット');
  const at = tool('at', 'メンションを入力');
  const slash = tool('slash', 'コマンドを入力');
  const sendButton = el(
    'button',
    { type: 'button', class: 'send', 'aria-label': '送信', disabled: true },
    icon('send'),
  );
  const tools = el(
    'div',
    { class: 'composer-tools' },
    plusButton,
    at,
    slash,
    el('span', { class: 'spinner' }),
    sendButton,
  );
  const box = el('div', { class: 'composer-box' }, input, tools);
  const problem = el('p', { class: 'composer-problem', role: 'alert' });
  const insertButtons = [
    [at, '@'],
    [slash, '/'],
  ] as const;
  return { box, input, problem, sendButton, plusButton, insertButtons };
}
