import { isJson } from '../json.ts';

/** Fields in which a block holds words that are shown. */
const SHOWN = new Set(['text', 'title', 'label', 'hint', 'caption', 'alt_text', 'fallback']);

/** The characters of all texts in a piece of Block Kit JSON, at any depth. */
export function totalText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, member) => sum + totalText(member), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [field, held]) =>
      sum + (typeof held === 'string' && SHOWN.has(field) ? held.length : totalText(held)),
    0,
  );
}
