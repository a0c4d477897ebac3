import { describe, expect, test } from '@jest/globals';
import {
  type ApprovalRequest,
  approveProposal,
  rejectProposal,
} from '../../../src/actions/writes/decide-proposal.ts';
import type { WritePorts } from '../../../src/actions/writes/gather.ts';
import { listProposals } from '../../../src/actions/writes/list-proposals.ts';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import type { MilestoneSnapshot, Target } from '../../../src/domain/change.ts';
import { today } from '../../support/factories.ts';
import { seminar } from './targets.ts';
import { idOf, now, type PersonKind, personOf, proposed, world, written } from './world.ts';

function approval(proposalId: string, given: Partial<ApprovalRequest> = {}): ApprovalRequest {
  const person = personOf('lead');
  return { proposalId, person, requestKey: 'approve', fields: null, confirmed: null, now, today, ...given };
}

const rejection = (proposalId: string, kind: PersonKind = 'lead') => ({
  proposalId,
  person: personOf(kind),
  now,
  reason: '数字を確認してください',
});

describe('approving', () => {
  test('the author stays the author, the approver stands beside', async () => {
    const { ports, changes, store } = world();
    const { id } = await proposed(ports);
    const result = await approveProposal(ports, approval(id));
    expect(result).toMatchObject({
      value: { kind: 'written', proposal: { state: 'approved', decidedBy: { personId: idOf('lead') } } },
    });
    expect(changes).toMatchObject([
      {
        verb: 'record-milestone',
        by: { personId: idOf('member'), posts: [] },
        approvedBy: { personId: idOf('lead'), posts: ['産業政策課 主任'] },
        after: { text: '説明会を開催' },
      },
    ]);
    expect(await store.openProposals({})).toEqual([]);
  });

  test('修正: with the fields as the approver has them', async () => {
    const { ports, changes } = world();
    const { id } = await proposed(ports);
    await approveProposal(ports, approval(id, { fields: { text: '説明会（改）', when: 'R2.8.21' } }));
    expect(changes).toMatchObject([{ by: { personId: idOf('member') }, after: { text: '説明会（改）' } }]);
  });

  describe('of a value that was corrected twice meanwhile', () => {
    const target = { kind: 'observation', id: 'second' } as const;
    const correct = (ports: WritePorts, of: Target, value: string) =>
      written(ports, {
        verb: 'correct-observation',
        fields: { value, when: 'R2.3' },
        row: { target: of, version: null },
      });
    const given = async () => {
      const { ports } = world();
      const fields = { value: '25', when: 'R2.3' };
      const { id } = await proposed(ports, {
        verb: 'correct-observation',
        fields,
        row: { target, version: 1 },
      });
      const added = ({ changes }: Awaited<ReturnType<typeof correct>>) =>
        changes.find(({ after }) => after !== null)?.target ?? target;
      const last = added(await correct(ports, added(await correct(ports, target, '21')), '22'));
      return { ports, id, last, fields };
    };

    test('承認 is a conflict with the one in its place', async () => {
      const { ports, id, last } = await given();
      expect(await approveProposal(ports, approval(id))).toMatchObject({
        refusal: { kind: 'conflict', current: { target: last, snapshot: { value: { amount: '22' } } } },
      });
    });

    test('修正 of the one in its place is written; of one that was seen before it is not', async () => {
      const { ports, id, last, fields } = await given();
      const seen = { fields, version: 1 };
      expect(await approveProposal(ports, approval(id, { ...seen, target }))).toMatchObject({
        refusal: { kind: 'conflict', target: last },
      });
      expect(await approveProposal(ports, approval(id, { ...seen, target: last }))).toMatchObject({
        ok: true,
      });
    });
  });

  test('twice by the same press is once', async () => {
    const { ports, changes } = world();
    const { id } = await proposed(ports);
    const first = await approveProposal(ports, approval(id));
    const second = await approveProposal(ports, approval(id));
    expect([first, second]).toMatchObject([{ value: { repeated: false } }, { value: { repeated: true } }]);
    expect(changes).toHaveLength(1);
  });

  test('twice by different people is once, and the second is told', async () => {
    const { ports, changes } = world();
    const { id } = await proposed(ports);
    await approveProposal(ports, approval(id));
    const other = approval(id, { person: personOf('deputy'), requestKey: 'other' });
    expect(await approveProposal(ports, other)).toMatchObject({
      refusal: { kind: 'decided-before', proposal: { state: 'approved' } },
    });
    expect(changes).toHaveLength(1);
  });

  test('rejected between reading and writing: nothing is written', async () => {
    const { ports, store, changes } = world();
    const { id } = await proposed(ports);
    const apply: typeof store.apply = async (set) => {
      await rejectProposal(ports, rejection(id, 'deputy'));
      return store.apply(set);
    };
    expect(await approveProposal({ ...ports, store: { ...store, apply } }, approval(id))).toMatchObject({
      refusal: { kind: 'decided-before', proposal: { state: 'rejected' } },
    });
    expect(changes).toEqual([]);
  });

  test('what has changed since it was proposed is a conflict', async () => {
    const { ports, store, overtake } = world();
    const { id } = await proposed(ports, { verb: 'cancel-event', fields: { reason: 'a' }, row: seminar });
    const before = await store.read(seminar.target);
    overtake(seminar.target, { ...(before?.snapshot as MilestoneSnapshot), text: '別の文' });
    expect(await approveProposal(ports, approval(id))).toMatchObject({
      refusal: { kind: 'conflict', current: { snapshot: { text: '別の文' } }, mine: { state: 'cancelled' } },
    });
    expect(await store.openProposals({})).toHaveLength(1);
  });

  test('what was taken out is gone; fields that no longer fit are told', async () => {
    const { ports, overtake } = world();
    const gone = await proposed(ports, { verb: 'cancel-event', fields: { reason: 'a' }, row: seminar });
    overtake(seminar.target, null);
    expect(await approveProposal(ports, approval(gone.id))).toMatchObject({ refusal: { kind: 'gone' } });
    const { id } = await proposed(ports);
    const yesterday = approval(id, { today: calendarDay('2020-08-19') });
    expect(await approveProposal(ports, yesterday)).toMatchObject({
      refusal: { kind: 'fields', problems: [{ field: 'when', kind: 'future' }] },
    });
  });

  test('a row that has moved to another project is decided on there', async () => {
    const { ports, store, overtake } = world();
    const { id } = await proposed(ports, { verb: 'cancel-event', fields: { reason: 'a' }, row: seminar });
    const before = (await store.read(seminar.target))?.snapshot as MilestoneSnapshot;
    overtake(seminar.target, { ...before, projectId: 'project-9' as typeof before.projectId });
    expect(await approveProposal(ports, approval(id))).toMatchObject({ refusal: { kind: 'gone' } });
  });

  test('an unknown proposal is none', async () => {
    expect(await approveProposal(world().ports, approval('x'))).toEqual({
      ok: false,
      refusal: { kind: 'no-proposal' },
    });
  });
});

describe('who decides', () => {
  test.each<[PersonKind, boolean]>([
    ['administrator', true],
    ['administratorByPost', true],
    ['lead', true],
    ['deputy', true],
    ['leadOfAnother', false],
    ['member', false],
  ])('%s: %p', async (kind, may) => {
    const { ports } = world();
    const { id } = await proposed(ports);
    const refusal = { kind: 'may-not-write', why: 'writers', ask: [idOf('lead'), idOf('deputy')] };
    const approved = await approveProposal(ports, approval(id, { person: personOf(kind) }));
    expect(approved).toMatchObject(may ? { ok: true } : { ok: false, refusal });
    const other = await proposed(ports, { fields: { text: '別の説明会', when: 'R2.8.20' } });
    const rejected = await rejectProposal(ports, rejection(other.id, kind));
    expect(rejected).toMatchObject(may ? { ok: true } : { ok: false, refusal });
  });

  test('a deactivated lead does not', async () => {
    const { ports } = world();
    const { id } = await proposed(ports);
    const person = personOf('lead', 'deactivated');
    const refusal = { kind: 'may-not-write', why: 'standing', standing: 'deactivated' };
    expect(await approveProposal(ports, approval(id, { person }))).toMatchObject({ refusal });
    expect(await rejectProposal(ports, { ...rejection(id), person })).toMatchObject({ refusal });
    expect(await listProposals(ports, person)).toEqual([]);
  });
});

describe('rejecting', () => {
  test('keeps the reason and writes nothing', async () => {
    const { ports, changes } = world();
    const { id } = await proposed(ports);
    expect(await rejectProposal(ports, rejection(id))).toMatchObject({
      value: { state: 'rejected', reason: '数字を確認してください', decidedBy: { personId: idOf('lead') } },
    });
    expect(changes).toEqual([]);
    expect(await rejectProposal(ports, rejection(id))).toMatchObject({ refusal: { kind: 'decided-before' } });
    expect(await approveProposal(ports, approval(id))).toMatchObject({ refusal: { kind: 'decided-before' } });
  });

  test.each(['', '　', 'あ'.repeat(501)])('needs a reason that can be read: %j', async (reason) => {
    const { ports } = world();
    const { id } = await proposed(ports);
    expect(await rejectProposal(ports, { ...rejection(id), reason })).toMatchObject({
      refusal: { kind: 'fields', problems: [{ field: 'reason' }] },
    });
  });

  test('an unknown proposal is none', async () =>
    expect(await rejectProposal(world().ports, rejection('x'))).toMatchObject({
      refusal: { kind: 'no-proposal' },
    }));
});

test.each<[PersonKind, number]>([
  ['administrator', 2],
  ['lead', 1],
  ['leadOfAnother', 1],
  ['member', 0],
])('%s sees %i of an open proposal to each of two projects', async (kind, count) => {
  const { ports } = world();
  await proposed(ports);
  await proposed(ports, { projectNumber: 9 });
  expect(await listProposals(ports, personOf(kind))).toHaveLength(count);
});
