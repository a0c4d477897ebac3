import holidays from '@holiday-jp/holiday_jp';
import type { CalendarDay } from '../domain/calendar-day.ts';

/**
 * Whether the offices of the prefecture are closed on that day of the week: national and substitute holidays (those
 * that are known by law, up to 2050), and from 29 December to 3 January.
 */
export function isHoliday(day: CalendarDay): boolean {
  const monthAndDay = day.slice(5);
  return holidays.isHoliday(day) || monthAndDay >= '12-29' || monthAndDay <= '01-03';
}
