import { closingOf } from '../digests/holidays.ts';
import { instantAt } from '../digests/wall-time.ts';
import { addDays, type CalendarDay, dayAt, differenceInDays, weekdayOf } from '../domain/calendar-day.ts';

/** When reminders are sent on a business day: nobody is written to in the evening because a process was down. */
const hours = { from: '09:30', until: '17:00' } as const;

/** Whether offices work: from Monday to Friday, but for holidays and 29 December–3 January. */
export function isBusinessDay(day: CalendarDay): boolean {
  return weekdayOf(day) <= 5 && closingOf(day, []) === null;
}

/** Business days after `day`, up to `today` and it included; `most` of them at most. */
export function businessDaysSince(
  day: CalendarDay,
  { today, most }: { readonly today: CalendarDay; readonly most: number },
): number {
  let count = 0;
  const days = differenceInDays(today, day);
  for (let after = 1; after <= days && count < most; after += 1) {
    if (isBusinessDay(addDays(day, after))) count += 1;
  }
  return count;
}

/** The business day whose reminders may be sent at that instant; null outside its hours. */
export function reminderDay(now: Date, timeZone: string): CalendarDay | null {
  const day = dayAt(now, timeZone);
  if (!isBusinessDay(day)) return null;
  const [from, until] = [hours.from, hours.until].map((time) => instantAt(day, { time, timeZone }));
  return from !== undefined && until !== undefined && now >= from && now < until ? day : null;
}

/** The next time at which reminders of a day begin, after that instant. */
export function nextReminders(after: Date, timeZone: string): Date {
  for (let day = dayAt(after, timeZone); ; day = addDays(day, 1)) {
    const begin = instantAt(day, { time: hours.from, timeZone });
    if (begin > after && isBusinessDay(day)) return begin;
  }
}

/** The first business day that many days later, or after that. */
export function businessDayIn(day: CalendarDay, days: number): CalendarDay {
  let later = addDays(day, days);
  while (!isBusinessDay(later)) later = addDays(later, 1);
  return later;
}
