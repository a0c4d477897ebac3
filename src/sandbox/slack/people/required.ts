import { elementsOf } from '../blocks/blocks.ts';
import type { Json } from '../json.ts';
import { isJson, jsonList, textOf } from '../json.ts';
import type { Values } from '../state/views.ts';
import { HOLDINGS, stateValues } from '../state-values.ts';
import type { ClientWords } from './client-words.ts';

/** Messages by block id. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Characters that a text field takes when the bot named no limit. */
const TEXT_LIMIT = 3000;

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function textError(element: Json, text: string, words: ClientWords): string | null {
  const { min_length: min, max_length } = element;
  const max = typeof max_length === 'number' ? max_length : TEXT_LIMIT;
  if (typeof min === 'number' && text.length < min) return words.tooShort(min);
  return text.length > max ? words.tooLong(max) : null;
}

function numberError(element: Json, text: string, words: ClientWords): string | null {
  const form = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(text)) return words.number;
  const min = textOf(element.min_value);
  const max = textOf(element.max_value);
  if (min !== null && Number(text) < Number(min)) return words.tooSmall(min);
  return max !== null && Number(text) > Number(max) ? words.tooLarge(max) : null;
}

/** What Slack's own client says of a filled field, by element type. */
function contentError(element: Json, value: unknown, words: ClientWords): string | null {
  const text = textOf(value) ?? '';
  switch (element.type) {
    case 'plain_text_input':
      return textError(element, text, words);
    case 'number_input':
      return numberError(element, text, words);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? null : words.email;
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text) ? null : words.url;
    default: {
      const max = element.max_selected_items;
      return Array.isArray(value) && typeof max === 'number' && value.length > max
        ? words.tooMany(max)
        : null;
    }
  }
}

function blockError(block: Json, values: Values, words: ClientWords): string | null {
  const [element] = elementsOf(block);
  if (element === undefined) return null;
  const held = values[textOf(block.block_id) ?? '']?.[textOf(element.action_id) ?? ''];
  const holding = HOLDINGS[textOf(element.type) ?? ''];
  const value = isJson(held) && holding !== undefined ? held[holding.field] : null;
  if (isEmpty(value)) return block.optional === true ? null : words.required;
  return contentError(element, value, words);
}

/**
 * What Slack's own client checks before a view is sent: required fields, lengths, numbers.
 *
 * @param values What was typed, over initial values.
 * @returns Messages by block id; none when the view may be sent.
 */
export function clientErrors(blocks: unknown, values: Values, words: ClientWords): FieldErrors {
  const state = stateValues(blocks, values);
  const errors = jsonList(blocks)
    .filter(({ type }) => type === 'input')
    .map((block) => [textOf(block.block_id) ?? '', blockError(block, state, words)] as const);
  return Object.fromEntries(errors.filter((entry): entry is [string, string] => entry[1] !== null));
}
