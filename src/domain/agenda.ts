import type { CalendarDay } from './calendar-day.ts';
import type { Milestone, MilestoneId } from './milestone.ts';
import { leadingPeriod, type MilestoneStatus, statusOf } from './milestone-status.ts';
import { touches } from './period/compare-periods.ts';
import type { Period, Span } from './period/period.ts';

/** A milestone as it stands on a day. */
export interface Standing {
  readonly milestone: Milestone;
  readonly status: MilestoneStatus;
  /** The date by which it is listed; null where it has none. */
  readonly when: Period | null;
}

/** How the milestone stands on `today`. */
function standingOf(milestone: Milestone, today: CalendarDay): Standing {
  return { milestone, status: statusOf(milestone, today), when: leadingPeriod(milestone, today) };
}

/**
 * What lies ahead, in the order in which it asks for attention: passed without word, due, upcoming, what runs on,
 * what nobody has dated; each by date, what is due by its end. Achieved and cancelled milestones are left out. With `within` a milestone is
 * listed by its dates in that span.
 */
export function ahead(
  milestones: readonly Milestone[],
  today: CalendarDay,
  within?: Span,
): readonly Standing[] {
  return milestones
    .map((milestone) => ({
      ...standingOf(milestone, today),
      ...(within && { when: leadingPeriod(datesWithin(milestone, within), today) }),
    }))
    .filter(({ status }) => status !== 'achieved' && status !== 'cancelled')
    .sort(
      (a, b) => urgency[a.status] - urgency[b.status] || (a.status === 'due' ? byEnd(a, b) : byBegin(a, b)),
    );
}

/**
 * What has been achieved, the newest date first, at last what has no date; sub-entries stand behind their entry.
 * An entry without a date of its own is as new as its newest sub-entry.
 */
export function achieved(milestones: readonly Milestone[], today: CalendarDay): readonly Standing[] {
  const done = new Map(milestones.filter(({ state }) => state === 'achieved').map((each) => [each.id, each]));
  const families = new Map<MilestoneId, Standing[]>();
  for (const milestone of done.values()) {
    const root = rootOf(milestone, done);
    const family = families.get(root) ?? [];
    family.push(standingOf(milestone, today));
    families.set(root, family);
  }
  return [...families.values()].sort(byNewest).flat();
}

/** Achieved milestones one by one, the newest date first, those without a date last. */
export function latest(milestones: readonly Milestone[], today: CalendarDay): readonly Standing[] {
  return milestones
    .filter(({ state }) => state === 'achieved')
    .map((milestone) => standingOf(milestone, today))
    .sort((a, b) => byNewest([a], [b]));
}

/** The milestone with its dates in the span; with all, where none is there. */
function datesWithin(milestone: Milestone, span: Span): Milestone {
  const dates = milestone.dates.filter(({ period }) => touches(period, span));
  return dates.length === 0 ? milestone : { ...milestone, dates };
}

const urgency: Record<MilestoneStatus, number> = {
  overdue: 0,
  due: 1,
  upcoming: 2,
  ongoing: 3,
  undated: 4,
  achieved: 5,
  cancelled: 6,
};

function rootOf(milestone: Milestone, among: ReadonlyMap<MilestoneId, Milestone>): MilestoneId {
  const parent = milestone.parentId === null ? undefined : among.get(milestone.parentId);
  return parent === undefined ? milestone.id : rootOf(parent, among);
}

/** By the first day of the date; a date without a beginning stands at its end. Array sort keeps equal ones in order. */
function byBegin(a: Standing, b: Standing): number {
  return compareText(a.when?.first ?? a.when?.last ?? '9999', b.when?.first ?? b.when?.last ?? '9999');
}

/** What is due ranks by the day on which its time ends. */
function byEnd(a: Standing, b: Standing): number {
  return compareText(a.when?.last ?? '9999', b.when?.last ?? '9999');
}

function byNewest(a: readonly Standing[], b: readonly Standing[]): number {
  return compareText(newestOf(b), newestOf(a));
}

function newestOf(family: readonly Standing[]): string {
  const days = family.map(({ when }) => when?.first ?? when?.last ?? '');
  return days.sort(compareText).at(-1) ?? '';
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
