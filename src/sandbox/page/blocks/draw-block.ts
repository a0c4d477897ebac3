import { drawElement, unknownNote } from '../elements/draw-element.ts';
import { drawPicture } from '../elements/picture.ts';
import type { Surface } from '../elements/surface.ts';
import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { type Json, objectIn, objectsIn, stringIn, wordsIn } from '../parts/json.ts';
import { drawPlain, drawTextObject } from '../text/draw-text.ts';
import { drawInput } from './input.ts';
import { drawMarkdown } from './markdown.ts';
import { drawRichText } from './rich-text.ts';
import { drawTable } from './table.ts';

interface BlockScene {
  readonly surface: Surface;
  readonly blockId: string;
}

const DRAWERS: Readonly<Record<string, (block: Json, scene: BlockScene) => HTMLElement>> = {
  header: (block) => el('h3', { class: 'block header' }, ...drawPlain(wordsIn(block, 'text'))),
  divider: () => el('hr', { class: 'block' }),
  section: drawSection,
  context: drawContext,
  actions: drawActions,
  image: drawImage,
  input: drawInput,
  rich_text: (block, { surface }) =>
    el('div', { class: 'block rich' }, ...drawRichText(block, surface.state)),
  table: drawTable,
  markdown: (block) => el('div', { class: 'block markdown' }, ...drawMarkdown(stringIn(block, 'text'))),
  video: drawVideo,
  file: (block) =>
    el('div', { class: 'block placeholder' }, icon('file'), `ファイル ${stringIn(block, 'external_id')}`),
};

/** The blocks of a message, modal or Home tab, in order; afterwards the surface's fields know only what these hold. */
export function drawBlocks(blocks: readonly Json[], surface: Surface): HTMLElement {
  const drawn = blocks.map((block, at) => {
    const blockId = stringIn(block, 'block_id') || `block-${at}`;
    return drawBlock(block, { surface, blockId });
  });
  surface.fields.endDrawing();
  return el('div', { class: 'blocks' }, ...drawn);
}

function drawBlock(block: Json, scene: BlockScene): HTMLElement {
  const type = stringIn(block, 'type');
  const draw = Object.hasOwn(DRAWERS, type) ? DRAWERS[type] : undefined;
  return draw === undefined ? unknownNote(`この画面が知らないブロックです: ${type}`) : draw(block, scene);
}

function placeOf({ surface, blockId }: BlockScene) {
  return { surface, blockId, dispatches: true, names: null };
}

function drawSection(block: Json, scene: BlockScene): HTMLElement {
  const { state } = scene.surface;
  const text = objectIn(block, 'text');
  const accessory = objectIn(block, 'accessory');
  const fields = objectsIn(block, 'fields').map((field) => el('div', {}, drawTextObject(field, state)));
  return el(
    'div',
    { class: 'block section' },
    el(
      'div',
      { class: 'section-words' },
      text === null ? null : drawTextObject(text, state),
      fields.length === 0 ? null : el('div', { class: 'section-fields' }, ...fields),
    ),
    accessory === null ? null : el('div', { class: 'accessory' }, drawElement(accessory, placeOf(scene))),
  );
}

function drawContext(block: Json, { surface }: BlockScene): HTMLElement {
  const parts = objectsIn(block, 'elements').map((element) =>
    stringIn(element, 'type') === 'image'
      ? drawPicture(element, 'icon')
      : drawTextObject(element, surface.state),
  );
  return el('div', { class: 'block context' }, ...parts);
}

function drawActions(block: Json, scene: BlockScene): HTMLElement {
  const controls = objectsIn(block, 'elements').map((element) => drawElement(element, placeOf(scene)));
  return el('div', { class: 'block actions' }, ...controls);
}

function drawImage(block: Json): HTMLElement {
  const title = wordsIn(block, 'title');
  return el(
    'figure',
    { class: 'block image' },
    title === '' ? null : el('figcaption', {}, ...drawPlain(title)),
    drawPicture(block, 'full'),
  );
}

function drawVideo(block: Json): HTMLElement {
  return el('div', { class: 'block placeholder' }, icon('play'), `動画: ${wordsIn(block, 'title')}`);
}
