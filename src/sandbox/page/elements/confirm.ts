import { el } from '../parts/dom.ts';
import { type Json, objectIn, stringIn, wordsIn } from '../parts/json.ts';
import type { PageState } from '../protocol.ts';
import { drawPlain, drawTextObject } from '../text/draw-text.ts';

/** Asks what the element's `confirm` object asks; true at once when it has none. */
export function askFirst(element: Json, state: PageState): Promise<boolean> {
  const confirm = objectIn(element, 'confirm');
  return confirm === null ? Promise.resolve(true) : ask(confirm, state);
}

function ask(confirm: Json, state: PageState): Promise<boolean> {
  const danger = stringIn(confirm, 'style') === 'danger';
  const no = el(
    'button',
    { type: 'button', class: 'button' },
    ...drawPlain(wordsIn(confirm, 'deny') || 'キャンセル'),
  );
  const yes = el(
    'button',
    { type: 'button', class: danger ? 'button danger' : 'button primary' },
    ...drawPlain(wordsIn(confirm, 'confirm') || 'はい'),
  );
  const title = wordsIn(confirm, 'title');
  const dialog = el(
    'dialog',
    { class: 'dialog small', 'aria-label': title },
    el('header', { class: 'dialog-head' }, el('h2', {}, ...drawPlain(title))),
    el('div', { class: 'dialog-body' }, drawTextObject(objectIn(confirm, 'text'), state)),
    el('footer', { class: 'dialog-foot' }, no, yes),
  );
  document.body.append(dialog);
  dialog.showModal();
  yes.focus();
  return new Promise((resolve) => {
    no.onclick = () => dialog.close('no');
    yes.onclick = () => dialog.close('yes');
    dialog.onclose = () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    };
  });
}
