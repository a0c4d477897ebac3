import { type CalendarDay, calendarDay, partsOf } from './calendar-day.ts';
import type { Span } from './period/period.ts';

/** The fiscal year (年度) of a day, named by the western year in which it begins: 2021-03-31 is in 2020. */
export function fiscalYearOf(day: CalendarDay): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

/** A fiscal year's days: 1 April of `year` to 31 March of the next. `year` is 1–9998. */
export function fiscalYearSpan(year: number): Span {
  const written = (value: number) => String(value).padStart(4, '0');
  return {
    first: calendarDay(`${written(year)}-04-01`),
    last: calendarDay(`${written(year + 1)}-03-31`),
  };
}
