import { type CalendarDay, calendarDay } from '../domain/calendar-day.ts';
import type { Period } from '../domain/period/period.ts';
import type { Precision as PrecisionRow } from '../generated/prisma/enums.ts';
import { precisionOf, precisionRowOf } from './row-words.ts';

/** A period as the columns of `milestone_date` hold it. */
export interface PeriodRow {
  readonly text: string;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly precision: PrecisionRow;
  readonly approximate: boolean;
}

/** A period as the `as_of_` columns hold it, of which all but the days are null when there is none. */
export interface AsOfRow {
  readonly asOfText: string | null;
  readonly asOfFirst: Date | null;
  readonly asOfLast: Date | null;
  readonly asOfPrecision: PrecisionRow | null;
  readonly asOfApproximate: boolean | null;
}

/** The period of a row. */
export function periodOf(row: PeriodRow): Period {
  return {
    text: row.text,
    first: dayOf(row.first),
    last: dayOf(row.last),
    precision: precisionOf[row.precision],
    approximate: row.approximate,
  };
}

/** The row of a period. */
export function periodColumns(period: Period): PeriodRow {
  return {
    text: period.text,
    first: dateOf(period.first),
    last: dateOf(period.last),
    precision: precisionRowOf[period.precision],
    approximate: period.approximate,
  };
}

/** The period of `as_of_` columns, or null. */
export function asOfOf(row: AsOfRow): Period | null {
  const { asOfText: text, asOfPrecision: precision, asOfApproximate: approximate } = row;
  if (text === null || precision === null || approximate === null) return null;
  return periodOf({ text, first: row.asOfFirst, last: row.asOfLast, precision, approximate });
}

/** The `as_of_` columns where there is no period. */
export const noAsOf: AsOfRow = {
  asOfText: null,
  asOfFirst: null,
  asOfLast: null,
  asOfPrecision: null,
  asOfApproximate: null,
};

/** The `as_of_` columns of a period. */
export function asOfColumns(period: Period) {
  const { text, first, last, precision, approximate } = periodColumns(period);
  return {
    asOfText: text,
    asOfFirst: first,
    asOfLast: last,
    asOfPrecision: precision,
    asOfApproximate: approximate,
  };
}

/** A period as the `first_planned_` columns of a milestone hold it. */
export interface FirstPlannedRow {
  readonly firstPlannedText: string | null;
  readonly firstPlannedFirst: Date | null;
  readonly firstPlannedLast: Date | null;
  readonly firstPlannedPrecision: PrecisionRow | null;
  readonly firstPlannedApproximate: boolean | null;
}

/** The period of `first_planned_` columns, or null. */
export function firstPlannedOf(row: FirstPlannedRow): Period | null {
  return asOfOf({
    asOfText: row.firstPlannedText,
    asOfFirst: row.firstPlannedFirst,
    asOfLast: row.firstPlannedLast,
    asOfPrecision: row.firstPlannedPrecision,
    asOfApproximate: row.firstPlannedApproximate,
  });
}

/** The `first_planned_` columns of a period, all null where there is none. */
export function firstPlannedColumns(period: Period | null): FirstPlannedRow {
  const row = period === null ? null : periodColumns(period);
  return {
    firstPlannedText: row?.text ?? null,
    firstPlannedFirst: row?.first ?? null,
    firstPlannedLast: row?.last ?? null,
    firstPlannedPrecision: row?.precision ?? null,
    firstPlannedApproximate: row?.approximate ?? null,
  };
}

/** Prisma gives and takes the days of a `date` column as instants at midnight UTC, in every time zone. */
function dayOf(date: Date | null): CalendarDay | null {
  return date === null ? null : calendarDay(date.toISOString().slice(0, 10));
}

function dateOf(day: CalendarDay | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
