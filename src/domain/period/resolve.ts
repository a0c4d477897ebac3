import { fiscalYearSpan } from '../fiscal-year.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { Expression } from './parse-expression.ts';
import type { Point } from './parse-point.ts';
import type { Period, Precision, Span } from './period.ts';
import type { PeriodRefusal } from './refusal.ts';
import { refusalOfReach, spanOfPoint } from './resolve-point.ts';
import { checkYear, resolveYear } from './resolve-year.ts';

/** A period but for its text. */
export type Bounds = Omit<Period, 'text'>;

/** The years that stand in for one that the text does not tell. */
export interface AssumedYears {
  readonly year?: number | undefined;
  readonly fiscalYear?: number | undefined;
}

type Resolved<Value> = Outcome<Value, PeriodRefusal>;

/** The bounds of an expression. Refuses what the calendar does not have; candidates for a year are not proposed here. */
export function resolveExpression(expression: Expression, assumed: AssumedYears): Resolved<Bounds> {
  switch (expression.kind) {
    case 'as-needed':
      return accept({ first: null, last: null, precision: 'as-needed', approximate: false });
    case 'always':
      return resolveAlways(expression.year === null ? null : resolveYear(expression.year), assumed);
    case 'range':
      return resolveRange(expression, assumed);
    default:
      return resolveSide(expression, assumed);
  }
}

function resolveAlways(year: Resolved<number> | null, { fiscalYear }: AssumedYears): Resolved<Bounds> {
  const known = year ?? (fiscalYear === undefined ? null : checkYear(fiscalYear));
  if (known !== null && !known.ok) return known;
  const span = known === null ? { first: null, last: null } : fiscalYearSpan(known.value);
  return accept({ ...span, precision: 'always', approximate: false });
}

function resolveSide(
  { kind, point }: { kind: 'single' | 'from' | 'until'; point: Point },
  assumed: AssumedYears,
): Resolved<Bounds> {
  const year = yearOf(point, assumed);
  if (!year.ok) return year;
  const span = spanOfPoint(point, year.value);
  if (!span.ok) return span;
  return accept({
    first: kind === 'until' ? null : span.value.first,
    last: kind === 'from' ? null : span.value.last,
    precision: point.reach.precision,
    approximate: point.approximate,
  });
}

function resolveRange({ from, to }: { from: Point; to: Point }, assumed: AssumedYears): Resolved<Bounds> {
  const year = yearOf(from, assumed);
  if (!year.ok) return year;
  const lastYear = to.year === null ? accept(yearOfEnd({ from, to, year: year.value })) : yearOf(to, assumed);
  if (!lastYear.ok) return lastYear;
  const start = spanOfPoint(from, year.value);
  if (!start.ok) return start;
  const end = spanOfPoint(to, lastYear.value);
  if (!end.ok) return end;
  const span: Span = { first: start.value.first, last: end.value.last };
  if (span.last < span.first) return refuse({ kind: 'ends-before-it-starts', ...span });
  return accept({
    ...span,
    precision: precisionOfRange({ from, to }),
    approximate: from.approximate || to.approximate,
  });
}

/** R2.12～2: an end without a year whose month comes earlier is in the year after. */
function yearOfEnd({ from, to, year }: { from: Point; to: Point; year: number }): number {
  return to.reach.fromMonth < from.reach.fromMonth ? year + 1 : year;
}

const yearly: readonly Precision[] = ['year', 'fiscal-year'];

function precisionOfRange({ from, to }: { from: Point; to: Point }): Precision {
  const [start, end] = [from.reach.precision, to.reach.precision];
  if (start === end && yearly.includes(start)) return 'years';
  const wholeMonths = from.reach.fromDay === 1 && to.reach.toDay === null;
  return wholeMonths ? 'months' : 'days';
}

function yearOf(point: Point, { year, fiscalYear }: AssumedYears): Resolved<number> {
  if (point.year !== null) return resolveYear(point.year);
  const refusal = refusalOfReach(point.reach, null);
  if (refusal !== null) return refuse(refusal);
  const known = point.reach.precision === 'part-of-fiscal-year' ? fiscalYear : year;
  return known === undefined ? refuse({ kind: 'year-needed', candidates: [] }) : checkYear(known);
}
