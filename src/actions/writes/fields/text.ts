import { mostCharacters, mostItems } from '../../../domain/limits.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { readText } from '../../../text/read-text.ts';
import type { FieldName, FieldProblem, Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';

/** The most characters of what people write, by what it is. */
export const longest = mostCharacters;

interface Asked {
  readonly field: FieldName;
  readonly most: number;
}

/** The text of a field that must be filled in. */
export function requiredText(fields: Fields, { field, most }: Asked): FieldReading<string> {
  const read = readText(fields[field] ?? '', most);
  return read.ok ? read : refuse({ field, ...read.refusal });
}

/** The text of a field that may be left empty; null where it is. */
export function optionalText(fields: Fields, asked: Asked): FieldReading<string | null> {
  const read = requiredText(fields, asked);
  return !read.ok && read.refusal.kind === 'missing' ? accept(null) : read;
}

/** The lines of a field, each a text by itself; empty ones are skipped. */
export function lines(fields: Fields, asked: Asked): FieldReading<readonly string[]> {
  return items(fields, { ...asked, separator: /\r\n|[\r\n]/ });
}

/** The items of a field, parted by `separator`, each a text by itself; empty ones are skipped. */
export function items(
  fields: Fields,
  { field, most, separator }: Asked & { readonly separator: RegExp },
): FieldReading<readonly string[]> {
  const found: string[] = [];
  for (const part of (fields[field] ?? '').split(separator)) {
    const read = readText(part, most);
    if (read.ok) found.push(read.value);
    else if (read.refusal.kind !== 'missing') return refuse<FieldProblem>({ field, ...read.refusal });
  }
  return found.length <= mostItems
    ? accept(found)
    : refuse({ field, kind: 'too-long', most: mostItems, length: found.length });
}
