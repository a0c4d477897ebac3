import { addDays, addMonths, type CalendarDay } from '../calendar-day.ts';
import { fiscalYearOf } from '../fiscal-year.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { readEnglishMonth } from './english-month.ts';
import { foldDateCharacters } from './fold.ts';
import type { Period, Span } from './period.ts';
import { type PeriodRefusal, readPeriod } from './read-period.ts';
import { latestDay } from './refusal.ts';
import { relativeSpan, yearOfRelativeWord } from './relative-span.ts';

/** A span that somebody asked for, with the words they used. */
export type SpokenSpan = Span & { readonly text: string };

/** Why a text is not read as a span of days to look at. */
export type SpanRefusal =
  | PeriodRefusal
  /** 適宜, 未定: a period without days. */
  | { readonly kind: 'unbounded' }
  /** 6y, 2000日: `most` is the longest length of time in years. */
  | { readonly kind: 'too-long'; readonly most: number };

/** The longest length of time from today on, in years. */
const longestYears = 5;

/**
 * The days that a question means: 今週, 来月, 年度内, 2w, 3か月, 9月, R2.11, Nov 2020, or any period with days.
 * Weeks run from Monday to Sunday; lengths of time begin today; 9月 and 秋 are the next to come, or the present one.
 * A period without an end runs to the last day that is known to this module, one without a beginning starts today
 * or, if it ends before that, on its last day.
 */
export function readSpan(text: string, today: CalendarDay): Outcome<SpokenSpan, SpanRefusal> {
  const words = foldDateCharacters(text).trim().toLowerCase();
  const spoken = relativeSpan(words, today) ?? durationSpan(words, today);
  if (spoken === 'too-long') return refuse({ kind: 'too-long', most: longestYears });
  if (spoken !== null) return accept({ ...spoken, text });
  const period = readNextPeriod(text, { words, today });
  if (!period.ok) return period;
  const { first, last } = period.value;
  if (first === null && last === null) return refuse({ kind: 'unbounded' });
  const end = last ?? latestDay;
  return accept({ first: first ?? (today < end ? today : end), last: end, text });
}

const units: readonly { words: readonly string[]; days: number; months: number }[] = [
  { words: ['日間', '日', 'days', 'day', 'd'], days: 1, months: 0 },
  { words: ['週間', '週', 'weeks', 'week', 'w'], days: 7, months: 0 },
  {
    words: ['か月間', 'か月', 'ヶ月間', 'ヶ月', 'カ月', 'ヵ月', 'ケ月', '箇月', 'months', 'month', 'm'],
    days: 0,
    months: 1,
  },
  { words: ['年間', '年', 'years', 'year', 'y'], days: 0, months: 12 },
];

/** 2w, 10日間, 今後3か月, next 2 weeks: that long from today on, today included. Null for anything else. */
function durationSpan(words: string, today: CalendarDay): Span | 'too-long' | null {
  const [, digits = '', unitWord = ''] =
    /^(?:今後|これから|next |in )?\s*(\d{1,4}) ?([^\d\s]+)$/.exec(words) ?? [];
  const unit = units.find((candidate) => candidate.words.includes(unitWord));
  const count = Number(digits);
  // 2020年 is a year, not two thousand of them.
  if (unit === undefined || count === 0 || (unit.months === 12 && digits.length === 4)) return null;
  if (count * (unit.days / 366 + unit.months / 12) > longestYears) return 'too-long';
  const end = addMonths(addDays(today, count * unit.days), count * unit.months);
  return { first: today, last: addDays(end, -1) };
}

/** The period that is meant today, if the text leaves its year open. */
function readNextPeriod(
  text: string,
  { words, today }: { words: string; today: CalendarDay },
): Outcome<Period, PeriodRefusal> {
  const relative = yearOfRelativeWord(words, today);
  const named = readEnglishMonth(words) ?? relative?.rest ?? text;
  const context = relative ?? { fiscalYear: fiscalYearOf(today) };
  const read = readPeriod(named, { ...context, today });
  if (read.ok || read.refusal.kind !== 'year-needed') return read;
  const next = read.refusal.candidates.findLast(({ last }) => last === null || last >= today);
  return next === undefined ? read : accept(next);
}
