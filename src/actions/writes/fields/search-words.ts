import { accept, refuse } from '../../../domain/outcome.ts';
import { isKana } from '../../../text/reading.ts';
import { foldForTokens } from '../../../text/tokens-fold.ts';
import type { Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';
import { items, optionalText, requiredText } from './text.ts';

/** Longer is no word: a question is 200 characters. */
export const longestTerm = 60;

interface Among {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** The id of the one that is changed; null for a new one. */
  readonly self: string | null;
}

/** The word itself: with a letter or a digit, and not listed yet, however it is written (width, case). */
export function freeTerm(fields: Fields, { others, self }: Among): FieldReading<string> {
  const read = requiredText(fields, { field: 'word', most: longestTerm });
  if (!read.ok) return read;
  if (!/[\p{L}\p{N}]/u.test(read.value)) return refuse({ field: 'word', kind: 'missing' });
  const taken = others.find(({ id, name }) => id !== self && isSameTerm(name, read.value));
  return taken === undefined ? read : refuse({ field: 'word', kind: 'taken', by: taken.name });
}

/** The reading, in kana; null where it is left empty. */
export function kanaOrNothing(fields: Fields): FieldReading<string | null> {
  const read = optionalText(fields, { field: 'reading', most: longestTerm });
  if (!read.ok || read.value === null) return read;
  return isKana(read.value.normalize('NFKC')) ? read : refuse({ field: 'reading', kind: 'not-kana' });
}

/** Words parted by 、 , or lines, each once. */
export function terms(fields: Fields, field: 'parts' | 'means'): FieldReading<readonly string[]> {
  const read = items(fields, { field, most: longestTerm, separator: /[、，,\r\n]/ });
  if (!read.ok) return read;
  return accept([...new Map(read.value.map((each) => [termOf(each), each])).values()]);
}

/** Whether the search takes both for the same. */
export function isSameTerm(one: string, other: string): boolean {
  return termOf(one) === termOf(other);
}

/** Whether the part stands in the word, and is not all of it. */
export function isInside(part: string, word: string): boolean {
  return termOf(word).includes(termOf(part)) && !isSameTerm(part, word);
}

function termOf(text: string): string {
  return foldForTokens(text).text.trim();
}
