import { type CalendarDay, daysInMonth, makeDay, weekdayOf } from '../calendar-day.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { Point } from './parse-point.ts';
import type { Span } from './period.ts';
import type { Reach } from './reach.ts';
import type { PeriodRefusal } from './refusal.ts';

/** The days of a point in the western year `year` (the fiscal year, if it is a part of one). */
export function spanOfPoint({ reach, weekday }: Point, year: number): Outcome<Span, PeriodRefusal> {
  const refusal = refusalOfReach(reach, year);
  if (refusal !== null) return refuse(refusal);
  const first = dayAtOffset(year, reach.fromMonth, reach.fromDay);
  const last = dayAtOffset(year, reach.toMonth, reach.toDay);
  const actual = weekdayOf(first);
  if (weekday !== null && weekday !== actual) {
    return refuse({ kind: 'wrong-weekday', day: first, written: weekday, actual });
  }
  return accept({ first, last });
}

/** What the calendar has against a reach in `year`; in any year, if that is null. Null if nothing. */
export function refusalOfReach(reach: Reach, year: number | null): PeriodRefusal | null {
  const named =
    reach.precision === 'day' || reach.precision === 'month' || reach.precision === 'part-of-month';
  // Only months that a person numbered can be wrong; seasons and fiscal parts count past December.
  if (named && (reach.fromMonth < 1 || reach.fromMonth > 12))
    return { kind: 'no-such-month', month: reach.fromMonth };
  // Without a year, 29 February is some year's day.
  const leapYear = 2000;
  const lastDay = daysInMonth(year ?? leapYear, ((reach.fromMonth - 1) % 12) + 1);
  if (reach.fromDay >= 1 && reach.fromDay <= lastDay) return null;
  return { kind: 'no-such-day', year, month: reach.fromMonth, day: reach.fromDay, lastDay };
}

/** Months over 12 are of the next year; a null day is the last one. */
function dayAtOffset(year: number, month: number, day: number | null): CalendarDay {
  const actualYear = month > 12 ? year + 1 : year;
  const actualMonth = month > 12 ? month - 12 : month;
  const made = makeDay(actualYear, actualMonth, day ?? daysInMonth(actualYear, actualMonth));
  if (made === null) throw new RangeError(`no day ${day} in ${actualYear}-${actualMonth}`);
  return made;
}
