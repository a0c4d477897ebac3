import { drawBlocks } from '../blocks/draw-block.ts';
import { showFieldErrors } from '../blocks/input.ts';
import { fieldProblems } from '../elements/check.ts';
import { createFields, type Fields } from '../elements/fields.ts';
import { post } from '../parts/api.ts';
import { byId, el } from '../parts/dom.ts';
import { isJson } from '../parts/json.ts';
import { focusKeyWithin, refocus } from '../parts/keyed.ts';
import type { PageState, PageView } from '../protocol.ts';
import { drawFrame, type Frame } from './modal-frame.ts';
import { createSurface } from './surfaces.ts';

/** The open modal: the top of the person's stack, in one dialog. What is typed survives a `views.update`. */
export function createModal(): (state: PageState) => void {
  const dialog = el('dialog', { class: 'dialog', id: 'modal' });
  document.body.append(dialog);
  const fields = new Map<string, Fields>();
  const closed = new Set<string>();
  let shown: { readonly key: string; readonly view: PageView } | null = null;
  let state: PageState | null = null;

  const close = (all: boolean) => {
    if (state === null || shown === null) return;
    for (const { id } of all ? state.modals : [shown.view]) closed.add(id);
    void post('close', { as: state.me, viewId: shown.view.id, all });
    update(state);
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(true);
  });

  const update = (next: PageState) => {
    state = next;
    const stack = next.modals.filter(({ id }) => !closed.has(id));
    for (const id of fields.keys()) if (!next.modals.some((view) => view.id === id)) fields.delete(id);
    const view = stack.at(-1);
    if (view === undefined) {
      shown = null;
      dialog.close();
      return;
    }
    const key = JSON.stringify([next.me, view, stack.length]);
    if (key === shown?.key && dialog.open) return;
    const same = shown?.view.id === view.id && dialog.open;
    shown = { key, view };
    const kept = fields.get(view.id) ?? createFields();
    fields.set(view.id, kept);
    showView(view, { dialog, state: next, fields: kept, same, depth: stack.length, close });
  };

  return update;
}

interface ModalScene {
  readonly dialog: HTMLDialogElement;
  readonly close: (all: boolean) => void;
  readonly state: PageState;
  readonly fields: Fields;
  /** The same view, updated by the bot while it is open. */
  readonly same: boolean;
  readonly depth: number;
}

/** Puts the view into the dialog; an update of the same view keeps the place and the focus. */
function showView(view: PageView, scene: ModalScene): void {
  const { dialog, state, fields, same, close } = scene;
  const surface = createSurface({ state, from: { kind: 'view', viewId: view.id }, fields });
  const focused = same ? focusKeyWithin(dialog) : null;
  const scrolled = dialog.querySelector('.dialog-body')?.scrollTop ?? 0;
  const frame = drawFrame(view, {
    blocks: drawBlocks(view.blocks, surface),
    back: scene.depth > 1 ? () => close(false) : null,
    onClose: close,
  });
  frame.form.onsubmit = (event) => {
    event.preventDefault();
    void submit(view, frame, scene);
  };
  dialog.setAttribute('aria-labelledby', frame.titleId);
  dialog.replaceChildren(frame.form);
  if (!dialog.open) dialog.showModal();
  if (same) frame.body.scrollTop = scrolled;
  if (focused !== null) refocus(dialog, focused);
  else if (!same) focusFirst(view, frame);
}

async function submit(view: PageView, frame: Frame, { state, fields }: ModalScene): Promise<void> {
  if (frame.form.ariaBusy === 'true') return;
  const values = fields.values();
  const problems = fieldProblems(view.blocks, values);
  showFieldErrors(frame.form, problems);
  frame.say('');
  if (Object.keys(problems).length > 0) return;
  frame.form.ariaBusy = 'true';
  const answer = await post('submit', { as: state.me, viewId: view.id, values });
  frame.form.ariaBusy = 'false';
  if (!answer.ok)
    return frame.say(
      `送信できませんでした。入力した内容は残っています。もう一度お試しください。（${answer.error}）`,
    );
  const { errors } = answer.body;
  if (!isJson(errors)) return;
  const words = Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, String(text)]));
  frame.say(showFieldErrors(frame.form, words).join('\n'));
}

/** The field that asks for the focus, else the first one, else the button that sends. */
function focusFirst(view: PageView, frame: Frame): void {
  const wanted = view.blocks.find((block) => isJson(block.element) && block.element.focus_on_load === true);
  const fields = [...frame.form.querySelectorAll<HTMLElement>('[data-block]')];
  const field = fields.find(({ dataset }) => dataset.block === wanted?.block_id) ?? fields[0];
  const control = field?.querySelector<HTMLElement>('input, textarea, select');
  (control ?? frame.submit ?? byId('modal').querySelector<HTMLElement>('.dialog-close'))?.focus();
}
