import type { ChangeSet, Draft, Proposal } from '../../src/actions/change-ports.ts';
import type {
  IndicatorSnapshot,
  MilestoneSnapshot,
  ObservationSnapshot,
  PostId,
  ProjectSnapshot,
  Snapshot,
  Target,
  Versioned,
} from '../../src/domain/change.ts';
import type { IndicatorId } from '../../src/domain/indicator.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { usualRhythm } from '../../src/domain/rhythm.ts';
import { uuidV7 } from '../../src/store/uuid-v7.ts';
import { aPeriod } from './editions.ts';

export const lead = { personId: 'U0LEAD' as PersonId, posts: ['産業政策課 主任'] };
export const staff = { personId: 'U0STAFF' as PersonId, posts: [] };
/** The instant of every change whose time does not matter. */
export const recordedAt = new Date('2020-08-24T00:30:00.123Z');

let made = 0;

/** An id that no other row has; the later it is made, the later it sorts. */
export function anId(): string {
  made += 1;
  return uuidV7(new Date(recordedAt.getTime() + made), new TextEncoder().encode(`${process.pid}`.padEnd(10)));
}

/** A set of a lead, under a request key of its own. */
export function aSet(drafts: readonly Draft[], given: Partial<ChangeSet> = {}): ChangeSet {
  return {
    requestKey: anId(),
    at: recordedAt,
    verb: 'record-milestone',
    by: lead,
    approvedBy: null,
    reason: null,
    origin: { via: 'command', channelId: 'C0STRATEGY', permalink: null },
    undoes: null,
    drafts,
    guard: null,
    ...given,
  };
}

/** A new row, or one that comes back. */
export function adding(after: Snapshot, id: string = anId()): Draft {
  return { ...draftOf({ kind: after.kind, id }, after), before: null, after, version: null };
}

/** Another content for a row as it was read. */
export function changing({ target, version, snapshot }: Versioned, after: Snapshot): Draft {
  return { ...draftOf(target, after), before: snapshot, after, version };
}

/** Taking a row away as it was read. */
export function removing({ target, version, snapshot }: Versioned): Draft {
  return { ...draftOf(target, snapshot), before: snapshot, after: null, version };
}

function draftOf(target: Target, snapshot: Snapshot): Pick<Draft, 'target' | 'projectId'> {
  if (snapshot.kind === 'project') return { target, projectId: target.id as ProjectId };
  return { target, projectId: 'projectId' in snapshot ? snapshot.projectId : null };
}

/** An entry (■) of the column of progress. */
export function aMilestoneIn(
  projectId: ProjectId,
  text: string,
  given: Partial<MilestoneSnapshot> = {},
): MilestoneSnapshot {
  return {
    kind: 'milestone',
    projectId,
    parentId: null,
    strandId: null,
    workingGroupId: null,
    column: 'progress',
    mark: '■',
    text,
    state: 'achieved',
    dates: [{ period: aPeriod('R2.8.20', '2020-08-20'), ordinal: null }],
    figures: [],
    notes: [],
    firstPlanned: null,
    ...given,
  };
}

/** A number of 回 that has to reach 30. */
export function anIndicatorIn(
  projectId: ProjectId,
  name: string,
  given: Partial<IndicatorSnapshot> = {},
): IndicatorSnapshot {
  return {
    kind: 'indicator',
    projectId,
    name,
    unit: '回',
    unitOnActual: true,
    target: { kind: 'number', amount: decimalText('30') },
    comparator: 'at-least',
    comparatorWritten: false,
    cumulative: true,
    rhythm: usualRhythm,
    note: null,
    ...given,
  };
}

/** A value of August 2020. */
export function anObservationOf(
  indicatorId: IndicatorId,
  amount: string,
  given: Partial<ObservationSnapshot> = {},
): ObservationSnapshot {
  return {
    kind: 'observation',
    indicatorId,
    value: { kind: 'number', amount: decimalText(amount) },
    asOf: aPeriod('R2.8', '2020-08-01', '2020-08-31'),
    note: null,
    ...given,
  };
}

/** A project that people add. */
export function aNewProject(number: number, given: Partial<ProjectSnapshot> = {}): ProjectSnapshot {
  return {
    kind: 'project',
    number,
    name: `第${number}のプロジェクト`,
    aliases: [],
    retired: false,
    ...given,
  };
}

/** A post of 産業政策課. */
export function aPost(name: string, isAdministrator = false) {
  return { kind: 'post', section: '産業政策課', name, isAdministrator } as const;
}

/** A person in a post. */
export function anOccupancy(postId: string, person: string) {
  return { kind: 'occupancy', postId: postId as PostId, personId: person as PersonId } as const;
}

/** What a post is in a project. */
export function aRole(postId: string, projectId: ProjectId, role: 'lead' | 'deputy') {
  return { kind: 'role', postId: postId as PostId, projectId, role } as const;
}

/** An open proposal of somebody who may not write. */
export function aProposal(projectId: ProjectId, given: Partial<Proposal> = {}): Proposal {
  return {
    id: anId(),
    verb: 'record-milestone',
    projectId,
    target: null,
    version: null,
    fields: { text: '説明会を開催', when: 'R2.8.20' },
    author: staff,
    origin: { via: 'command', channelId: 'C0STRATEGY', permalink: null },
    proposedAt: recordedAt,
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    announcedAt: null,
    resultToldAt: null,
    setId: null,
    amended: false,
    ...given,
  };
}
