import type { CalendarDay } from '../../domain/calendar-day.ts';
import { fiscalYearOf, fiscalYearSpan } from '../../domain/fiscal-year.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Span } from '../../domain/period/period.ts';
import { type PeriodRefusal, readPeriod } from '../../domain/period/read-period.ts';

/** Why two texts name no period of records. */
export type RecordSpanRefusal =
  | { readonly kind: 'period'; readonly typed: string; readonly reason: PeriodRefusal }
  /** R3.2～, 適宜: a period without a beginning or an end. */
  | { readonly kind: 'endless'; readonly typed: string }
  | { readonly kind: 'backwards'; readonly first: CalendarDay; readonly last: CalendarDay };

/**
 * The days from the beginning of one period to the end of another (R2.4.1, R3.3.31), of one alone (R2年度), or of the
 * present fiscal year where nothing is named.
 */
export function recordSpan(
  typed: { readonly from: string; readonly to: string },
  today: CalendarDay,
): Outcome<Span, RecordSpanRefusal> {
  const [from, to] = [typed.from.trim(), typed.to.trim()];
  if (from === '' && to === '') return accept(fiscalYearSpan(fiscalYearOf(today)));
  const begin = bounded(from === '' ? to : from, today);
  const end = bounded(to === '' ? from : to, today);
  if (!begin.ok) return begin;
  if (!end.ok) return end;
  const span = { first: begin.value.first, last: end.value.last };
  return span.first > span.last ? refuse({ kind: 'backwards', ...span }) : accept(span);
}

function bounded(typed: string, today: CalendarDay): Outcome<Span, RecordSpanRefusal> {
  const read = readPeriod(typed, { today, fiscalYear: fiscalYearOf(today) });
  if (!read.ok) return refuse({ kind: 'period', typed, reason: read.refusal });
  const { first, last } = read.value;
  return first === null || last === null ? refuse({ kind: 'endless', typed }) : accept({ first, last });
}
