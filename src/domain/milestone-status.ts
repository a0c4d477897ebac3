import type { CalendarDay } from './calendar-day.ts';
import type { Milestone } from './milestone.ts';
import type { Period } from './period/period.ts';

/** How a milestone stands today. */
export type MilestoneStatus =
  | 'achieved'
  | 'cancelled'
  | 'undated' // planned, and nobody has said when
  | 'upcoming' // its time has not begun
  | 'due' // today lies in its time
  | 'ongoing' // it runs on: 通年, H30～, R3.2まで
  | 'overdue'; // the whole of its time has passed and nobody has reported

/** How the milestone stands on `today`: from what people have said of it and from its dates. */
export function statusOf(milestone: Milestone, today: CalendarDay): MilestoneStatus {
  if (milestone.state === 'achieved' || milestone.state === 'cancelled') return milestone.state;
  const periods = milestone.dates.map(({ period }) => period).filter(isBound);
  if (periods.length === 0) return milestone.dates.some(isContinual) ? 'ongoing' : 'undated';
  const pending = periods.filter((period) => period.last === null || period.last >= today);
  if (pending.length === 0) return 'overdue';
  if (pending.some((period) => runsOn(period, { all: periods, today }))) return 'ongoing';
  const beginnings = pending.filter(({ first }) => first !== null);
  return beginnings.length === 0 || beginnings.some((period) => hasBegun(period, today)) ? 'due' : 'upcoming';
}

/**
 * The date by which a milestone is listed on `today`: of an achieved one the latest, of another the next that has
 * not wholly passed, else the latest. Null where it has no bound date.
 */
export function leadingPeriod(milestone: Milestone, today: CalendarDay): Period | null {
  const periods = milestone.dates.map(({ period }) => period).filter(isBound);
  const pending =
    milestone.state === 'achieved' ? [] : periods.filter((period) => (period.last ?? today) >= today);
  const [candidates, pick] = pending.length > 0 ? [pending, earlier] : [periods, later];
  return candidates.length === 0 ? null : candidates.reduce(pick);
}

function isBound(period: Period): boolean {
  return period.first !== null || period.last !== null;
}

function isContinual({ period }: { period: Period }): boolean {
  return period.precision === 'always';
}

/**
 * A begun period without an end, and an end (R3.2まで) beside a begun period (R2.6), tell a state that lasts rather
 * than a day to wait for. An end alone is a day to wait for.
 */
function runsOn(period: Period, { all, today }: { all: readonly Period[]; today: CalendarDay }): boolean {
  if (period.first === null) return all.some((each) => hasBegun(each, today));
  return hasBegun(period, today) && (period.last === null || isContinual({ period }));
}

function hasBegun({ first }: Period, today: CalendarDay): boolean {
  return first !== null && first <= today;
}

function earlier(a: Period, b: Period): Period {
  return startOf(b) < startOf(a) ? b : a;
}

function later(a: Period, b: Period): Period {
  return endOf(b) >= endOf(a) ? b : a;
}

/** A period without a beginning is awaited at its end. */
function startOf(period: Period): string {
  return period.first ?? period.last ?? '';
}

/** Of a period without an end only the beginning is known. */
function endOf(period: Period): string {
  return period.last ?? period.first ?? '';
}
