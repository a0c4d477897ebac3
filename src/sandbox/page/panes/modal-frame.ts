import { appMark } from '../parts/avatar.ts';
import { el, freshId } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import type { PageView } from '../protocol.ts';
import { drawPlain } from '../text/draw-text.ts';

export interface Frame {
  readonly form: HTMLFormElement;
  readonly body: HTMLElement;
  readonly submit: HTMLButtonElement | null;
  readonly titleId: string;
  /** Words above the buttons about the whole modal; empty takes them away. */
  readonly say: (words: string) => void;
}

/** Title bar, body and buttons of a modal. */
export function drawFrame(
  view: PageView,
  parts: {
    readonly blocks: HTMLElement;
    /** Leads to the modal below; null when there is none. */
    readonly back: (() => void) | null;
    readonly onClose: (all: boolean) => void;
  },
): Frame {
  const titleId = freshId('title');
  const body = el('div', { class: 'dialog-body' }, parts.blocks);
  const problem = el('p', { class: 'dialog-problem', role: 'alert' });
  const say = (words: string) => {
    problem.textContent = words;
  };
  const submit =
    view.submit === null
      ? null
      : el(
          'button',
          { type: 'submit', class: 'button primary', 'data-focus': 'submit' },
          el('span', { class: 'spinner' }),
          ...drawPlain(view.submit),
        );
  const cancel = el(
    'button',
    { type: 'button', class: 'button', 'data-focus': 'cancel', onclick: () => parts.onClose(false) },
    ...drawPlain(view.close ?? (view.submit === null ? '閉じる' : 'キャンセル')),
  );
  const form = el(
    'form',
    { class: 'dialog-form', novalidate: true },
    drawTitle(view, titleId, parts),
    body,
    problem,
    el('footer', { class: 'dialog-foot' }, cancel, submit),
  );
  return { form, body, submit, titleId, say };
}

function drawTitle(
  view: PageView,
  titleId: string,
  { back, onClose }: { readonly back: (() => void) | null; readonly onClose: (all: boolean) => void },
): HTMLElement {
  const action = (name: 'back' | 'close', label: string, onclick: () => void) =>
    el(
      'button',
      { type: 'button', class: `icon-button dialog-${name}`, 'aria-label': label, onclick },
      icon(name),
    );
  return el(
    'header',
    { class: 'dialog-head' },
    back === null ? appMark() : action('back', '前の画面へ戻る', back),
    el('h2', { id: titleId }, ...drawPlain(view.title)),
    action('close', '閉じる', () => onClose(true)),
  );
}
