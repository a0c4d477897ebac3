import { addMonths, type CalendarDay, daysInMonth, makeDay, partsOf } from './calendar-day.ts';
import type { Indicator, Observation, Value } from './indicator.ts';

export const frequencies = [
  'monthly',
  'quarterly',
  'half-yearly',
  'fiscal-yearly',
  'calendar-yearly',
  'irregular',
] as const;
/** How often an indicator gets a value. Quarters and halves are those of the fiscal year. irregular: nobody waits. */
export type Frequency = (typeof frequencies)[number];

/** How often a value of an indicator comes, and how long after the time it speaks of. */
export interface Rhythm {
  readonly frequency: Frequency;
  /** Months from the end of that time to the day on which its value is published, 0–`longestLag`. */
  readonly lagMonths: number;
}

/** No statistic is five years late. */
export const longestLag = 60;

/** Where nobody has said otherwise: once a fiscal year, a quarter after its end. */
export const usualRhythm: Rhythm = { frequency: 'fiscal-yearly', lagMonths: 3 };

/**
 * The rhythm of an indicator of which the table names none. A state to be reached (実現) comes when it comes; a value
 * that holds for the end of December (R元.12) or for a year (R元) is one of calendar years; all else is as usual.
 */
export function assumedRhythm(target: Value, asOf: Observation['asOf']): Rhythm {
  if (target.kind === 'state') return { ...usualRhythm, frequency: 'irregular' };
  const isDecember = asOf?.last?.slice(5) === '12-31';
  return isDecember ? { ...usualRhythm, frequency: 'calendar-yearly' } : usualRhythm;
}

/**
 * The last day on which the next value of the indicator is in time: the end of the next period of its rhythm after
 * the time of its newest value, and then the months until it is published. Null where its rhythm is irregular, where
 * no value is, or where its as-of has no days.
 */
export function expectedBy({ current, rhythm }: Pick<Indicator, 'current' | 'rhythm'>): CalendarDay | null {
  const known = current?.asOf?.last ?? current?.asOf?.first ?? null;
  if (known === null || rhythm.frequency === 'irregular') return null;
  return endOfMonth(addMonths(nextEnd(known, endMonths[rhythm.frequency]), rhythm.lagMonths));
}

/** The months (1–12) with whose end a period ends. */
const endMonths: Readonly<Record<Exclude<Frequency, 'irregular'>, readonly number[]>> = {
  monthly: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarterly: [3, 6, 9, 12],
  'half-yearly': [3, 9],
  'fiscal-yearly': [3],
  'calendar-yearly': [12],
};

/** The first end of a period after the day. */
function nextEnd(day: CalendarDay, months: readonly number[]): CalendarDay {
  for (let ahead = 0; ; ahead += 1) {
    const end = endOfMonth(addMonths(day, ahead));
    if (end > day && months.includes(partsOf(end).month)) return end;
  }
}

function endOfMonth(day: CalendarDay): CalendarDay {
  const { year, month } = partsOf(day);
  return makeDay(year, month, daysInMonth(year, month)) ?? day;
}
