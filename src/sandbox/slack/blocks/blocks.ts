import type { Json } from '../json.ts';
import { jsonList, textOf } from '../json.ts';
import type { Check, Problem, Shape } from './check.ts';
import { boolean, byType, integer, list, object, oneOf, problem, string } from './check.ts';
import { anyText, imageSource, plainText, textShapes, url } from './composition.ts';
import {
  accessories,
  actionElements,
  contextActionElements,
  imageElement,
  inputElements,
} from './elements.ts';
import { LIMITS } from './limits.ts';
import { richTextBlock, richTextShape } from './rich-text.ts';
import { totalText } from './total-text.ts';

/** Where blocks can be shown. */
export type Surface = 'message' | 'modal' | 'home';

const blockId = { block_id: string({ min: 1, max: LIMITS.blockId }) };
const image = byType(imageElement);

/** Adds `block_id`, which every block may have. */
function named(shape: Shape): Shape {
  return { ...shape, optional: { ...shape.optional, ...blockId } };
}

const cell = byType({
  rich_text: richTextShape,
  raw_text: { required: { text: string({ min: 1, max: LIMITS.table.text }) } },
  raw_number: {
    required: {
      value: (value, at) => (typeof value === 'number' ? [] : problem(at, 'must be a number')),
      text: string({ min: 1, max: LIMITS.table.text }),
    },
  },
});
const rows = list(list(cell, { max: LIMITS.table.columns }), { max: LIMITS.table.rows });

function tableText(block: Json, at: string): readonly Problem[] {
  return totalText(block.rows) > LIMITS.table.text
    ? problem(at, `must be less than ${LIMITS.table.text + 1} characters in all cells`)
    : [];
}

const everywhere: Record<string, Shape> = {
  section: {
    optional: {
      text: anyText(LIMITS.section.text),
      fields: list(anyText(LIMITS.section.field), { max: LIMITS.section.fields }),
      accessory: byType(accessories),
      expand: boolean,
    },
    also: ({ text, fields }, at) =>
      text === undefined && fields === undefined ? problem(at, 'must have text or fields') : [],
  },
  header: { required: { text: plainText(LIMITS.header) } },
  divider: {},
  context: {
    required: {
      elements: list(byType({ ...textShapes(LIMITS.text), ...imageElement }), { max: LIMITS.context }),
    },
  },
  actions: { required: { elements: list(byType(actionElements), { max: LIMITS.actions }) } },
  image: { ...imageSource, optional: { ...imageSource.optional, title: plainText(LIMITS.image.title) } },
  rich_text: richTextShape,
  input: {
    required: { label: plainText(LIMITS.label), element: byType(inputElements) },
    optional: { hint: plainText(LIMITS.hint), optional: boolean, dispatch_action: boolean },
  },
  video: {
    required: {
      video_url: url,
      thumbnail_url: url,
      alt_text: string({ min: 1, max: LIMITS.video.altText }),
      title: plainText(LIMITS.video.title),
    },
    optional: {
      title_url: url,
      author_name: string({ min: 1, max: LIMITS.video.authorName }),
      provider_name: string({ min: 1, max: 255 }),
      provider_icon_url: url,
      description: plainText(LIMITS.video.description),
    },
  },
};

const alert: Record<string, Shape> = {
  alert: {
    required: { text: anyText(LIMITS.text) },
    optional: { level: oneOf(['default', 'info', 'warning', 'error', 'success']) },
  },
};

const card: Shape = {
  optional: {
    hero_image: image,
    icon: image,
    title: byType({ mrkdwn: textShape(LIMITS.card.title) }),
    subtitle: byType({ mrkdwn: textShape(LIMITS.card.subtitle) }),
    body: byType({ mrkdwn: textShape(LIMITS.card.body) }),
    actions: list(byType(actionElements), { max: LIMITS.card.actions }),
  },
  also: (value, at) =>
    ['hero_image', 'title', 'actions', 'body'].some((field) => value[field] !== undefined)
      ? []
      : problem(at, 'must have hero_image, title, actions or body'),
};

function textShape(max: number): Shape {
  return { required: { text: string({ min: 1, max }) }, optional: { verbatim: boolean } };
}

const inMessages: Record<string, Shape> = {
  markdown: { required: { text: string({ min: 1, max: LIMITS.markdown }) } },
  table: {
    required: { rows },
    optional: {
      column_settings: list(
        object({ optional: { align: oneOf(['left', 'center', 'right']), is_wrapped: boolean } }),
        { max: LIMITS.table.columns },
      ),
    },
    also: tableText,
  },
  data_table: {
    required: { rows, caption: string({ min: 1, max: LIMITS.text }) },
    optional: {
      page_size: integer({ min: 1, max: LIMITS.dataTable.pageSize }),
      row_header_column_index: integer({ min: 0, max: LIMITS.table.columns - 1 }),
    },
    also: tableText,
  },
  context_actions: {
    required: { elements: list(byType(contextActionElements), { max: LIMITS.contextActions }) },
  },
  file: { required: { external_id: string({ min: 1, max: 255 }), source: oneOf(['remote']) } },
  card,
  carousel: { required: { elements: list(byType({ card: named(card) }), { max: LIMITS.carousel }) } },
};

const contained = byType(namedAll({ ...everywhere, table: inMessages.table ?? {} }));

const container: Record<string, Shape> = {
  container: {
    required: { child_blocks: list(contained, { max: LIMITS.container.blocks }) },
    optional: {
      title: plainText(LIMITS.container.title),
      rich_text_title: richTextBlock,
      subtitle: anyText(LIMITS.container.title),
      width: oneOf(['narrow', 'standard', 'wide', 'full']),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  },
};

function namedAll(shapes: Record<string, Shape>): Record<string, Shape> {
  return Object.fromEntries(Object.entries(shapes).map(([type, shape]) => [type, named(shape)]));
}

const checks: Record<Surface, Check> = {
  message: byType(namedAll({ ...everywhere, ...alert, ...inMessages, ...container })),
  modal: byType(namedAll({ ...everywhere, ...alert })),
  home: byType(namedAll(everywhere)),
};

/** Ids that stand twice in a list. */
function repeated(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))].filter(
    (id) => ids.filter((other) => other === id).length > 1,
  );
}

/** All elements of a block that a person can use. */
export function elementsOf(block: Json): Json[] {
  return jsonList([block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])]);
}

function uniqueIds(blocks: readonly Json[], at: string): readonly Problem[] {
  const blockIds = repeated(blocks.map(({ block_id }) => textOf(block_id)));
  const actionIds = blocks.flatMap((block, index) =>
    repeated(elementsOf(block).map(({ action_id }) => textOf(action_id))).map((id) => ({
      at: `${at}/${index}`,
      message: `action_id ${id} already exists in this block`,
    })),
  );
  return [...blockIds.map((id) => ({ at, message: `block_id ${id} already exists` })), ...actionIds];
}

/** Rules over all blocks together: one table in a message, one focus in a view. */
function together(blocks: readonly Json[], at: string): readonly Problem[] {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  const focused = blocks.flatMap(elementsOf).filter(({ focus_on_load }) => focus_on_load === true).length;
  return [
    ...(tables > 1 ? problem(at, 'only one table allowed') : []),
    ...(focused > 1 ? problem(at, 'focus_on_load may be true for one element only') : []),
  ];
}

/**
 * Looks at blocks as Slack does before it shows them.
 *
 * @param at The JSON pointer of the list: `/blocks` or `/view/blocks`.
 * @returns What is wrong, empty when Slack takes them. Never throws, whatever the blocks are.
 */
export function checkBlocks(blocks: unknown, surface: Surface, at: string): readonly Problem[] {
  const problems = list(checks[surface], { min: 0, max: LIMITS.blocks[surface] })(blocks, at);
  const objects = jsonList(blocks);
  return [...problems, ...uniqueIds(objects, at), ...together(objects, at)];
}
