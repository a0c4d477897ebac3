import { appMark } from '../parts/avatar.ts';
import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { showKeyed } from '../parts/keyed.ts';
import type { PageState } from '../protocol.ts';
import { botConversation, isAppPlace, type ShownPlace } from './place.ts';

/** Draws the name of what is shown, and for the app its ホーム and メッセージ tabs. */
export function showHeading(
  root: HTMLElement,
  { state, place }: { readonly state: PageState; readonly place: ShownPlace },
  open: (place: ShownPlace) => void,
): void {
  const signature = JSON.stringify([state.conversations, place, state.bot.name, state.me]);
  const draw = () =>
    isAppPlace(place, state) ? drawApp(state, place, open) : drawConversation(state, place);
  showKeyed(root, [{ key: 'heading', signature, draw }]);
}

function drawConversation(state: PageState, place: ShownPlace): HTMLElement {
  const shown = state.conversations.find(({ id }) => place.kind === 'conversation' && id === place.id);
  const members = el('span', { class: 'members' }, icon('person'), `${shown?.members ?? 0}人`);
  const mark = shown?.kind === 'channel' ? icon('hash') : null;
  return el('div', { class: 'heading-line' }, el('h1', {}, mark, shown?.name ?? ''), members);
}

function drawApp(state: PageState, place: ShownPlace, open: (place: ShownPlace) => void): HTMLElement {
  const messages = botConversation(state);
  const tab = (label: string, target: ShownPlace) => {
    const current = target.kind === place.kind;
    const attributes = { type: 'button', role: 'tab', 'aria-selected': String(current), 'data-focus': label };
    return el('button', { ...attributes, class: 'tab', onclick: () => open(target) }, label);
  };
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'heading-line' },
      appMark(),
      el('h1', {}, state.bot.name),
      el('span', { class: 'badge' }, 'アプリ'),
    ),
    el(
      'div',
      { class: 'tabs', role: 'tablist' },
      tab('ホーム', { kind: 'home' }),
      messages === null ? null : tab('メッセージ', { kind: 'conversation', id: messages.id }),
    ),
  );
}
