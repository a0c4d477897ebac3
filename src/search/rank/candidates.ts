import type { CalendarDay } from '../../domain/calendar-day.ts';
import { touches } from '../../domain/period/compare-periods.ts';
import type { SearchDocument } from '../documents.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { Question } from '../question/question.ts';
import { isInState, isOfKind } from './hints.ts';

export interface Hinted {
  readonly index: SearchIndex;
  readonly question: Question;
  readonly today: CalendarDay;
}

/**
 * The slots of `projects` that hold no word of the question but are what its hints ask for: all lines of the project
 * that is numbered, of others those that agree with a hint. Where hints are all that there is, with every one of
 * them, if any line does.
 */
export function hintedSlots(
  { index, question, today }: Hinted,
  projects: Iterable<number>,
  hasWords: boolean,
): readonly number[] {
  const some: number[] = [];
  const full: number[] = [];
  for (const number of projects) {
    for (const slot of index.slotsOf(number)) {
      const document = index.at(slot)?.document;
      if (document === undefined) continue;
      const { agreeing, hints } = agreement(document, question, today);
      if (agreeing > 0 || number === question.projectNumber) some.push(slot);
      if (hints > 0 && agreeing === hints) full.push(slot);
    }
  }
  return hasWords || full.length === 0 ? some : full;
}

/** How many of the hints on kind, state and time the document agrees with, of how many. */
function agreement(
  document: SearchDocument,
  { kind, state, span }: Question,
  today: CalendarDay,
): { readonly agreeing: number; readonly hints: number } {
  let [agreeing, hints] = [0, 0];
  if (kind !== undefined) {
    hints += 1;
    agreeing += isOfKind(document, kind) ? 1 : 0;
  }
  if (state !== undefined) {
    hints += 1;
    agreeing += isInState(document, state, today) ? 1 : 0;
  }
  if (span !== undefined) {
    hints += 1;
    agreeing += document.periods.some((period) => period.precision !== 'always' && touches(period, span))
      ? 1
      : 0;
  }
  return { agreeing, hints };
}
