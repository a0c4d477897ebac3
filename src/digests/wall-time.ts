import { tzOffset } from '@date-fns/tz';
import type { CalendarDay } from '../domain/calendar-day.ts';

/**
 * The instant at which a clock in `timeZone` shows `time` (`HH:mm`) on `day`. A time that the clock leaves out in
 * spring is moved on by what it leaves out (02:30 becomes 03:30); of one that it shows twice in autumn the first is
 * meant. The same as `java.time.ZonedDateTime.of`.
 *
 * @throws RangeError for a time that no clock shows, or a zone that nobody knows
 */
export function instantAt(day: CalendarDay, { time, timeZone }: { time: string; timeZone: string }): Date {
  if (!isWallTime(time)) throw new RangeError(`not a time: ${time}`);
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(timeZone, asUtc - dayLength);
  const after = offsetAt(timeZone, asUtc + dayLength);
  // Read with the offset of the day before, a time that comes twice is its first, and one that never comes moves on.
  const early = asUtc - before;
  if (before === after) return new Date(early);
  const late = asUtc - after;
  return new Date(offsetAt(timeZone, early) !== before && offsetAt(timeZone, late) === after ? late : early);
}

/** Whether the text is a time of day, `00:00` to `23:59`. */
export function isWallTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

const dayLength = 86_400_000;

/** How far the zone is ahead of UTC at that instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const minutes = tzOffset(timeZone, new Date(instant));
  if (Number.isNaN(minutes)) throw new RangeError(`not a time zone: ${timeZone}`);
  return minutes * 60_000;
}
