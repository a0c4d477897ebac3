import holidayJp from '@holiday-jp/holiday_jp';
import { addMonths, type CalendarDay, calendarDay } from '../domain/calendar-day.ts';

/** Why an office is closed on a day. */
export type Closing =
  /** National and substitute holidays (国民の祝日, 振替休日, 国民の休日), with their names. */
  | { readonly kind: 'holiday'; readonly name: string; readonly nameEn: string }
  /** 29 December to 3 January, as the law on days off of local governments has it. */
  | { readonly kind: 'new-year' }
  /** A closing day of this office. */
  | { readonly kind: 'local' };

// Looked up by text: the library's own functions take a Date and read it in the system's zone.
const holidays: Readonly<Record<string, { readonly name: string; readonly name_en: string } | undefined>> =
  holidayJp.holidays;

/** Why the day is closed, or null. Weekends are not: who chooses a Saturday means it. */
export function closingOf(day: CalendarDay, localClosingDays: readonly CalendarDay[]): Closing | null {
  const holiday = holidays[day];
  if (holiday !== undefined) return { kind: 'holiday', name: holiday.name, nameEn: holiday.name_en };
  const monthAndDay = day.slice(5);
  if (monthAndDay >= '12-29' || monthAndDay <= '01-03') return { kind: 'new-year' };
  return localClosingDays.includes(day) ? { kind: 'local' } : null;
}

/** The last day of the last year that the calendar of holidays knows whole. */
export const holidaysKnownUntil: CalendarDay = calendarDay(
  `${Object.keys(holidays).toSorted().at(-1)?.slice(0, 4)}-12-31`,
);

/** Whether the calendar of holidays ends within a year from today: the operator has to update the program. */
export function holidaysEndSoon(today: CalendarDay, knownUntil: CalendarDay = holidaysKnownUntil): boolean {
  return addMonths(today, 12) > knownUntil;
}
