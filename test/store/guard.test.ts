import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Guard } from '../../src/actions/change-ports.ts';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  anOccupancy,
  aPost,
  aProposal,
  aRole,
  aSet,
  lead,
  removing,
} from '../support/changes.ts';
import { today } from '../support/factories.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('a right in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  const project = anId() as ProjectId;
  const post = anId();
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.apply(aSet([adding(aNewProject(8), project), adding(aPost('主任'), post)]));
    await store.apply(aSet([adding(aRole(post, project, 'lead'))]));
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const guard: Guard = { person: lead.personId, allows: ({ roles }) => roles.length > 0 };
  const writing = (text: string) => aSet([adding(aMilestoneIn(project, text))], { guard });
  const occupied = async () => {
    const draft = adding(anOccupancy(post, lead.personId));
    await store.apply(aSet([draft]));
    return draft.target;
  };
  const leaving = async (target: { kind: 'occupancy'; id: string }) => {
    const row = await store.read(target);
    if (row === null) throw new Error('nobody is in the post');
    return aSet([removing(row)], { verb: 'release-person' });
  };
  const leave = async (target: { kind: 'occupancy'; id: string }) => store.apply(await leaving(target));

  test('that somebody does not have lets nothing be written, and its key is not taken', async () => {
    const set = writing('右');
    expect(await store.apply(set)).toEqual({ kind: 'not-allowed' });
    expect(await store.findRequest(set.requestKey)).toBeNull();
    expect((await store.findProject(8))?.milestones).toEqual([]);
  });

  test('that somebody does not have decides on no proposal', async () => {
    const { id } = await store.propose(aProposal(project), anId());
    const approval = { ...writing('左'), approvedBy: lead, proposalId: id };
    expect(await store.apply(approval)).toEqual({ kind: 'not-allowed' });
    const rejection = { by: lead, at: approval.at, reason: '重複', guard };
    expect(await store.reject(id, rejection)).toEqual({ kind: 'not-allowed' });
    expect(await store.findProposal(id)).toMatchObject({ state: 'open', decidedBy: null });
  });

  test('that is lost after a write does not take its answer away', async () => {
    const target = await occupied();
    const set = writing('一度');
    const first = await store.apply(set);
    await leave({ kind: 'occupancy', id: target.id });
    expect(first.kind).toBe('applied');
    expect(await store.apply(set)).toEqual({ ...first, kind: 'repeated' });
  });

  test('that is taken away while thirty write: behind the removal stands nothing of theirs', async () => {
    const target = { kind: 'occupancy', id: (await occupied()).id } as const;
    const writes = (from: number) =>
      Array.from({ length: 15 }, (_, index) => store.apply(writing(`${from + index}`)));
    const release = await leaving(target);
    const [before, left, after] = [writes(0), store.apply(release), writes(15)];
    expect((await left).kind).toBe('applied');
    const kinds = (await Promise.all([...before, ...after])).map(({ kind }) => kind);
    const { changes } = await store.history({ skip: 0, most: 100 });
    const newest = changes.findIndex(({ verb }) => verb === 'release-person');
    expect(newest).toBe(0);
    expect(kinds).toContain('not-allowed');
    const theirs = changes.filter(({ after }) => after?.kind === 'milestone');
    expect(theirs).toHaveLength(kinds.filter((kind) => kind === 'applied').length + 1);
  });

  test('that is taken away between the question and the write makes a proposal of it', async () => {
    const target = { kind: 'occupancy', id: (await occupied()).id } as const;
    // The role goes after the action has asked for the standing, and before its transaction begins.
    const late = {
      ...store,
      apply: async (set: Parameters<Store['apply']>[0]) => {
        await leave(target);
        return store.apply(set);
      },
    };
    const result = await submitWrite(
      { store: late, reader: store, administrators: [] },
      {
        verb: 'record-milestone',
        person: { id: lead.personId as PersonId, standing: 'member', language: 'ja' },
        fields: { text: '間に合わない', when: 'R2.8' },
        projectNumber: 8,
        row: null,
        requestKey: anId(),
        origin: { via: 'command', channelId: null, permalink: null },
        confirmed: null,
        now: new Date('2020-08-24T01:00:00Z'),
        today,
      },
    );
    expect(result).toMatchObject({ ok: true, value: { kind: 'proposed' } });
  });
});
