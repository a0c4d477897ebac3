import { describe, expect, test } from '@jest/globals';
import type { Proposal } from '../../src/actions/change-ports.ts';
import { remindProposals } from '../../src/actions/remind-proposals.ts';
import { closingOf } from '../../src/digests/holidays.ts';
import { type CalendarDay, dayAt } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { ProjectId } from '../../src/domain/project.ts';

const lead = 'U0TANAKA' as PersonId;
const administrator = 'U0SUZUKI' as PersonId;

function aProposal(id: string, proposedAt: string): Proposal {
  return {
    id,
    verb: 'record-milestone',
    projectId: 'project-8' as ProjectId,
    target: null,
    version: null,
    fields: { text: 'ローカル5G実証を開始' },
    author: { personId: 'U0YAMADA' as PersonId, posts: [] },
    origin: { via: 'command', channelId: null, permalink: null },
    proposedAt: new Date(proposedAt),
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    remindedAt: null,
  };
}

/** A store that holds these proposals, and what was done with them. */
function given(proposals: readonly Proposal[], { leads = [lead], fails = '' } = {}) {
  const noted = new Map<string, Date>();
  const told: (readonly [string, readonly PersonId[]])[] = [];
  const problems: unknown[] = [];
  const ports = {
    store: {
      openProposals: async () =>
        proposals.map((each) => ({ ...each, remindedAt: noted.get(each.id) ?? each.remindedAt })),
      noteReminded: async (id: string, at: Date) => void noted.set(id, at),
      listPosts: async () => [],
      writersOf: async () => leads.map((personId) => ({ personId, role: 'lead' as const, post: '班長' })),
    },
    administrators: [administrator],
    calendar: {
      isHoliday: (day: CalendarDay) => closingOf(day, []) !== null,
      dayOf: (instant: Date) => dayAt(instant, 'Asia/Tokyo'),
    },
    remind: async ({ id }: Proposal, ask: readonly PersonId[]) => {
      if (id === fails) throw new Error('Slack is down');
      told.push([id, ask]);
    },
    report: (problem: unknown) => void problems.push(problem),
  };
  return { ports, told, problems };
}

describe('a proposal is reminded of', () => {
  test.each([
    ['from Monday on Wednesday', '2020-08-24T09:00+09:00', '2020-08-26T00:05+09:00', 1],
    ['not on Tuesday', '2020-08-24T09:00+09:00', '2020-08-25T23:55+09:00', 0],
    ['from Friday on Tuesday', '2020-08-28T18:00+09:00', '2020-09-01T09:00+09:00', 1],
    ['not on Monday', '2020-08-28T18:00+09:00', '2020-08-31T09:00+09:00', 0],
    ['not on a Sunday', '2020-08-24T09:00+09:00', '2020-08-30T09:00+09:00', 0],
    ['over the four days of September', '2020-09-18T09:00+09:00', '2020-09-24T09:00+09:00', 1],
    ['not within them', '2020-09-18T09:00+09:00', '2020-09-23T09:00+09:00', 0],
    ['not between the years', '2020-12-28T09:00+09:00', '2021-01-04T09:00+09:00', 0],
    ['on the second day of work of the year', '2020-12-28T09:00+09:00', '2021-01-05T09:00+09:00', 1],
  ])('%s', async (_when, proposedAt, now, times) => {
    const { ports, told } = given([aProposal('a', proposedAt)]);
    expect(await remindProposals(ports, new Date(now))).toBe(times);
    expect(told).toEqual(times === 1 ? [['a', [lead]]] : []);
  });
});

const wednesday = new Date('2020-08-26T09:00+09:00');
const waiting = aProposal('a', '2020-08-24T09:00+09:00');

test('of each proposal once', async () => {
  const { ports, told } = given([waiting]);
  await remindProposals(ports, wednesday);
  expect(await remindProposals(ports, new Date('2020-09-10T09:00+09:00'))).toBe(0);
  expect(told).toHaveLength(1);
});

test('administrators where a project has nobody', async () => {
  const { ports, told } = given([waiting], { leads: [] });
  await remindProposals(ports, wednesday);
  expect(told).toEqual([['a', [administrator]]]);
});

test('what fails with one keeps nobody from the others, and nobody is told twice', async () => {
  const { ports, told, problems } = given([waiting, { ...waiting, id: 'b' }], { fails: 'a' });
  expect(await remindProposals(ports, wednesday)).toBe(1);
  expect(told).toEqual([['b', [lead]]]);
  expect(problems).toHaveLength(1);
  expect(await remindProposals(ports, wednesday)).toBe(0);
});
