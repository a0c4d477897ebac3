import type { Proposal } from '../actions/change-ports.ts';
import { ahead, type Standing } from '../domain/agenda.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Precision } from '../domain/period/period.ts';
import type { Project, ProjectId } from '../domain/project.ts';
import { expectedBy } from '../domain/rhythm.ts';

declare const brand: unique symbol;
/** Names what somebody is reminded of: `passed:…`, `late:…`, `opened:…`, `proposal:…` and the id of its row. */
export type ThingKey = string & { readonly [brand]: 'ThingKey' };

interface Common {
  readonly key: ThingKey;
  /** Another text as soon as there is a reason to speak of it again: another date, another value. */
  readonly fingerprint: string;
  readonly projectId: ProjectId;
  readonly projectNumber: number;
  readonly projectName: string;
}

/** The whole time of an event has passed and nobody has said what became of it. */
export interface PassedThing extends Common {
  readonly kind: 'passed';
  readonly standing: Standing;
}

/** A proposal has waited for two business days. */
export interface ProposalThing extends Common {
  readonly kind: 'proposal';
  readonly proposal: Proposal;
}

/** The value of an indicator is past its expected update. */
export interface LateThing extends Common {
  readonly kind: 'late';
  readonly indicator: Indicator;
  readonly expectedBy: CalendarDay;
}

/** The vague time for which an event is planned has begun: by now somebody may know the day. */
export interface OpenedThing extends Common {
  readonly kind: 'opened';
  readonly standing: Standing;
}

export type Thing = PassedThing | ProposalThing | LateThing | OpenedThing;

/** What a project has to be reminded of today, but for proposals; what asks for attention first comes first. */
export function thingsOf(project: Project, today: CalendarDay): readonly Thing[] {
  const agenda = ahead(project.milestones, today);
  const of = { projectId: project.id, projectNumber: project.number, projectName: project.name };
  return [
    ...agenda.filter(({ status }) => status === 'overdue').map((standing) => passed(standing, of)),
    ...project.indicators.flatMap((indicator) => late(indicator, today, of)),
    ...agenda.filter((standing) => isOpened(standing, today)).map((standing) => opened(standing, of)),
  ];
}

/** The proposal as something to be reminded of. */
export function proposalThing(
  proposal: Proposal,
  { id, number, name }: Pick<Project, 'id' | 'number' | 'name'>,
): ProposalThing {
  return {
    kind: 'proposal',
    key: keyOf('proposal', proposal.id),
    fingerprint: 'waits',
    proposal,
    projectId: id,
    projectNumber: number,
    projectName: name,
  };
}

type OfProject = Pick<Common, 'projectId' | 'projectNumber' | 'projectName'>;

function passed(standing: Standing, of: OfProject): PassedThing {
  const key = keyOf('passed', standing.milestone.id);
  return { kind: 'passed', key, fingerprint: datesOf(standing), standing, ...of };
}

function late(indicator: Indicator, today: CalendarDay, of: OfProject): LateThing[] {
  const by = expectedBy(indicator);
  if (by === null || by >= today) return [];
  const key = keyOf('late', indicator.id);
  return [{ kind: 'late', key, fingerprint: by, indicator, expectedBy: by, ...of }];
}

function opened(standing: Standing, of: OfProject): OpenedThing {
  const key = keyOf('opened', standing.milestone.id);
  const { first, last } = standing.when ?? { first: null, last: null };
  return { kind: 'opened', key, fingerprint: `${first}/${last}`, standing, ...of };
}

/** Another date, or the same one after a postponement, is worth another word; another wording is not. */
function datesOf({ milestone }: Standing): string {
  const dates = milestone.dates.map(({ period: { first, last } }) => `${first}/${last}`);
  return [milestone.state, ...dates].join(' ');
}

const vague: ReadonlySet<Precision> = new Set([
  'part-of-month',
  'month',
  'months',
  'season',
  'part-of-fiscal-year',
  'year',
  'fiscal-year',
  'years',
]);

function isOpened({ status, when }: Standing, today: CalendarDay): boolean {
  if (status !== 'due' || when === null || when.first === null) return false;
  return vague.has(when.precision) && when.first <= today;
}

function keyOf(kind: Thing['kind'], id: string): ThingKey {
  return `${kind}:${id}` as ThingKey;
}
