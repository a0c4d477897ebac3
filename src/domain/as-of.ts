import { type CalendarDay, calendarDay, dayAt, daysInMonth, partsOf } from './calendar-day.ts';
import type { Indicator, Observation } from './indicator.ts';
import type { DatedOccurrence, Milestone, MilestoneId } from './milestone.ts';
import type { Period } from './period/period.ts';
import type { Project } from './project.ts';

/**
 * The project as it stood at the end of a past day, by valid time: by the dates in the record, whenever somebody
 * wrote them down.
 *
 * - An observation counts once its as-of has ended (one without an end, once it has begun). Without an as-of it
 *   counts from the end of the month of its edition, or from the day on which a person recorded it.
 * - An achieved milestone counts as achieved once one of its dates has ended, with those dates; one without days
 *   always does, since nothing tells otherwise. Before that it stands as planned, for the date that was planned
 *   first, if the record tells that it was planned (`firstPlanned`, or the column of what is to come); otherwise
 *   it is absent, or planned without a date where something below it is there.
 * - A postponed milestone stands as planned for its first date until that has ended, and as it does from then on.
 * - What is planned or cancelled today stands as it does: the record does not date those words.
 * - Names, targets, strands, working groups and programmes are those of today.
 */
export function projectAsOf(project: Project, day: CalendarDay): Project {
  const milestones = milestonesAsOf(project.milestones, day);
  return {
    ...project,
    indicators: project.indicators.map((indicator) => indicatorAsOf(indicator, day)),
    milestones,
    scheduled: milestones.filter(
      ({ state, dates }) => (state === 'planned' || state === 'postponed') && dates.length > 0,
    ),
  };
}

function indicatorAsOf(indicator: Indicator, day: CalendarDay): Indicator {
  const observations = indicator.observations.filter((each) => holdsFrom(each) <= day);
  return { ...indicator, observations, current: observations.at(-1) ?? null };
}

/** The day from which the observation counts. */
function holdsFrom({ asOf, source }: Observation): CalendarDay {
  const told = asOf?.last ?? asOf?.first ?? null;
  if (told !== null) return told;
  return source.kind === 'edition' ? endOfMonth(source.editionKey) : dayAt(source.recordedAt, 'Asia/Tokyo');
}

/** The last day of the month that names an edition: 2020-08. */
function endOfMonth(editionKey: string): CalendarDay {
  const { year, month } = partsOf(calendarDay(`${editionKey}-01`));
  return calendarDay(`${editionKey}-${daysInMonth(year, month)}`);
}

function milestonesAsOf(milestones: readonly Milestone[], day: CalendarDay): readonly Milestone[] {
  const then = new Map(milestones.map((each) => [each.id, milestoneAsOf(each, day)]));
  const kept = new Set<MilestoneId>();
  // A parent stands before its parts: from the end on, every part has been looked at before it.
  for (const { id, parentId } of milestones.toReversed()) {
    if (then.get(id) === null && !kept.has(id)) continue;
    kept.add(id);
    if (parentId !== null) kept.add(parentId);
  }
  return milestones
    .filter(({ id }) => kept.has(id))
    .map((milestone) => then.get(milestone.id) ?? { ...milestone, state: 'planned', dates: [] });
}

/** How the milestone stood; null where it was not there. */
function milestoneAsOf(milestone: Milestone, day: CalendarDay): Milestone | null {
  if (milestone.state === 'postponed') return beforeItsFirstSlip(milestone, day);
  if (milestone.state !== 'achieved') return milestone;
  const bound = milestone.dates.filter(({ period }) => endOf(period) !== null);
  if (bound.length === 0) return milestone;
  const done = milestone.dates.filter(({ period }) => (endOf(period) ?? day) <= day);
  if (bound.some((date) => done.includes(date))) return { ...milestone, dates: done };
  if (milestone.firstPlanned === null && milestone.column === 'progress') return null;
  return { ...milestone, state: 'planned', dates: plannedDates(milestone), figures: [] };
}

function beforeItsFirstSlip(milestone: Milestone, day: CalendarDay): Milestone {
  const { firstPlanned } = milestone;
  return firstPlanned === null || (endOf(firstPlanned) ?? day) <= day
    ? milestone
    : { ...milestone, state: 'planned', dates: plannedDates(milestone) };
}

function plannedDates({ dates, firstPlanned }: Milestone): readonly DatedOccurrence[] {
  return firstPlanned === null ? dates : [{ period: firstPlanned, ordinal: dates[0]?.ordinal ?? null }];
}

/** The day on which the period has come true; null where it has no days. */
function endOf({ first, last }: Period): CalendarDay | null {
  return last ?? first;
}
