import { accept, refuse } from '../../../domain/outcome.ts';
import { frequencies, longestLag, type Rhythm } from '../../../domain/rhythm.ts';
import { foldWidth } from '../../../text/fold.ts';
import type { Fields } from '../write-verb.ts';
import { type FieldReading, readAll } from './all.ts';
import { oneOf } from './choice.ts';

/**
 * How often a value comes and how many months later, as a function of what it is where a field was left empty: what
 * was submitted by an older form says nothing of either.
 */
export function readRhythm(fields: Fields): FieldReading<(otherwise: Rhythm) => Rhythm> {
  const frequency =
    (fields.frequency ?? '') === ''
      ? accept(null)
      : oneOf(fields, { field: 'frequency', words: frequencies });
  const read = readAll({ frequency, lagMonths: readLag(fields) });
  if (!read.ok) return refuse(read.refusal[0] ?? { field: 'frequency', kind: 'unknown-choice' });
  const told = read.value;
  return accept((otherwise) => ({
    frequency: told.frequency ?? otherwise.frequency,
    lagMonths: told.lagMonths ?? otherwise.lagMonths,
  }));
}

/** 3, ３ or 3か月; null where nothing was typed. */
function readLag(fields: Fields): FieldReading<number | null> {
  const typed = foldWidth(fields.lag ?? '').trim();
  if (typed === '') return accept(null);
  const [, digits] = /^(\d{1,4})\s*(?:[かカヶケ]月|months?)?$/u.exec(typed) ?? [];
  const months = Number(digits ?? Number.NaN);
  return months <= longestLag
    ? accept(months)
    : refuse({ field: 'lag', kind: 'not-months', most: longestLag });
}
