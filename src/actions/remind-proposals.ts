import type { CalendarDay } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import type { ChangeStore, Proposal } from './change-ports.ts';
import { type BusinessCalendar, remindersDue } from './writes/list-proposals.ts';
import { decidersOf } from './writes/may-write.ts';

/** What reminding needs. */
export interface RemindPorts {
  readonly store: Pick<ChangeStore, 'openProposals' | 'noteReminded' | 'listPosts' | 'writersOf'>;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  readonly calendar: Omit<BusinessCalendar, 'today'>;
  /** Tells those who decide; may reject. */
  readonly remind: (proposal: Proposal, ask: readonly PersonId[]) => Promise<void>;
  /** Notes what went wrong with one proposal; the others are gone through all the same. */
  readonly report: (problem: unknown) => void;
}

/**
 * Reminds those who decide of each proposal that has waited two business days. It is noted before anybody is told:
 * whatever fails, nobody is reminded twice of one proposal.
 *
 * @returns how many proposals somebody was reminded of
 */
export async function remindProposals(ports: RemindPorts, now: Date): Promise<number> {
  const { store, calendar, remind, report } = ports;
  const today: CalendarDay = calendar.dayOf(now);
  const due = remindersDue(await store.openProposals({}), { ...calendar, today });
  let reminded = 0;
  for (const proposal of due) {
    try {
      await store.noteReminded(proposal.id, now);
      await remind(proposal, await decidersOf(ports, proposal.projectId));
      reminded += 1;
    } catch (problem) {
      report(problem);
    }
  }
  return reminded;
}
