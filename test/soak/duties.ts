import type { PostRecord } from '../../src/actions/change-ports.ts';
import { addDays, type CalendarDay, calendarDay } from '../../src/domain/calendar-day.ts';
import type { Milestone, MilestoneId } from '../../src/domain/milestone.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Project, ProjectId } from '../../src/domain/project.ts';
import type { Gathered } from '../../src/reminders/ports.ts';
import { aMilestone, aProject } from '../support/factories.ts';

const begin = calendarDay('2020-08-24');
const everyDays = 28;

/** Who leads which project: one person each. */
export function leadOf(project: number): PersonId {
  return `U${project}` as PersonId;
}

/**
 * Projects in which an event passes without word every four weeks, on another weekday in each, and nobody ever says
 * what became of any: each has to be told once, and then stays as it is.
 */
export function dutiesOf(count: number): (today: CalendarDay) => Gathered {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const events = new Map(numbers.map((number) => [number, [] as Milestone[]]));
  const posts = numbers.map(postOf);
  return (today) => ({
    posts,
    proposals: [],
    projects: numbers.map((number) => projectOf(number, events.get(number) ?? [], today)),
  });
}

/** The keys of the events of a project that had passed by that day. */
export function passedBy(number: number, day: CalendarDay): readonly string[] {
  const keys: string[] = [];
  for (let index = 0; dayOf(number, index) < day; index += 1) keys.push(`passed:${idOf(number, index)}`);
  return keys;
}

function projectOf(number: number, known: Milestone[], today: CalendarDay): Project {
  while (dayOf(number, known.length) <= today) known.push(eventOf(number, known.length));
  const milestones = known.filter((_, index) => dayOf(number, index) <= today);
  return { ...aProject({ number }), milestones, scheduled: milestones };
}

function eventOf(number: number, index: number): Milestone {
  const day = dayOf(number, index);
  const period = { text: day, first: day, last: day, precision: 'day', approximate: false } as const;
  return {
    ...aMilestone('催し').planned(),
    id: idOf(number, index),
    dates: [{ period, ordinal: null }],
  };
}

function idOf(number: number, index: number): MilestoneId {
  return `${number}-${index}` as MilestoneId;
}

function dayOf(number: number, index: number): CalendarDay {
  return addDays(begin, number + index * everyDays);
}

function postOf(number: number): PostRecord {
  const projectId = `project-${number}` as ProjectId;
  return {
    id: `post-${number}`,
    version: 1,
    section: '課',
    name: '班長',
    isAdministrator: false,
    occupants: [{ id: `in-${number}`, version: 1, personId: leadOf(number) }],
    roles: [{ id: `role-${number}`, version: 1, projectId, projectNumber: number, role: 'lead' }],
  };
}
