import { elementsOf } from '../blocks/blocks.ts';
import type { Json } from '../json.ts';
import { isJson, jsonList, textOf } from '../json.ts';
import type { Values } from '../state/views.ts';
import { HOLDINGS, stateValues } from '../state-values.ts';

/** Messages by block id. */
export type FieldErrors = Readonly<Record<string, string>>;

const REQUIRED = 'Please complete this required field.';

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function textError(element: Json, text: string): string | null {
  const { min_length: min, max_length: max = 3000 } = element;
  if (typeof min === 'number' && text.length < min) return `Please enter at least ${min} characters.`;
  return text.length > Number(max) ? `Please enter at most ${String(max)} characters.` : null;
}

function numberError(element: Json, text: string): string | null {
  const form = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(text)) return 'Please enter a valid number.';
  const { min_value: min, max_value: max } = element;
  if (min !== undefined && Number(text) < Number(min)) return `Please enter at least ${String(min)}.`;
  return max !== undefined && Number(text) > Number(max) ? `Please enter at most ${String(max)}.` : null;
}

/** What Slack's own client says of a filled field, by element type. */
function contentError(element: Json, value: unknown): string | null {
  const text = textOf(value) ?? '';
  switch (element.type) {
    case 'plain_text_input':
      return textError(element, text);
    case 'number_input':
      return numberError(element, text);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text) ? null : 'Please enter a valid URL.';
    default: {
      const max = element.max_selected_items;
      const tooMany = Array.isArray(value) && typeof max === 'number' && value.length > max;
      return tooMany ? `Please choose at most ${max}.` : null;
    }
  }
}

function blockError(block: Json, values: Values): string | null {
  const [element] = elementsOf(block);
  if (element === undefined) return null;
  const held = values[textOf(block.block_id) ?? '']?.[textOf(element.action_id) ?? ''];
  const holding = HOLDINGS[textOf(element.type) ?? ''];
  const value = isJson(held) && holding !== undefined ? held[holding.field] : null;
  if (isEmpty(value)) return block.optional === true ? null : REQUIRED;
  return contentError(element, value);
}

/**
 * What Slack's own client checks before a view is sent: required fields, lengths, numbers.
 *
 * @param values What was typed, over initial values.
 * @returns Messages by block id; none when the view may be sent.
 */
export function clientErrors(blocks: unknown, values: Values): FieldErrors {
  const state = stateValues(blocks, values);
  const errors = jsonList(blocks)
    .filter(({ type }) => type === 'input')
    .map((block) => [textOf(block.block_id) ?? '', blockError(block, state)] as const);
  return Object.fromEntries(errors.filter((entry): entry is [string, string] => entry[1] !== null));
}
