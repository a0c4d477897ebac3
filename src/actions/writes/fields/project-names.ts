import type { Versioned } from '../../../domain/change.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { fold, foldWidth } from '../../../text/fold.ts';
import { readProjectNumber } from '../../../text/project-number.ts';
import { isRowOf, type RowOf } from '../drafts.ts';
import type { Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';
import { items, longest, requiredText } from './text.ts';

interface Among {
  /** The rows of all projects, also of those retired. */
  readonly projects: readonly Versioned[];
  /** The id of the project that is changed; null for a new one. */
  readonly self: string | null;
}

/** The highest number that a project can have. */
const highestNumber = 999;

/** A number that no other project has, also no retired one: 11, 第11, １１番. */
export function freeNumber(fields: Fields, among: Among): FieldReading<number> {
  const typed = requiredText(fields, { field: 'number', most: 20 });
  if (!typed.ok) return typed;
  const read = readProjectNumber(foldWidth(typed.value));
  const number = read === null || read.rest !== '' ? Number.NaN : Number(read.typed);
  if (!Number.isInteger(number) || number < 1) return refuse({ field: 'number', kind: 'not-a-number' });
  if (number > highestNumber) return refuse({ field: 'number', kind: 'too-large' });
  const taken = others(among).find(
    ({ snapshot }) => snapshot.number === number || names(String(number), snapshot),
  );
  return taken === undefined
    ? accept(number)
    : refuse({ field: 'number', kind: 'taken', by: taken.snapshot.name });
}

/** A name that is neither name nor alias of another project. */
export function freeProjectName(fields: Fields, among: Among): FieldReading<string> {
  const read = requiredText(fields, { field: 'name', most: longest.name });
  if (!read.ok) return read;
  const taken = others(among).find(({ snapshot }) => names(read.value, snapshot));
  return taken === undefined ? read : refuse({ field: 'name', kind: 'taken', by: taken.snapshot.name });
}

/** Aliases, parted by 、 , or lines: each once, and none that is name, alias or number of another project. */
export function freeAliases(fields: Fields, among: Among): FieldReading<readonly string[]> {
  const read = items(fields, { field: 'aliases', most: longest.alias, separator: /[、，,\r\n]/ });
  if (!read.ok) return read;
  const aliases = [...new Map(read.value.map((alias) => [fold(alias), alias])).values()];
  // What a merger has brought stays, although the retired project has the name as well.
  const fresh = aliases.filter((alias) => !ownAliases(among).includes(fold(alias)));
  const taken = others(among).find(({ snapshot }) => fresh.some((alias) => names(alias, snapshot)));
  return taken === undefined
    ? accept(aliases)
    : refuse({ field: 'aliases', kind: 'taken', by: taken.snapshot.name });
}

function others({ projects, self }: Among): readonly RowOf<'project'>[] {
  return projects.filter((row) => isRowOf(row, 'project')).filter(({ target }) => target.id !== self);
}

function ownAliases({ projects, self }: Among): readonly string[] {
  const own = projects.find(({ target }) => target.id === self);
  return own !== undefined && isRowOf(own, 'project') ? own.snapshot.aliases.map(fold) : [];
}

/** Whether the word means that project. */
function names(word: string, { number, name, aliases }: RowOf<'project'>['snapshot']): boolean {
  return [String(number), name, ...aliases].some((each) => fold(each) === fold(word));
}
