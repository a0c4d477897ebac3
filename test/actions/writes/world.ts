import type { WritePorts } from '../../../src/actions/writes/gather.ts';
import { submitWrite, type WriteRequest } from '../../../src/actions/writes/submit-write.ts';
import type { PostId, Snapshot } from '../../../src/domain/change.ts';
import type { Person, PersonId, PersonStanding } from '../../../src/domain/person.ts';
import type { Project, ProjectId } from '../../../src/domain/project.ts';
import { aProject, today } from '../../support/factories.ts';
import { type MemoryChanges, memoryChanges } from '../../support/memory-changes.ts';
import { project8 } from './given.ts';

/** People by what they are. */
export const people = {
  administrator: 'U0ADMIN',
  administratorByPost: 'U0CHIEF',
  lead: 'U0LEAD',
  deputy: 'U0DEPUTY',
  leadOfAnother: 'U0OTHER',
  member: 'U0MEMBER',
} as const;
export type PersonKind = keyof typeof people;

/** The person, as the workspace knows them. */
export function personOf(kind: PersonKind, standing: PersonStanding = 'member'): Person {
  return { id: idOf(kind), standing, language: 'ja' };
}

export function idOf(kind: PersonKind): PersonId {
  return people[kind] as PersonId;
}

export const now = new Date('2020-08-24T00:30:00Z');
export const origin = { via: 'command', channelId: 'C0STRATEGY', permalink: null } as const;

export interface World extends MemoryChanges {
  readonly ports: WritePorts;
}

const post = (name: string, isAdministrator = false): Snapshot => ({
  kind: 'post',
  section: '産業政策課',
  name,
  isAdministrator,
});
const occupancy = (postId: string, person: PersonKind): Snapshot => ({
  kind: 'occupancy',
  postId: postId as PostId,
  personId: idOf(person),
});
const role = (postId: string, number: number, held: 'lead' | 'deputy'): Snapshot => ({
  kind: 'role',
  postId: postId as PostId,
  projectId: `project-${number}` as ProjectId,
  role: held,
});

/** Projects 8 and 9 with their people, and project 10, which is retired. */
export function world(projects: readonly Project[] = [project8, aProject({ number: 9, name: '九' })]): World {
  const memory = memoryChanges(projects, [
    ['project-10', { kind: 'project', number: 10, name: '終了した計画', aliases: [], retired: true }],
    ['word', { kind: 'word', written: '港湾', reading: null, parts: [] }],
    ['synonym', { kind: 'synonym', from: '岸壁', to: ['港湾'] }],
    ['chief', post('課長', true)],
    ['leading', post('主任')],
    ['helping', post('主事')],
    ['other', post('係長')],
    ['o-chief', occupancy('chief', 'administratorByPost')],
    ['o-leading', occupancy('leading', 'lead')],
    ['o-helping', occupancy('helping', 'deputy')],
    ['o-other', occupancy('other', 'leadOfAnother')],
    ['r-leading', role('leading', 8, 'lead')],
    ['r-helping', role('helping', 8, 'deputy')],
    ['r-other', role('other', 9, 'lead')],
  ]);
  const { store, reader } = memory;
  return { ...memory, ports: { store, reader, administrators: [idOf('administrator')] } };
}

let requests = 0;

/** A submission of the lead to project 8 under a key of its own: 記録 of 説明会 unless told. */
export function aRequest(given: Partial<WriteRequest> = {}): WriteRequest {
  requests += 1;
  return {
    verb: 'record-milestone',
    person: personOf('lead'),
    fields: { text: '説明会を開催', when: 'R2.8.20' },
    projectNumber: 8,
    row: null,
    requestKey: `request-${requests}`,
    origin,
    confirmed: null,
    now,
    today,
    ...given,
  };
}

/** Submits; throws where nothing was written. */
export async function written(ports: WritePorts, given: Partial<WriteRequest> = {}) {
  const result = await submitWrite(ports, aRequest(given));
  if (!result.ok || result.value.kind !== 'written') throw new Error(JSON.stringify(result));
  return result.value;
}

/** Submits as a member; throws where it was not kept as a proposal. */
export async function proposed(ports: WritePorts, given: Partial<WriteRequest> = {}) {
  const result = await submitWrite(ports, aRequest({ person: personOf('member'), ...given }));
  if (!result.ok || result.value.kind !== 'proposed') throw new Error(JSON.stringify(result));
  return result.value.proposal;
}
