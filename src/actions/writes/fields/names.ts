import { refuse } from '../../../domain/outcome.ts';
import { fold } from '../../../text/fold.ts';
import type { Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';
import { longest, requiredText } from './text.ts';

interface Others {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** The id of the thing that is renamed; null for a new one. */
  readonly self: string | null;
}

/** A name that no other thing has, however that one is written (width, case, kana). */
export function freeName(fields: Fields, { others, self }: Others): FieldReading<string> {
  const read = requiredText(fields, { field: 'name', most: longest.name });
  if (!read.ok) return read;
  const taken = others.find(({ id, name }) => id !== self && fold(name) === fold(read.value));
  return taken === undefined ? read : refuse({ field: 'name', kind: 'taken', by: taken.name });
}
