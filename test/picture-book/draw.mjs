// Runs in the sandbox's page: draws one message, modal or Home with the page's own drawing into #stage.

import { drawBlocks } from '/page/blocks/draw-block.js';
import { showFieldErrors } from '/page/blocks/input.js';
import { createFields } from '/page/elements/fields.js';
import { drawMessage } from '/page/panes/message.js';
import { drawFrame } from '/page/panes/modal-frame.js';
import { createSurface } from '/page/panes/surfaces.js';

const nothing = () => undefined;

const stateOf = (person) =>
  new Promise((resolve) => {
    const source = new EventSource(`/ui/stream?as=${person}`);
    source.onmessage = ({ data }) => {
      source.close();
      resolve(JSON.parse(data));
    };
  });

/** A chosen option with its words, as the page keeps it; tests name it by its value alone. */
function wholeValue(view, blockId, held) {
  const { element } = view.blocks.find(({ block_id }) => block_id === blockId) ?? {};
  const option = element?.options?.find(({ value }) => value === held.selected_option?.value);
  return option === undefined ? held : { ...held, selected_option: option };
}

const drawers = {
  message(state, { ts }) {
    const message = state.messages.find((each) => each.ts === ts);
    const surface = createSurface({ state, from: { kind: 'message', ts }, fields: createFields() });
    return drawMessage(message, { surface, runShortcut: nothing, follows: false });
  },
  modal(state, { errors, values }) {
    const view = state.modals.at(-1);
    const fields = createFields();
    for (const [block, held] of Object.entries(values ?? {}))
      for (const [action, value] of Object.entries(held))
        fields.set(block, action, wholeValue(view, block, value));
    const surface = createSurface({ state, from: { kind: 'view', viewId: view.id }, fields });
    const frame = drawFrame(view, { blocks: drawBlocks(view.blocks, surface), back: null, onClose: nothing });
    showFieldErrors(frame.form, errors ?? {});
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.open = true;
    dialog.append(frame.form);
    return dialog;
  },
  home(state) {
    const { home } = state;
    const surface = createSurface({ state, from: { kind: 'view', viewId: home.id }, fields: createFields() });
    const view = document.createElement('div');
    view.className = 'home-view';
    view.append(drawBlocks(home.blocks, surface));
    return view;
  },
};

/** Chromium words fields of its own in the language of its machine: here they are worded in that of the person. */
function wordNativeFields(drawn, { me, people }) {
  const isJapanese = people.find(({ id }) => id === me)?.locale.startsWith('ja');
  for (const field of drawn.querySelectorAll('input[type=time]')) field.type = 'text';
  for (const field of drawn.querySelectorAll('input[type=file]')) {
    field.type = 'text';
    field.value = '';
    field.placeholder = isJapanese ? 'ファイルを選択　選択されていません' : 'Choose file    No file chosen';
  }
}

window.drawScene = async (scene) => {
  const state = await stateOf(scene.as);
  const drawn = drawers[scene.kind](state, scene);
  wordNativeFields(drawn, state);
  const stage = document.createElement('div');
  stage.id = 'stage';
  stage.className = `stage ${scene.kind}`;
  stage.append(drawn);
  document.getElementById('page').style.display = 'none';
  document.getElementById('stage')?.remove();
  document.body.append(stage);
  document.activeElement?.blur?.();
  await Promise.all([...stage.querySelectorAll('img')].map((image) => image.decode()));
  const { scrollWidth, clientWidth } = document.documentElement;
  return { words: stage.textContent, overflows: scrollWidth > clientWidth };
};
