import type { Shape } from './check.ts';
import { boolean, byType, integer, list, object, oneOf, string } from './check.ts';
import { LIMITS } from './limits.ts';

const style = object({
  optional: { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
});
const word = string({ min: 1, max: LIMITS.blockId });
const address = string({ min: 1, max: LIMITS.url });
const run = string({ min: 1, max: LIMITS.messageText });
const many = 1000;

const text: Shape = { required: { text: run }, optional: { style } };
const link: Shape = { required: { url: address }, optional: { style, text: run, unsafe: boolean } };

const inline = byType({
  text,
  link,
  emoji: {
    required: { name: word },
    optional: { style, unicode: word, url: address, skin_tone: integer({ min: 1, max: 6 }) },
  },
  user: { required: { user_id: word }, optional: { style } },
  channel: { required: { channel_id: word }, optional: { style } },
  usergroup: { required: { usergroup_id: word }, optional: { style } },
  team: { required: { team_id: word }, optional: { style } },
  color: { required: { value: word }, optional: { style } },
  broadcast: { required: { range: oneOf(['here', 'channel', 'everyone']) }, optional: { style } },
  date: {
    required: { timestamp: integer({ min: 0, max: 9_999_999_999 }), format: word },
    optional: { style, url: address, fallback: run },
  },
});

const border = { border: integer({ min: 0, max: 1 }) };
const section: Shape = { required: { elements: list(inline, { min: 0, max: many }) } };

/** The shape of a `rich_text` block, which is also a table cell and the value of a rich text field. */
export const richTextShape: Shape = {
  required: {
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_quote: { ...section, optional: border },
        rich_text_preformatted: {
          required: { elements: list(byType({ text, link }), { min: 0, max: many }) },
          optional: { ...border, language: word },
        },
        rich_text_list: {
          required: {
            elements: list(byType({ rich_text_section: section }), { max: many }),
            style: oneOf(['bullet', 'ordered']),
          },
          optional: {
            ...border,
            indent: integer({ min: 0, max: 8 }),
            offset: integer({ min: 0, max: many }),
          },
        },
      }),
      { max: many },
    ),
  },
  optional: { block_id: string({ min: 1, max: LIMITS.blockId }) },
};

/** A `rich_text` block wherever one may stand alone. */
export const richTextBlock = byType({ rich_text: richTextShape });
