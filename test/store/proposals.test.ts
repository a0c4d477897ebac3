import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  aProposal,
  aSet,
  lead,
  recordedAt,
  staff,
} from '../support/changes.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('a proposal in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  let number = 0;
  let project: ProjectId;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  beforeEach(async () => {
    number += 1;
    project = anId() as ProjectId;
    await store.apply(aSet([adding(aNewProject(number), project)]));
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const proposed = async () => store.propose(aProposal(project), anId());
  const approval = (proposalId: string) =>
    aSet([adding(aMilestoneIn(project, '説明会を開催'))], { by: staff, approvedBy: lead, proposalId });
  const rejection = { by: lead, at: new Date('2020-08-25T01:00:00Z'), reason: '重複しています', guard: null };

  test('is kept as it is, with its row', async () => {
    const proposal = aProposal(project, { target: { kind: 'milestone', id: anId() }, version: 3 });
    expect(await store.propose(proposal, anId())).toEqual(proposal);
    expect(await store.findProposal(proposal.id)).toEqual(proposal);
  });

  test('is kept once under a request key', async () => {
    const key = anId();
    const kept = await Promise.all(Array.from({ length: 10 }, () => store.propose(aProposal(project), key)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(await store.openProposals({ projectId: project })).toEqual([kept[0]]);
  });

  test('is not kept under a key under which something was written', async () => {
    const set = aSet([adding(aMilestoneIn(project, '済'))]);
    await store.apply(set);
    await expect(store.propose(aProposal(project), set.requestKey)).rejects.toThrow('written before');
    expect(await store.openProposals({ projectId: project })).toEqual([]);
  });

  test('of which nothing may be written: its key is taken', async () => {
    const key = anId();
    const { id } = await store.propose(aProposal(project), key);
    const set = { ...aSet([adding(aMilestoneIn(project, '済'))]), requestKey: key };
    expect(await store.apply(set)).toEqual({ kind: 'repeated', setId: id, changes: [] });
    expect(await store.findRequest(key)).toBeNull();
  });

  test('that is approved is written and closed together, in the name of its author', async () => {
    const { id } = await proposed();
    const result = await store.apply(approval(id));
    expect(result).toMatchObject({ kind: 'applied', changes: [{ by: staff, approvedBy: lead }] });
    expect(await store.findProposal(id)).toMatchObject({
      state: 'approved',
      decidedBy: lead,
      decidedAt: recordedAt,
    });
  });

  test('that two approve at once is written once, and both hear the same', async () => {
    const { id } = await proposed();
    const [first, second] = await Promise.all([store.apply(approval(id)), store.apply(approval(id))]);
    expect([first.kind, second.kind].toSorted()).toEqual(['applied', 'repeated']);
    expect({ ...first, kind: '' }).toEqual({ ...second, kind: '' });
    expect((await store.findProject(number))?.milestones).toHaveLength(1);
  });

  test('stays open where its approval meets a conflict', async () => {
    const { id } = await proposed();
    const clash = aSet([adding(aNewProject(number))], { approvedBy: lead, proposalId: id });
    expect(await store.apply(clash)).toMatchObject({ kind: 'conflict' });
    expect(await store.findProposal(id)).toMatchObject({ state: 'open', decidedBy: null });
  });

  test('that is rejected keeps the reason, and is not decided again', async () => {
    const { id } = await proposed();
    const rejected = {
      state: 'rejected',
      decidedBy: lead,
      decidedAt: rejection.at,
      reason: '重複しています',
    };
    expect(await store.reject(id, rejection)).toMatchObject({ kind: 'rejected', proposal: rejected });
    expect(await store.reject(id, { ...rejection, reason: 'もう一度' })).toEqual({ kind: 'decided-before' });
    expect(await store.apply(approval(id))).toEqual({ kind: 'repeated', setId: id, changes: [] });
    expect(await store.findProposal(id)).toMatchObject(rejected);
    expect((await store.findProject(number))?.milestones).toEqual([]);
  });

  test('is listed while it is open, oldest first, and by when it was proposed', async () => {
    const onDay = (day: number) =>
      store.propose(aProposal(project, { proposedAt: new Date(Date.UTC(2020, 7, day)) }), anId());
    const [third, first, second] = [await onDay(3), await onDay(1), await onDay(2)];
    const open = { projectId: project };
    expect(await store.openProposals(open)).toEqual([first, second, third]);
    expect(await store.openProposals({ ...open, before: second.proposedAt })).toEqual([first]);
    await store.reject(first.id, rejection);
    expect(await store.openProposals(open)).toEqual([second, third]);
    expect(await store.openProposals({ projectId: anId() as ProjectId })).toEqual([]);
  });

  describe('of which somebody is to be told', () => {
    const at = new Date('2020-08-24T01:00:00Z');
    const untold = async (about: 'asked' | 'result') =>
      (await store.untoldProposals(about))
        .filter(({ projectId }) => projectId === project)
        .map(({ id }) => id);

    test('is listed until it is noted that it was announced, and then until its author was told', async () => {
      const { id } = await proposed();
      expect([await untold('asked'), await untold('result')]).toEqual([[id], []]);
      await store.noteTold(id, 'asked', at);
      expect([await untold('asked'), await untold('result')]).toEqual([[], []]);
      await store.reject(id, rejection);
      expect([await untold('asked'), await untold('result')]).toEqual([[], [id]]);
      await store.noteTold(id, 'result', at);
      expect(await untold('result')).toEqual([]);
      expect(await store.findProposal(id)).toMatchObject({ announcedAt: at, resultToldAt: at });
    });

    test('is told to each person by one, of however many who try at once', async () => {
      const { id: proposalId } = await proposed();
      const notice = { proposalId, about: 'asked', personId: lead.personId } as const;
      const claims = await Promise.all(Array.from({ length: 10 }, () => store.claimNotice(notice, at)));
      expect(claims.filter(({ kind }) => kind === 'claimed')).toEqual([claimed(1)]);
      expect(claims.filter(({ kind }) => kind === 'taken')).toHaveLength(9);
      expect(await store.claimNotice({ ...notice, about: 'result' }, at)).toEqual(claimed(1));
      expect(await store.claimNotice({ ...notice, about: 'stuck' }, at)).toEqual(claimed(1));
      expect(await store.claimNotice({ ...notice, personId: staff.personId }, at)).toEqual(claimed(1));
    });

    const claimed = (attempts: number) => ({ kind: 'claimed', attempts });
    const given = async (about: 'asked' | 'result' | 'stuck' = 'asked') => {
      const { id: proposalId } = await proposed();
      const notice = { proposalId, about, personId: lead.personId } as const;
      await store.claimNotice(notice, at);
      return notice;
    };
    const later = new Date('2020-08-24T01:01:00Z');

    test.each(['asked', 'stuck'] as const)(
      'is to be told again after a claim was put off (%s), even if another had come to the end',
      async (about) => {
        const notice = await given(about);
        await store.noteTold(notice.proposalId, 'asked', at);
        await store.deferNotice(notice, later);
        expect(await untold('asked')).toEqual([notice.proposalId]);
        expect(await store.claimNotice(notice, at)).toEqual({ kind: 'deferred' });
        const claims = await Promise.all(Array.from({ length: 5 }, () => store.claimNotice(notice, later)));
        expect(claims.filter(({ kind }) => kind === 'claimed')).toEqual([claimed(2)]);
        expect(claims.filter(({ kind }) => kind === 'taken')).toHaveLength(4);
      },
    );

    test('is not told to whom it cannot be', async () => {
      const notice = await given();
      await store.failNotice(notice, 'account_inactive');
      expect(await store.claimNotice(notice, later)).toEqual({ kind: 'failed' });
    });
  });

  test('tells what was written when it was approved, and whether it was corrected', async () => {
    const { id } = await proposed();
    const result = await store.apply({ ...approval(id), amended: true });
    if (result.kind !== 'applied') throw new Error(result.kind);
    expect(await store.findProposal(id)).toMatchObject({ setId: result.setId, amended: true });
  });

  test.each(['', 'x', '00000000-0000-7000-8000-000000000000'])('of the id %j is not there', async (id) => {
    expect(await store.findProposal(id)).toBeNull();
    expect(await store.reject(id, rejection)).toEqual({ kind: 'decided-before' });
  });

  test('with a NUL character is refused', async () => {
    const proposal = aProposal(project, { fields: { text: 'a\0b' } });
    await expect(store.propose(proposal, anId())).rejects.toThrow('NUL');
  });
});
