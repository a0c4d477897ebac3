import type { CalendarDay } from '../../domain/calendar-day.ts';
import { addDays, differenceInDays, weekdayOf } from '../../domain/calendar-day.ts';
import type { Person } from '../../domain/person.ts';
import type { Proposal } from '../change-ports.ts';
import type { WritePorts } from './gather.ts';
import { rightOf } from './may-write.ts';

/** The open proposals that the person may decide on, the oldest first. Empty for who decides on none. */
export async function listProposals(ports: WritePorts, person: Person): Promise<readonly Proposal[]> {
  if (person.standing !== 'member') return [];
  const [standing, open] = await Promise.all([
    ports.store.standingOf(person.id),
    ports.store.openProposals({}),
  ]);
  const writer = { person, standing, administrators: ports.administrators };
  return open.filter(({ projectId }) => rightOf(writer, { by: 'writers', projectId }) === 'write');
}

/** How many business days a proposal may wait before who decides is reminded. */
const businessDaysToDecide = 2;

/** What tells business days from others, and instants from days. */
export interface BusinessCalendar {
  readonly today: CalendarDay;
  readonly isHoliday: (day: CalendarDay) => boolean;
  readonly dayOf: (instant: Date) => CalendarDay;
}

/**
 * The open proposals of which nobody has been reminded and that have waited two business days: proposed on Friday,
 * due on Tuesday. Saturdays, Sundays and holidays do not count; nobody is reminded on one.
 */
export function remindersDue(
  proposals: readonly Proposal[],
  calendar: BusinessCalendar,
): readonly Proposal[] {
  if (!isBusinessDay(calendar.today, calendar)) return [];
  return proposals.filter(
    ({ state, remindedAt, proposedAt }) =>
      state === 'open' &&
      remindedAt === null &&
      businessDaysSince(calendar.dayOf(proposedAt), calendar) >= businessDaysToDecide,
  );
}

/** Business days after `day`, up to today and it included. */
function businessDaysSince(day: CalendarDay, calendar: BusinessCalendar): number {
  // Whatever the holidays, nobody waits longer than a fortnight; so the days are few.
  const days = Math.min(differenceInDays(calendar.today, day), 14);
  if (days === 14) return businessDaysToDecide;
  return Array.from({ length: Math.max(days, 0) }, (_, at) => addDays(day, at + 1)).filter((each) =>
    isBusinessDay(each, calendar),
  ).length;
}

function isBusinessDay(day: CalendarDay, { isHoliday }: BusinessCalendar): boolean {
  return weekdayOf(day) <= 5 && !isHoliday(day);
}
