import { describe, expect, test } from '@jest/globals';
import type { Proposal } from '../../src/actions/change-ports.ts';
import {
  announceProposal,
  announceResult,
  type Telling,
  tellUntold,
} from '../../src/actions/tell-of-proposals.ts';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import { aRequest, idOf, now, personOf, world } from './writes/world.ts';

const [lead, deputy, author] = [idOf('lead'), idOf('deputy'), idOf('member')];
const [admin, adminByPost] = [idOf('administrator'), idOf('administratorByPost')];

const left = { kind: 'failed', why: 'account_inactive' } as const;
const refused = { kind: 'failed', why: 'restricted_action' } as const;
const [unsent, unsure] = [{ kind: 'unsent' }, { kind: 'unsure' }] as const;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A proposal that was kept when the process ended; `says` answers for each person, told unless given. */
async function given(says: Readonly<Record<string, Telling>> = {}) {
  const { ports } = world();
  const kept = await submitWrite(ports, aRequest({ person: personOf('member') }));
  if (!kept.ok || kept.value.kind !== 'proposed') throw new Error('it was not proposed');
  const { proposal } = kept.value;
  const answers = new Map(Object.entries(says));
  const heard: string[] = [];
  const asked: string[] = [];
  const problems: unknown[] = [];
  const tell = async (_proposal: Proposal, { about, personId }: { about: string; personId: string }) => {
    const telling = answers.get(personId) ?? { kind: 'told' };
    asked.push(personId);
    if (telling.kind === 'told' || telling.kind === 'unsure') heard.push(`${about} ${personId}`);
    return telling;
  };
  const telling = { ...ports, tell, report: (problem: unknown) => void problems.push(problem) };
  const untold = async () => (await ports.store.untoldProposals('asked')).length;
  return { telling, proposal, heard, asked, answers, problems, untold, store: ports.store };
}

describe('those who decide are told of a proposal', () => {
  test('each once, whoever calls however often', async () => {
    const { telling, proposal, heard, untold } = await given();
    await Promise.all([announceProposal(telling, proposal, now), tellUntold(telling, now)]);
    await tellUntold(telling, now);
    expect(heard.toSorted()).toEqual([`asked ${deputy}`, `asked ${lead}`]);
    expect(await untold()).toBe(0);
  });

  test('later, where Slack could certainly not be reached; the others are not told again', async () => {
    const { telling, proposal, heard, answers, untold } = await given({ [lead]: unsent });
    await announceProposal(telling, proposal, now);
    expect([heard, await untold()]).toEqual([[`asked ${deputy}`], 1]);
    answers.clear();
    await tellUntold(telling, now);
    expect([heard, await untold()]).toEqual([[`asked ${deputy}`], 1]);
    await tellUntold(telling, later(1));
    expect([heard, await untold()]).toEqual([[`asked ${deputy}`, `asked ${lead}`], 0]);
  });

  test('not again where the message may have come: that is left to the reminder', async () => {
    const { telling, proposal, heard, untold } = await given({ [lead]: unsure });
    await announceProposal(telling, proposal, now);
    await tellUntold(telling, now);
    expect([heard, await untold()]).toEqual([[`asked ${lead}`, `asked ${deputy}`], 0]);
  });

  test('not again where the process ended between the claim and the message', async () => {
    const { telling, proposal, heard, untold, store } = await given();
    await store.claimNotice({ proposalId: proposal.id, about: 'asked', personId: lead }, now);
    await tellUntold(telling, now);
    expect([heard, await untold()]).toEqual([[`asked ${deputy}`], 0]);
  });

  test.each([
    ['have left', left],
    ['Slack refuses for good', refused],
  ])('and administrators where all of them %s', async (_why, why) => {
    const { telling, proposal, heard, untold } = await given({ [lead]: why, [deputy]: why });
    await announceProposal(telling, proposal, now);
    expect(heard).toEqual([`asked ${admin}`, `asked ${adminByPost}`]);
    expect(await untold()).toBe(0);
  });

  test('but for one whom Slack refuses for good: never tried again, however many ticks come', async () => {
    const { telling, proposal, asked, untold } = await given({ [lead]: refused });
    await announceProposal(telling, proposal, now);
    for (const minutes of [1, 2, 600]) await tellUntold(telling, later(minutes));
    expect([asked, await untold()]).toEqual([[lead, deputy], 0]);
  });

  const nobody = { [lead]: left, [deputy]: refused, [admin]: refused, [adminByPost]: left };

  test('of whom none can be: the author hears it, once, and so does the log', async () => {
    const { telling, proposal, heard, problems, untold } = await given(nobody);
    await announceProposal(telling, proposal, now);
    await tellUntold(telling, later(1));
    expect([heard, await untold()]).toEqual([[`stuck ${author}`], 0]);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining(proposal.id) })]);
  });

  test('of whom none can be, though the process ended halfway: the next tick goes on from there', async () => {
    const { telling, proposal, heard, asked } = await given({ ...nobody, [author]: unsent });
    await announceProposal(telling, proposal, now);
    expect(heard).toEqual([]);
    const before = asked.length;
    await tellUntold(telling, later(1));
    expect(asked.slice(before)).toEqual([author]);
  });

  test('for a day and no longer, each time after a longer wait', async () => {
    const { telling, asked, untold } = await given({ [lead]: unsent });
    const tries: number[] = [];
    for (let minutes = 0; minutes < 3_000; minutes += 1) {
      const before = asked.length;
      await tellUntold(telling, later(minutes));
      if (asked.slice(before).includes(lead)) tries.push(minutes);
    }
    expect(tries.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 30, 60, 120]);
    expect([tries.at(-1), await untold()]).toEqual([24 * 60, 0]);
  });
});

test('the author is told once what became of it, also by a later process', async () => {
  const { telling, proposal, heard, answers, store } = await given({ [author]: unsent });
  const decision = { by: { personId: lead, posts: [] }, at: now, reason: '重複', guard: null };
  const rejected = await store.reject(proposal.id, decision);
  if (rejected.kind !== 'rejected') throw new Error(rejected.kind);
  await announceResult(telling, rejected.proposal, now);
  expect(heard).toEqual([]);
  answers.clear();
  await tellUntold(telling, later(1));
  await tellUntold(telling, later(1));
  expect(heard).toEqual([`result ${author}`]);
});

test('what fails with one proposal is noted, and keeps nobody from the others', async () => {
  const { telling, problems, heard } = await given();
  const store = {
    ...telling.store,
    claimNotice: async (notice: Parameters<typeof telling.store.claimNotice>[0], at: Date) => {
      if (notice.personId === lead) throw new Error('the store is down');
      return telling.store.claimNotice(notice, at);
    },
  };
  await tellUntold({ ...telling, store }, now);
  expect([problems, heard]).toEqual([[new Error('the store is down')], []]);
});
