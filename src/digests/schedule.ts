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
  // A digest stands at most so far before its planned day, and the zone's day at most one from any other's.
  let day = addDays(dayAt(after, schedule.timeZone), -farthest - 1);
  for (;;) {
    if (isPlanned(schedule, day)) {
      const occurrence = occurrenceOf(schedule, day);
      if (occurrence.dueAt > after) return occurrence;
    }
    day = addDays(day, 1);
  }
}

/** What comes of the planned day. */
function occurrenceOf(schedule: Schedule, planned: CalendarDay): PlannedOccurrence {
  const base = {
    periodKey: periodKeyOf(schedule, planned),
    span: { first: planned, last: addDays(planned, 7 * schedule.weeksAhead - 1) },
  };
  const closing = closingOf(planned, schedule.localClosingDays);
  const posted = postingDay(schedule, planned);
  const skippedBecause = skipOf(schedule, { planned, posted, closing });
  const dueAt = instantAt(skippedBecause === null ? (posted ?? planned) : planned, schedule);
  if (skippedBecause !== null) return { ...base, dueAt, skippedBecause };
  return closing === null
    ? { ...base, dueAt }
    : { ...base, dueAt, movedFrom: { day: planned, because: closing } };
}

function skipOf(
  schedule: Schedule,
  { planned, posted, closing }: { planned: CalendarDay; posted: CalendarDay | null; closing: Closing | null },
): ScheduleSkip | null {
  if (posted === null)
    return schedule.holidayRule === 'skip' && closing ? closing : { kind: 'closed-for-long' };
  return collides(schedule, planned, posted) ? { kind: 'neighbour' } : null;
}

/**
 * Whether the day on which it would be posted is the neighbour's. Of those that fall together the first is posted
 * when they move back, the last when they move on: the one that is posted on its own day, if any is.
 */
function collides(schedule: Schedule, planned: CalendarDay, posted: CalendarDay): boolean {
  if (schedule.holidayRule === 'skip') return false;
  const step = schedule.holidayRule === 'before' ? -1 : 1;
  for (let away = 1; away <= 7; away += 1) {
    const neighbour = addDays(planned, step * away);
    if (isPlanned(schedule, neighbour)) return postingDay(schedule, neighbour) === posted;
  }
  return false;
}

/** The day on which the digest of a planned day is posted by the rule for holidays; null for none. */
function postingDay(schedule: Schedule, planned: CalendarDay): CalendarDay | null {
  const { holidayRule, localClosingDays } = schedule;
  if (holidayRule === 'skip') return closingOf(planned, localClosingDays) === null ? planned : null;
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
