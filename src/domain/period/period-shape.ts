import { addDays, addMonths, type CalendarDay, calendarDay, daysInMonth, partsOf } from '../calendar-day.ts';
import { fiscalYearOf } from '../fiscal-year.ts';
import type { Period, Precision } from './period.ts';
import {
  type FiscalPartName,
  fiscalParts,
  type MonthPartName,
  monthParts,
  type SeasonName,
  seasons,
} from './reach.ts';

/** A point of time by its name. Years are western; that of a fiscal part or year is the one in which it begins. */
export type NamedPoint =
  | { readonly kind: 'day'; readonly day: CalendarDay }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | {
      readonly kind: 'part-of-month';
      readonly year: number;
      readonly month: number;
      readonly part: MonthPartName;
    }
  | { readonly kind: 'season'; readonly year: number; readonly season: SeasonName }
  | { readonly kind: 'part-of-fiscal-year'; readonly year: number; readonly part: FiscalPartName }
  | { readonly kind: 'year' | 'fiscal-year'; readonly year: number };

/** What a period says, apart from how a language says it. */
export type PeriodShape =
  | { readonly kind: 'single' | 'from' | 'until'; readonly point: NamedPoint }
  | { readonly kind: 'range'; readonly from: NamedPoint; readonly to: NamedPoint }
  | { readonly kind: 'always'; readonly fiscalYear: number | null }
  | { readonly kind: 'as-needed' };

/** The bounds of a point; one may be untold. */
interface Bounds {
  readonly first: CalendarDay | null;
  readonly last: CalendarDay | null;
}

/** The shape of a period; null if its bounds do not fit its precision, which no period that was read has. */
export function shapeOf({ first, last, precision }: Period): PeriodShape | null {
  if (precision === 'as-needed') return { kind: 'as-needed' };
  if (precision === 'always') return alwaysShape({ first, last });
  const kinds = rangeKinds(precision);
  if (kinds.length > 0) return rangeShape({ first, last }, kinds);
  const point = pointOf({ first, last }, precision);
  if (point === null) return null;
  return { kind: last === null ? 'from' : first === null ? 'until' : 'single', point };
}

function alwaysShape({ first, last }: Bounds): PeriodShape | null {
  if (first === null && last === null) return { kind: 'always', fiscalYear: null };
  const point = pointOf({ first, last }, 'fiscal-year');
  return point?.kind === 'fiscal-year' && first !== null && last !== null
    ? { kind: 'always', fiscalYear: point.year }
    : null;
}

/** What the two ends of a range may be, by its precision. */
function rangeKinds(precision: Precision): readonly Precision[] {
  if (precision === 'days') return ['day'];
  if (precision === 'months') return ['month'];
  return precision === 'years' ? ['year', 'fiscal-year'] : [];
}

function rangeShape({ first, last }: Bounds, kinds: readonly Precision[]): PeriodShape | null {
  if (first === null || last === null) return null;
  for (const kind of kinds) {
    const from = pointOf({ first, last: null }, kind);
    const to = pointOf({ first: null, last }, kind);
    if (from !== null && to !== null) return { kind: 'range', from, to };
  }
  return null;
}

/** The named point with the given bounds, of which one may be untold. */
function pointOf(bounds: Bounds, precision: Precision): NamedPoint | null {
  const known = bounds.first ?? bounds.last;
  if (known === null) return null;
  const { year, month } = partsOf(known);
  switch (precision) {
    case 'day':
      return matches(bounds, { first: known, last: known }) ? { kind: 'day', day: known } : null;
    case 'month':
      return matchesMonths(bounds, { year, from: month, to: month }) ? { kind: 'month', year, month } : null;
    case 'part-of-month':
      return partOfMonth(bounds, { year, month });
    case 'season':
      return seasonOf(bounds, month <= 2 ? year - 1 : year);
    case 'part-of-fiscal-year':
      return partOfFiscalYear(bounds, fiscalYearOf(known));
    case 'year':
      return matchesMonths(bounds, { year, from: 1, to: 12 }) ? { kind: 'year', year } : null;
    case 'fiscal-year': {
      const begins = fiscalYearOf(known);
      return matchesMonths(bounds, { year: begins, from: 4, to: 15 })
        ? { kind: 'fiscal-year', year: begins }
        : null;
    }
    default:
      return null;
  }
}

function partOfMonth(bounds: Bounds, { year, month }: { year: number; month: number }): NamedPoint | null {
  const length = daysInMonth(year, month);
  const start = firstOfMonth(year, month);
  const part = monthParts.find(({ from, to }) =>
    matches(bounds, { first: addDays(start, from - 1), last: addDays(start, Math.min(to, length) - 1) }),
  );
  return part === undefined ? null : { kind: 'part-of-month', year, month, part: part.name };
}

function seasonOf(bounds: Bounds, year: number): NamedPoint | null {
  const season = seasons.find(({ from, to }) => matchesMonths(bounds, { year, from, to }));
  return season === undefined ? null : { kind: 'season', year, season: season.name };
}

function partOfFiscalYear(bounds: Bounds, year: number): NamedPoint | null {
  const part = fiscalParts.find(({ from, to }) => matchesMonths(bounds, { year, from, to }));
  return part === undefined ? null : { kind: 'part-of-fiscal-year', year, part: part.name };
}

/** Whether the bounds that are told are those of the months `from` to `to` (13 is the next January). */
function matchesMonths(
  bounds: Bounds,
  { year, from, to }: { year: number; from: number; to: number },
): boolean {
  return matches(bounds, {
    first: firstOfMonth(year, from),
    last: addDays(firstOfMonth(year, to + 1), -1),
  });
}

function matches({ first, last }: Bounds, expected: { first: CalendarDay; last: CalendarDay }): boolean {
  return (first ?? expected.first) === expected.first && (last ?? expected.last) === expected.last;
}

/** The first day of a month counted from January of `year`. */
function firstOfMonth(year: number, month: number): CalendarDay {
  return addMonths(calendarDay(`${String(year).padStart(4, '0')}-01-01`), month - 1);
}
