import { addDays, type CalendarDay, dayAt, weekdayOf } from '../domain/calendar-day.ts';
import type { Span } from '../domain/period/period.ts';
import { type Closing, closingOf } from './holidays.ts';
import type { Schedule } from './subscription.ts';
import { instantAt } from './wall-time.ts';

/** Why a planned day has no digest of its own. */
export type ScheduleSkip =
  | Closing
  /** Moved away from its closed day it would fall on the day of the neighbour, which says all that it would. */
  | { readonly kind: 'neighbour' }
  /** No open day is near. */
  | { readonly kind: 'closed-for-long' };

/** One planned digest. */
export interface PlannedOccurrence {
  /** What is delivered once: `2020-W35` where a week has one digest, else its planned day, `2020-08-24`. */
  readonly periodKey: string;
  /** When it is posted; of a skipped one, when it would have been. */
  readonly dueAt: Date;
  /** The days that it looks at: from the planned day on, also when it is posted on another. */
  readonly span: Span;
  /** The planned day and why it is closed, where it is posted on another. */
  readonly movedFrom?: { readonly day: CalendarDay; readonly because: Closing };
  readonly skippedBecause?: ScheduleSkip;
}

/** How far from its planned day a digest may be posted. */
const farthest = 14;

/**
 * The first planned digest with a `dueAt` later than `after`, posted or skipped. Followed one by one they leave no
 * planned day out, their `dueAt` always increases, and no two have one period key.
 *
 * @throws RangeError for a schedule without weekdays, or with a time or zone that there is not
 */
export function nextOccurrence(schedule: Schedule, after: Date): PlannedOccurrence {
  if (schedule.weekdays.every((each) => each < 1 || each > 7)) throw new RangeError('no weekday is chosen');
  const today = dayAt(after, schedule.timeZone);
  // One that was moved on stands so far behind its planned day at most; one that was moved back is found before it.
  let planned = schedule.holidayRule === 'after' ? addDays(today, -farthest) : today;
  for (;;) {
    if (isPlanned(schedule, planned)) {
      const outcome = outcomeOf(schedule, planned);
      // Days are compared before instants, which cost more.
      if (outcome.day >= today) {
        const dueAt = instantAt(outcome.day, schedule);
        if (dueAt > after) return occurrenceOf(schedule, { planned, dueAt, outcome });
      }
    }
    planned = addDays(planned, 1);
  }
}

/** The day on which a planned digest is posted, or would have been; why it is moved or skipped. */
interface PlannedOutcome {
  readonly day: CalendarDay;
  readonly closing: Closing | null;
  readonly skippedBecause: ScheduleSkip | null;
}

/** What comes of the planned day. */
function outcomeOf(schedule: Schedule, planned: CalendarDay): PlannedOutcome {
  const closing = closingOf(planned, schedule.localClosingDays);
  if (closing === null) return { day: planned, closing, skippedBecause: null };
  const skipped = (skippedBecause: ScheduleSkip) => ({ day: planned, closing, skippedBecause });
  if (schedule.holidayRule === 'skip') return skipped(closing);
  const day = postingDay(schedule, planned);
  if (day === null) return skipped({ kind: 'closed-for-long' });
  return collides(schedule, planned, day)
    ? skipped({ kind: 'neighbour' })
    : { day, closing, skippedBecause: null };
}

function occurrenceOf(
  schedule: Schedule,
  {
    planned,
    dueAt,
    outcome: { closing, skippedBecause },
  }: { readonly planned: CalendarDay; readonly dueAt: Date; readonly outcome: PlannedOutcome },
): PlannedOccurrence {
  const base = {
    periodKey: periodKeyOf(schedule, planned),
    dueAt,
    span: { first: planned, last: addDays(planned, 7 * schedule.weeksAhead - 1) },
  };
  if (skippedBecause !== null) return { ...base, skippedBecause };
  return closing === null ? base : { ...base, movedFrom: { day: planned, because: closing } };
}

/**
 * Whether the day on which it would be posted is the neighbour's. Of those that fall together the first is posted
 * when they move back, the last when they move on: the one that is posted on its own day, if any is.
 */
function collides(schedule: Schedule, planned: CalendarDay, posted: CalendarDay): boolean {
  const step = schedule.holidayRule === 'before' ? -1 : 1;
  for (let away = 1; away <= 7; away += 1) {
    const neighbour = addDays(planned, step * away);
    if (isPlanned(schedule, neighbour)) return postingDay(schedule, neighbour) === posted;
  }
  return false;
}

/** The open day to which the digest of a planned day moves; null for none. Its own, where that is open. */
function postingDay(schedule: Schedule, planned: CalendarDay): CalendarDay | null {
  const { holidayRule, localClosingDays } = schedule;
  const step = holidayRule === 'before' ? -1 : 1;
  for (let away = 0; away <= farthest; away += 1) {
    const day = addDays(planned, step * away);
    // Weekends are no days to move to, but where the schedule has them.
    const works = weekdayOf(day) <= 5 || isPlanned(schedule, day);
    if (works && closingOf(day, localClosingDays) === null) return day;
  }
  return null;
}

function isPlanned({ weekdays }: Schedule, day: CalendarDay): boolean {
  return weekdays.includes(weekdayOf(day));
}

/**
 * A week is delivered once: who moves the only digest of a week from Monday to Friday after it was posted does not
 * get that week again.
 */
function periodKeyOf({ weekdays }: Schedule, planned: CalendarDay): string {
  return new Set(weekdays).size > 1 ? planned : isoWeekOf(planned);
}

/** `2020-W35`: the week of ISO 8601, which belongs to the year of its Thursday. */
function isoWeekOf(day: CalendarDay): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}
