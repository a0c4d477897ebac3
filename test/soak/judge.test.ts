import { describe, expect, test } from '@jest/globals';
import type { Subscription, SubscriptionId } from '../../src/digests/subscription.ts';
import { settings } from '../digests/support/subscriptions.ts';
import { judge, type KeptPeriod, type Witnessed } from './judge.ts';

// Mondays at nine in Tokyo; 21 September is a holiday.
const begin = new Date('2020-09-06T15:00:00Z');
const end = new Date('2020-09-23T15:00:00Z');
const [first, second, holiday] = ['2020-W37', '2020-W38', '2020-W39'];
const subscription: Subscription = {
  ...settings(),
  id: 's' as SubscriptionId,
  version: 1,
  nextRunAt: begin,
  pausedAt: null,
  pausedBecause: null,
};
const around = { from: Date.parse('2020-09-13T15:00:00Z'), to: Date.parse('2020-09-15T15:00:00Z') };

interface History {
  readonly rows: readonly (readonly [periodKey: string, state: string, reason?: string])[];
  readonly shown: Readonly<Record<string, number>>;
  readonly told?: readonly string[];
  readonly gaps?: Witnessed['gaps'];
}

function verdictOn({ rows, shown, told = [], gaps = [] }: History) {
  const periods = rows.map(
    ([periodKey, state, reason = null]): KeptPeriod => ({ subscriptionId: 's', periodKey, state, reason }),
  );
  return judge(periods, {
    begin,
    end,
    subscriptions: [subscription],
    shown: new Map(Object.entries(shown).map(([key, count]) => [`C1 ${key}`, count])),
    told: new Set(told.map((key) => `C1 ${key}`)),
    gaps,
  });
}

const right: History = {
  rows: [
    [first, 'sent'],
    [second, 'sent'],
    [holiday, 'skipped', 'holiday'],
  ],
  shown: { [first]: 1, [second]: 1 },
};

/** The right history but for the second period. */
const but = (row: History['rows'][number] | null, given: Partial<History> = {}): History => ({
  rows: [[first, 'sent'], ...(row === null ? [] : [row]), [holiday, 'skipped', 'holiday']],
  shown: { [first]: 1 },
  ...given,
});

describe('the judge of digests finds nothing', () => {
  test.each<[string, History]>([
    ['where each came once', right],
    [
      'where one was too late after an outage, and its owner told',
      but([second, 'skipped', 'too-old'], { told: [second], gaps: [around] }),
    ],
  ])('%s', (_, history) => {
    expect(verdictOn(history)).toMatchObject({ duplicates: [], unaccounted: [] });
  });
});

describe('the judge of digests complains', () => {
  test('where one came twice', () => {
    const { duplicates, unaccounted } = verdictOn({ ...right, shown: { [first]: 2, [second]: 1 } });
    expect(duplicates).toEqual(['C1 2020-W37']);
    expect(unaccounted).toEqual([expect.stringContaining('C1 2020-W37: sent, 2')]);
  });

  test.each<[string, History, string]>([
    ['has no row', but(null), 'missing, 0, nothing was in its way, nobody was told'],
    ['is noted as sent and nobody saw it', but([second, 'sent']), 'sent, 0'],
    ['never ended', but([second, 'waiting', 'paced']), 'waiting paced, 0'],
    ['was never answered for', but([second, 'unknown', 'timeout']), 'unknown timeout, 0'],
    [
      'was skipped although nothing was in its way',
      but([second, 'skipped', 'too-old'], { told: [second] }),
      'skipped too-old, 0, nothing was in its way',
    ],
    [
      'was skipped and nobody was told',
      but([second, 'skipped', 'too-old'], { gaps: [around] }),
      'skipped too-old, 0, nobody was told',
    ],
    [
      'was skipped and is seen',
      but([second, 'skipped', 'too-old'], {
        told: [second],
        gaps: [around],
        shown: { [first]: 1, [second]: 1 },
      }),
      'skipped too-old, 1',
    ],
  ])('where a period %s', (_, history, complaint) => {
    expect(verdictOn(history).unaccounted).toEqual([expect.stringContaining(`C1 2020-W38: ${complaint}`)]);
  });

  test('where something came that nobody planned', () => {
    const { unaccounted } = verdictOn({ ...right, shown: { ...right.shown, '2020-W20': 1 } });
    expect(unaccounted).toEqual(['C1 2020-W20: not planned, 1']);
  });

  test('where a digest came on a holiday', () => {
    const sent: History = {
      rows: [...right.rows.slice(0, 2), [holiday, 'sent']],
      shown: { ...right.shown, [holiday]: 1 },
    };
    expect(verdictOn(sent).unaccounted).toEqual([expect.stringContaining('C1 2020-W39: sent, 1')]);
  });
});
