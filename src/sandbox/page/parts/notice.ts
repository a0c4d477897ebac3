import { byId, el } from './dom.ts';
import { icon } from './icons.ts';

/** Says at the top of the page what went wrong; the newest message stands until it is closed. */
export function showNotice(words: string): void {
  const close = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'お知らせを閉じる', onclick: () => clearNotice() },
    icon('close'),
  );
  byId('notice').replaceChildren(
    el('div', { class: 'notice' }, icon('warning'), el('span', {}, words), close),
  );
}

function clearNotice(): void {
  byId('notice').replaceChildren();
}
