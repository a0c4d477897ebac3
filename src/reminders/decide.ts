import type { Proposal } from '../actions/change-ports.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import type { Project } from '../domain/project.ts';
import { businessDaysSince } from './business-days.ts';
import { blank, isNews, type Memory, mayBeTold } from './memory.ts';
import { responsibleFor, type Staffing } from './responsible.ts';
import { proposalThing, type Thing, thingsOf } from './thing.ts';

/** Everything that decides who is reminded of what. */
export interface RemindFacts extends Staffing {
  readonly today: CalendarDay;
  readonly projects: readonly Project[];
  /** Those that are open. */
  readonly proposals: readonly Proposal[];
  /** What is remembered of each person; nothing of those who are not in it. */
  readonly memories: ReadonlyMap<PersonId, Memory>;
  /** The day of an instant, where the office is. */
  readonly dayOf: (instant: Date) => CalendarDay;
}

/** How many business days a proposal may wait before those who decide are reminded. */
const businessDaysToDecide = 2;

/** What asks for attention first. */
const order: readonly Thing['kind'][] = ['passed', 'proposal', 'late', 'opened'];

/**
 * Who is to be reminded of what today, each person's things in the order in which they ask for attention. Whoever
 * has nothing new is not among them. Whether today is a day for reminders is not asked.
 */
export function decideReminders(facts: RemindFacts): ReadonlyMap<PersonId, readonly Thing[]> {
  const { today, projects, memories } = facts;
  const due = new Map<PersonId, Thing[]>();
  for (const project of projects) {
    const people = responsibleFor(project.id, facts);
    for (const thing of [...thingsOf(project, today), ...waitingProposals(project, facts)]) {
      for (const person of people) {
        const memory = memories.get(person) ?? blank;
        if (!mayBeTold(memory, today) || !isNews(memory, thing, today)) continue;
        due.set(person, [...(due.get(person) ?? []), thing]);
      }
    }
  }
  for (const things of due.values()) things.sort(byUrgency);
  return due;
}

/** Proposed on Friday, due on Tuesday: Saturdays, Sundays and holidays do not count. */
function waitingProposals(project: Project, { proposals, today, dayOf }: RemindFacts): readonly Thing[] {
  return proposals
    .filter(({ projectId, state, proposedAt, announcedAt }) => {
      if (projectId !== project.id || state !== 'open') return false;
      // Whoever has only just heard of it has not been kept waiting.
      if (dayOf(announcedAt ?? proposedAt) >= today) return false;
      const most = businessDaysToDecide;
      return businessDaysSince(dayOf(proposedAt), { today, most }) >= most;
    })
    .map((proposal) => proposalThing(proposal, project));
}

function byUrgency(a: Thing, b: Thing): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind) || a.projectNumber - b.projectNumber;
}
