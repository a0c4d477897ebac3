import { type CalendarDay, calendarDay } from '../domain/calendar-day.ts';

/** A day as Prisma gives and takes the values of a `date` column: the instant at midnight UTC. */
export function dateOf(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day of such a value. */
export function dayOf(date: Date): CalendarDay {
  return calendarDay(date.toISOString().slice(0, 10));
}
