import type { EditionEntry } from '../../domain/edition.ts';
import type { Milestone } from '../../domain/milestone.ts';

type Column = Milestone['column'];

/** Entries of a project by the column in which the table shows them. */
export interface Columns {
  readonly progress: readonly EditionEntry[];
  readonly upcoming: readonly EditionEntry[];
}

/**
 * Moves what has come true since the last edition into the column of progress, and what had not on the day into the
 * column of what comes. An entry under which something remains stays as its heading, and what leaves it becomes an
 * entry (■) of its own. A past thing marked (参考) stays where the edition put it. Cancelled things are left out: the
 * table has no mark for them. What arrives stands behind what was there.
 */
export function placeEntries(columns: Columns): Columns {
  const progress = columns.progress.map((entry) => split(entry, 'progress'));
  const upcoming = columns.upcoming.map((entry) => split(entry, 'upcoming'));
  const stays = (parts: readonly Split[]) => parts.flatMap(({ here }) => here ?? []);
  const leaves = (parts: readonly Split[]) => parts.flatMap(({ there }) => there);
  return {
    progress: [...stays(progress), ...leaves(upcoming)],
    upcoming: [...stays(upcoming), ...leaves(progress)],
  };
}

interface Split {
  readonly here: EditionEntry | null;
  readonly there: readonly EditionEntry[];
}

function split(entry: EditionEntry, column: Column): Split {
  if (entry.state === 'cancelled') return { here: null, there: [] };
  const parts = entry.entries.map((below) => split(below, column));
  const here = parts.flatMap((part) => part.here ?? []);
  const there = parts.flatMap((part) => part.there);
  const isReference = /^[(（]参考[)）]/.test(entry.text);
  const belongs = isReference || columnOf(entry) === column;
  if (belongs || here.length > 0) {
    const state = isReference ? entry.state : stateIn[column];
    return { here: { ...entry, state, entries: here }, there: there.map(asEntry) };
  }
  const state = stateIn[columnOf(entry)];
  return { here: null, there: [{ ...entry, state, entries: there }] };
}

/** What a column says of its entries; that something was postponed stands in its date. */
const stateIn = { progress: 'achieved', upcoming: 'planned' } as const;

function columnOf({ state }: EditionEntry): Column {
  return state === 'achieved' ? 'progress' : 'upcoming';
}

function asEntry(entry: EditionEntry): EditionEntry {
  return { ...entry, mark: '■' };
}
