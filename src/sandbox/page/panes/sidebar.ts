import { appMark, avatar } from '../parts/avatar.ts';
import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { showKeyed } from '../parts/keyed.ts';
import type { PageConversation, PageState } from '../protocol.ts';
import { botConversation, isAppPlace, type ShownPlace } from './place.ts';

/** Draws channels, direct messages and apps into the list; `open` is called with what the reader chooses. */
export function showSidebar(
  root: HTMLElement,
  { state, place }: { readonly state: PageState; readonly place: ShownPlace },
  open: (place: ShownPlace) => void,
): void {
  const bot = botConversation(state);
  const channels = state.conversations.filter(({ kind }) => kind === 'channel');
  const direct = state.conversations.filter(({ kind, id }) => kind === 'im' && id !== bot?.id);
  const isCurrent = ({ id }: PageConversation) => place.kind === 'conversation' && place.id === id;
  const row = (conversation: PageConversation) =>
    drawRow({
      picture: conversation.kind === 'channel' ? icon('hash') : directAvatar(conversation, state),
      label: conversation.name,
      current: isCurrent(conversation),
      open: () => open({ kind: 'conversation', id: conversation.id }),
    });
  const app = drawRow({
    picture: appMark(),
    label: state.bot.name,
    current: isAppPlace(place, state),
    open: () => open({ kind: 'home' }),
  });
  const groups = [
    { title: 'チャンネル', rows: channels.map(row) },
    { title: 'ダイレクトメッセージ', rows: direct.map(row) },
    { title: 'アプリ', rows: [app] },
  ].filter(({ rows }) => rows.length > 0);
  const signature = JSON.stringify([state.conversations, place, state.me]);
  showKeyed(
    root,
    groups.map(({ title, rows }) => ({ key: title, signature, draw: () => drawGroup(title, rows) })),
  );
}

function directAvatar(conversation: PageConversation, state: PageState): HTMLElement {
  return avatar(state.people.find(({ realName }) => realName === conversation.name)?.id ?? '?', state);
}

function drawGroup(title: string, rows: readonly HTMLElement[]): HTMLElement {
  return el('section', { class: 'side-group' }, el('h2', {}, title), ...rows);
}

function drawRow(row: {
  readonly picture: Node;
  readonly label: string;
  readonly current: boolean;
  readonly open: () => void;
}): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'side-row',
      'data-focus': row.label,
      'aria-current': row.current ? 'page' : null,
      onclick: row.open,
    },
    row.picture,
    el('span', { class: 'side-label' }, row.label),
  );
}
