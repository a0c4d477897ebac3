import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';

/** The message field with its buttons and the place for what went wrong. */
export function drawComposer() {
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
