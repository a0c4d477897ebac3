import { describe, expect, test } from '@jest/globals';
import { type DueFacts, decideDue } from '../../src/digests/due.ts';

const dueAt = new Date('2020-08-24T00:00:00Z');
const minutes = (count: number) => new Date(dueAt.getTime() + count * 60_000);

/** A digest that is due now and goes out, but for what is given. */
function facts(given: {
  readonly after?: number;
  readonly byHand?: boolean;
  readonly subscription?: Partial<DueFacts['subscription']>;
  readonly channel?: DueFacts['channel'];
  readonly ownerMay?: boolean;
  readonly newerDue?: boolean;
}): DueFacts {
  return {
    now: minutes(given.after ?? 0),
    occurrence: { dueAt, byHand: given.byHand ?? false },
    subscription: { paused: false, removed: false, confirmedShared: false, ...given.subscription },
    channel: given.channel ?? { kind: 'open', shared: false },
    ownerMay: given.ownerMay ?? true,
    newerDue: given.newerDue ?? false,
  };
}

const day = 24 * 60;

describe('what to do with a digest', () => {
  test.each([
    ['due now', {}, { kind: 'send', late: false }],
    ['ten minutes late', { after: 10 }, { kind: 'send', late: false }],
    ['later than that', { after: 11 }, { kind: 'send', late: true }],
    ['a day late', { after: day }, { kind: 'send', late: true }],
    ['later than a day', { after: day + 1 }, { kind: 'skip', reason: 'too-old' }],
    ['not due any more: the clock was set back', { after: -60 }, { kind: 'wait', until: dueAt }],
    ['late, and a newer one is due', { after: 60, newerDue: true }, { kind: 'skip', reason: 'caught-up' }],
    ['in time, and a newer one is due', { after: 9, newerDue: true }, { kind: 'send', late: false }],
  ] as const)('%s', (_, given, decision) => {
    expect(decideDue(facts(given))).toEqual(decision);
  });

  test.each([
    ['two days ago', { byHand: true, after: 2 * day }, { kind: 'send', late: false }],
    ['while paused', { byHand: true, subscription: { paused: true } }, { kind: 'send', late: false }],
    [
      'into a shared channel',
      { byHand: true, channel: { kind: 'open', shared: true } },
      { kind: 'hold', reason: 'shared-unconfirmed' },
    ],
  ] as const)('that somebody pressed for %s', (_, given, decision) => {
    expect(decideDue(facts(given))).toEqual(decision);
  });

  test.each([
    [
      'its subscription was removed',
      { subscription: { removed: true } },
      { kind: 'skip', reason: 'removed' },
    ],
    ['its subscription is paused', { subscription: { paused: true } }, { kind: 'skip', reason: 'paused' }],
    [
      'its channel is archived',
      { channel: { kind: 'closed', code: 'is_archived' } },
      { kind: 'stop', code: 'is_archived' },
    ],
    [
      'its channel is not known now',
      { channel: { kind: 'unknown' } },
      { kind: 'hold', reason: 'channel-unknown' },
    ],
    [
      'another organisation reads its channel',
      { channel: { kind: 'open', shared: true } },
      { kind: 'hold', reason: 'shared-unconfirmed' },
    ],
    [
      'another organisation reads it, which the owner confirmed',
      { channel: { kind: 'open', shared: true }, subscription: { confirmedShared: true } },
      { kind: 'send', late: false },
    ],
    ['its owner lost the role', { ownerMay: false }, { kind: 'hold', reason: 'role-lost' }],
    ['it is held for too long', { ownerMay: false, after: day + 1 }, { kind: 'skip', reason: 'too-old' }],
  ] as const)('when %s', (_, given, decision) => {
    expect(decideDue(facts(given))).toEqual(decision);
  });
});
