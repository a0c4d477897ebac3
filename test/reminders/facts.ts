import type { PostRecord } from '../../src/actions/change-ports.ts';
import { type CalendarDay, dayAt } from '../../src/domain/calendar-day.ts';
import type { ProjectRole } from '../../src/domain/change.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Project, ProjectId } from '../../src/domain/project.ts';
import { decideReminders, type RemindFacts } from '../../src/reminders/decide.ts';
import { blank, type Memory } from '../../src/reminders/memory.ts';
import { today } from '../support/factories.ts';

export const LEAD = 'U0LEAD' as PersonId;
export const DEPUTY = 'U0DEPUTY' as PersonId;
export const ADMIN = 'U0ADMIN' as PersonId;

/** A post with its occupants and what it is in project 8. */
export function aPost(
  occupants: readonly PersonId[],
  role: ProjectRole | null,
  given: Partial<PostRecord> = {},
): PostRecord {
  return {
    id: `post of ${occupants.join()} ${role}`,
    version: 1,
    section: '産業政策課',
    name: '主任',
    isAdministrator: false,
    occupants: occupants.map((personId) => ({ id: `in ${personId}`, version: 1, personId })),
    roles: role === null ? [] : [{ id: role, version: 1, projectId: project8, projectNumber: 8, role }],
    ...given,
  };
}

export const project8 = 'project-8' as ProjectId;

/** Whom the facts have reminded of what: `U0LEAD: passed:産業セミナー`. */
export function decided(
  given: Partial<RemindFacts> & { readonly projects: readonly Project[] },
): readonly string[] {
  const due = decideReminders({
    today,
    proposals: [],
    posts: [aPost([LEAD], 'lead')],
    administrators: [ADMIN],
    isThere: () => true,
    memories: new Map(),
    dayOf: (instant) => dayAt(instant, 'Asia/Tokyo'),
    ...given,
  });
  return [...due].map(([person, things]) => `${person}: ${things.map(({ key }) => key).join(', ')}`);
}

/** What is remembered of somebody to whom all of this happened. */
export function memory(given: Partial<Memory>): Memory {
  return { ...blank, ...given };
}

/** The instant at noon of a day. */
export function noon(day: CalendarDay): Date {
  return new Date(`${day}T12:00:00+09:00`);
}
