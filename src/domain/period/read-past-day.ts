import type { CalendarDay } from '../calendar-day.ts';
import { fiscalYearOf } from '../fiscal-year.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { readEnglishMonth } from './english-month.ts';
import { foldDateCharacters } from './fold.ts';
import type { Period } from './period.ts';
import { type PeriodRefusal, readPeriod } from './read-period.ts';
import { relativeSpan, yearOfRelativeWord } from './relative-span.ts';

/** Why a text names no time that can be looked back at. */
export type PastRefusal =
  | PeriodRefusal
  /** R2.3～, 適宜: a period without an end. */
  | { readonly kind: 'endless' }
  /** `last`: the day with which it ends, after today. */
  | { readonly kind: 'not-over'; readonly last: CalendarDay };

/**
 * The last day of the time that somebody looks back at: R2.3, 令和2年3月末, 2020-03, 昨年度, 先月, Mar 2020. 3月 is the
 * last one that is over. Refuses what is no time, has no end, or has not come to its end on `today`.
 */
export function readPastDay(text: string, today: CalendarDay): Outcome<CalendarDay, PastRefusal> {
  const words = foldDateCharacters(text).trim().toLowerCase();
  const spoken = relativeSpan(words, today);
  if (spoken !== null) return overBy(spoken.last, today);
  const period = readLastPeriod(text, { words, today });
  if (!period.ok) return period;
  return period.value.last === null ? refuse({ kind: 'endless' }) : overBy(period.value.last, today);
}

function overBy(last: CalendarDay, today: CalendarDay): Outcome<CalendarDay, PastRefusal> {
  return last <= today ? accept(last) : refuse({ kind: 'not-over', last });
}

/** The period that is meant today, looking back, if the text leaves its year open. */
function readLastPeriod(
  text: string,
  { words, today }: { readonly words: string; readonly today: CalendarDay },
): Outcome<Period, PeriodRefusal> {
  const relative = yearOfRelativeWord(words, today);
  const named = readEnglishMonth(words) ?? relative?.rest ?? text;
  const context = relative ?? { fiscalYear: fiscalYearOf(today) };
  const read = readPeriod(named, { ...context, today });
  if (read.ok || read.refusal.kind !== 'year-needed') return read;
  const past = read.refusal.candidates.findLast(({ last }) => last !== null && last <= today);
  return past === undefined ? read : accept(past);
}
