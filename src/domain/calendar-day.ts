import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';

declare const brand: unique symbol;

/** A day of the calendar, not an instant: `YYYY-MM-DD`. Compares and sorts as a string. */
export type CalendarDay = string & { readonly [brand]: 'CalendarDay' };

/** The day of the given year, month (1–12) and day of the month, or `null` if the calendar has none. */
export function makeDay(year: number, month: number, day: number): CalendarDay | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDay;
}

/** The day written as `YYYY-MM-DD`. Throws a RangeError for anything else: for text that a program wrote. */
export function calendarDay(text: string): CalendarDay {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const made = makeDay(Number(year), Number(month), Number(day));
  if (made === null) throw new RangeError(`not a calendar day: ${text}`);
  return made;
}

/** The day that a calendar in `timeZone` (an IANA name) shows at `instant`. */
export function dayAt(instant: Date, timeZone: string): CalendarDay {
  return calendarDay(format(instant, 'yyyy-MM-dd', { in: tz(timeZone) }));
}

/** Year, month (1–12) and day of the month. */
export function partsOf(day: CalendarDay): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** How many days the month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate();
}

/** The day `count` days later (earlier if negative). Throws a RangeError outside the years 1–9999. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const { year, month, day: date } = partsOf(day);
  return dayOf(utc(year, month, date + count));
}

/** The same day of the month `count` months later (earlier if negative), or that month's last day if it is shorter. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const { year, month, day: date } = partsOf(day);
  const first = utc(year, month + count, 1);
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return dayOf(utc(year, month + count, Math.min(date, last)));
}

/** How many days `later` lies after `earlier`; negative if it lies before. */
export function differenceInDays(later: CalendarDay, earlier: CalendarDay): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

/** Day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: CalendarDay): number {
  const { year, month, day: date } = partsOf(day);
  return utc(year, month, date).getUTCDay() || 7;
}

// UTC throughout: in the system's own zone a month could end a day early.
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function dayOf(date: Date): CalendarDay {
  const made = makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (made === null) throw new RangeError(`outside the years 1–9999: ${date.toISOString()}`);
  return made;
}
