import type { CalendarDay } from '../../domain/calendar-day.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { type PastRefusal, readPastDay } from '../../domain/period/read-past-day.ts';

/** The day of which the table tells. */
export interface ReportDay {
  readonly day: CalendarDay;
  /** Whether it tells how things stand now; else how they stood at the end of the day. */
  readonly isPresent: boolean;
}

/**
 * The day that a person means by R3.2, 令和2年8月, 2020-08-24 or 先月; nothing is today. The month that is running counts
 * as today, since a table of August is made in August. Refuses what lies ahead and what is no time.
 */
export function readReportDay(typed: string, today: CalendarDay): Outcome<ReportDay, PastRefusal> {
  if (typed.trim() === '') return accept({ day: today, isPresent: true });
  const past = readPastDay(typed, today);
  if (past.ok) return accept({ day: past.value, isPresent: past.value >= today });
  const { refusal } = past;
  const isThisMonth = refusal.kind === 'not-over' && refusal.last.slice(0, 7) === today.slice(0, 7);
  return isThisMonth ? accept({ day: today, isPresent: true }) : refuse(refusal);
}
