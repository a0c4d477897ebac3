import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { MilestoneSnapshot } from '../../domain/change.ts';
import type { DatedOccurrence } from '../../domain/milestone.ts';
import { touches } from '../../domain/period/compare-periods.ts';
import type { Period } from '../../domain/period/period.ts';
import { latestDay } from '../../domain/period/refusal.ts';

/** The state that is awaited of a milestone: something can still become of it. */
export function isOpen({ state }: MilestoneSnapshot): boolean {
  return state === 'planned' || state === 'postponed';
}

/**
 * The date of the milestone that is next on `today`: the first that has not wholly passed, else the last that has,
 * else one without days. Null where it has no date.
 */
export function nextOccurrence({ dates }: MilestoneSnapshot, today: CalendarDay): DatedOccurrence | null {
  const bound = dates.filter(isBound);
  const pending = bound.filter((each) => isPending(each, today)).sort(byBegin);
  return pending[0] ?? bound.toSorted(byBegin).at(-1) ?? dates.at(-1) ?? null;
}

/** The date of the milestone that `actual` fulfils: one of the same time, else the next. */
export function fulfilledOccurrence(
  milestone: MilestoneSnapshot,
  { actual, today }: { readonly actual: Period; readonly today: CalendarDay },
): DatedOccurrence | null {
  const span = { first: actual.first ?? actual.last ?? today, last: actual.last ?? latestDay };
  const same = milestone.dates.find((each) => isBound(each) && touches(each.period, span));
  return same ?? nextOccurrence(milestone, today);
}

/** Dates that are still to come when `done` has come true: of ①R2.6 ②R2.10 the second. */
export function stillToCome(
  { dates }: MilestoneSnapshot,
  { done, today }: { readonly done: DatedOccurrence | null; readonly today: CalendarDay },
): readonly DatedOccurrence[] {
  return dates.filter(
    (each) => each !== done && isBound(each) && (each.period.first ?? each.period.last ?? today) > today,
  );
}

/** The milestone with `period` in the place of `date`, or behind all dates where there is none. */
export function withDate(
  milestone: MilestoneSnapshot,
  { date, period }: { readonly date: DatedOccurrence | null; readonly period: Period },
): MilestoneSnapshot {
  const dates =
    date === null
      ? [...milestone.dates, { period, ordinal: null }]
      : milestone.dates.map((each) => (each === date ? { ...each, period } : each));
  const moved = date !== null && date.period.text !== period.text;
  return { ...milestone, dates, firstPlanned: milestone.firstPlanned ?? (moved ? date.period : null) };
}

function isBound({ period: { first, last } }: DatedOccurrence): boolean {
  return first !== null || last !== null;
}

function isPending({ period: { last } }: DatedOccurrence, today: CalendarDay): boolean {
  return last === null || last >= today;
}

function byBegin(a: DatedOccurrence, b: DatedOccurrence): number {
  const [left, right] = [a.period.first ?? a.period.last ?? '', b.period.first ?? b.period.last ?? ''];
  return Number(left > right) - Number(left < right);
}
