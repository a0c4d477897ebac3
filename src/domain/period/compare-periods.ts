import type { CalendarDay } from '../calendar-day.ts';
import { type Period, precisions, type Span } from './period.ts';

/**
 * A total order: by the first day (by the last, where no beginning is told), then the finer, then the earlier end;
 * undated ones last. 0 only for periods that are alike in all, their text included.
 */
export function comparePeriods(a: Period, b: Period): number {
  return (
    compareDays(a.first ?? a.last, b.first ?? b.last) ||
    precisions.indexOf(a.precision) - precisions.indexOf(b.precision) ||
    compareDays(a.last, b.last) ||
    compareDays(a.first, b.first) ||
    Number(a.approximate) - Number(b.approximate) ||
    compareStrings(a.text, b.text)
  );
}

/** Whether some day of the period may lie in the span. Always for an unbounded 通年, never for 適宜 and 未定. */
export function touches({ first, last, precision }: Period, span: Span): boolean {
  if (precision === 'as-needed') return false;
  return (first === null || first <= span.last) && (last === null || last >= span.first);
}

/** Whether the whole period has passed, its last possible day included. */
export function isOver({ last }: Period, today: CalendarDay): boolean {
  return last !== null && last < today;
}

/** Whether the period may have begun: its first possible day has come. Never for 適宜 and 未定. */
export function hasBegun({ first, precision }: Period, today: CalendarDay): boolean {
  return precision !== 'as-needed' && (first === null || first <= today);
}

/** Whether it has a beginning and no end: H30～, R元.8～以降随時. */
export function isOpenEnded({ first, last }: Period): boolean {
  return first !== null && last === null;
}

/** No day is after every day. */
function compareDays(a: CalendarDay | null, b: CalendarDay | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareStrings(a, b);
}

function compareStrings(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
