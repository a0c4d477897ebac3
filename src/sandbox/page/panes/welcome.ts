import { appMark } from '../parts/avatar.ts';
import { el } from '../parts/dom.ts';
import type { PageState } from '../protocol.ts';

const TRIALS = [
  { words: '', says: '10のプロジェクトを一覧する' },
  { words: ' 8', says: '8番の指標・進捗・予定を見る' },
  { words: ' 予定 今月', says: '今月の予定を見る' },
];

/** The beginning of a conversation: what this is, and three commands that a press sends. */
export function drawWelcome(state: PageState, send: (text: string) => void): HTMLElement {
  const command = state.bot.commands[0]?.command ?? '/project';
  const chips = TRIALS.map(({ words, says }) => {
    const text = `${command}${words}`;
    return el(
      'button',
      { type: 'button', class: 'trial', 'data-focus': text, onclick: () => send(text) },
      el('code', {}, text),
      el('span', {}, says),
    );
  });
  return el(
    'div',
    { class: 'welcome' },
    appMark(),
    el('h2', {}, `${state.bot.name} へようこそ`),
    el(
      'p',
      {},
      'これは、お使いのパソコンの中だけで動く Slack の練習場です。まず、下のどれかを押してみてください。',
    ),
    el('div', { class: 'trials' }, ...chips),
    el('p', { class: 'welcome-hint' }, '下の入力欄に「/」を打つと、使えるコマンドが並びます。'),
  );
}
