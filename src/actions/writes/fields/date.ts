import { addDays, addMonths, type CalendarDay, calendarDay } from '../../../domain/calendar-day.ts';
import { mostCharacters } from '../../../domain/limits.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import type { Period } from '../../../domain/period/period.ts';
import { readPeriod } from '../../../domain/period/read-period.ts';
import { readText } from '../../../text/read-text.ts';
import type { FieldProblem, Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';

/** The date of the field `when`, its text as typed. A date without a year (6/11) is a problem with candidates. */
export function requiredPeriod(fields: Fields, today: CalendarDay): FieldReading<Period> {
  const text = readText(fields.when ?? '', mostCharacters.date);
  if (!text.ok) return refuse({ field: 'when', ...text.refusal });
  const read = readPeriod(text.value, { today });
  return read.ok ? read : refuse({ field: 'when', kind: 'period', refusal: read.refusal });
}

/** The date on which something was done: not one that lies wholly ahead. */
export function pastPeriod(fields: Fields, today: CalendarDay): FieldReading<Period> {
  const read = requiredPeriod(fields, today);
  return read.ok && isAhead(read.value, today) ? refuse(future(today)) : read;
}

/**
 * The time for which a value holds: with days, and not begun after the present month, so that R2.8 can be
 * reported on 24 August 2020.
 */
export function asOfPeriod(fields: Fields, today: CalendarDay): FieldReading<Period> {
  const read = requiredPeriod(fields, today);
  if (!read.ok) return read;
  const { first, last } = read.value;
  if (first === null && last === null) {
    return refuse({ field: 'when', kind: 'period', refusal: { kind: 'not-a-period' } });
  }
  return isAhead(read.value, endOfMonth(today)) ? refuse(future(today)) : accept(read.value);
}

/** Whether the period lies wholly behind `day`; one without a beginning is taken by its end. */
export function isAhead({ first, last }: Period, day: CalendarDay): boolean {
  return (first ?? last ?? day) > day;
}

/** The problem of a date that lies ahead where something is told that happened. */
export function future(today: CalendarDay): FieldProblem {
  return { field: 'when', kind: 'future', today };
}

function endOfMonth(day: CalendarDay): CalendarDay {
  return addDays(addMonths(calendarDay(`${day.slice(0, 7)}-01`), 1), -1);
}
