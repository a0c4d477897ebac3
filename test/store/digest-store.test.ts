import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Claim, DigestStore, SubscriptionStore } from '../../src/digests/ports.ts';
import { nextOccurrence } from '../../src/digests/schedule.ts';
import type { Subscription, SubscriptionId, SubscriptionSettings } from '../../src/digests/subscription.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { databaseNow } from '../../src/store/digest-clock.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { subscriptionStore } from '../../src/store/digest-subscriptions.ts';
import { emptyDigests, minutesAfter, monday } from '../digests/support/rig.ts';
import { doing, settings } from '../digests/support/subscriptions.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('digests in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let subscriptions: SubscriptionStore;
  let store: DigestStore;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await emptyDigests(opened.database);
    subscriptions = subscriptionStore(opened.database);
    store = digestStore(opened.database);
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const before = minutesAfter(-1);
  const then = (nextRunAt: Date) => ({ ...doing(monday), nextRunAt });
  const add = (requestKey = 'view-1', given: Partial<SubscriptionSettings> = {}): Promise<Subscription> =>
    subscriptions.add(settings(given), { requestKey, nextRunAt: monday, ...doing(before) });

  /** A subscription whose first period has its row. */
  async function opening(requestKey?: string, given?: Partial<SubscriptionSettings>): Promise<Subscription> {
    const subscription = await add(requestKey, given);
    const period = nextOccurrence(subscription, before);
    const next = nextOccurrence(subscription, period.dueAt).dueAt;
    expect(await store.open(subscription, [period], next)).toBe(true);
    return subscription;
  }

  const claimAt = (now: Date) =>
    store.claim({ now, leaseUntil: minutesAfter(2, now), lateBefore: minutesAfter(-10, now) });

  async function claimed(now: Date = monday): Promise<Claim> {
    const claim = await claimAt(now);
    if (claim === null) throw new Error('nothing to claim');
    return claim;
  }

  const stateOf = async (claim: Claim) => (await subscriptions.findOccurrence(claim.occurrence.id))?.state;

  describe('a subscription', () => {
    test('reads back as it was set', async () => {
      const given = settings({
        projects: { kind: 'some', numbers: [8, 10] },
        weekdays: [1, 4],
        holidayRule: 'before',
        localClosingDays: [calendarDay('2020-08-14')],
        include: ['overdue'],
        language: 'en',
        confirmedShared: true,
      });
      const added = await subscriptions.add(given, {
        requestKey: 'view-1',
        nextRunAt: monday,
        ...doing(before),
      });
      const paused = { pausedAt: null, pausedBecause: null };
      expect(added).toEqual({ ...given, id: added.id, version: 1, nextRunAt: monday, ...paused });
      expect(await subscriptions.find(added.id)).toEqual(added);
      expect(await subscriptions.list()).toEqual([{ subscription: added, last: null }]);
    });

    test('is made once by one submission', async () => {
      const [once, twice] = await Promise.all([add(), add()]);
      expect(twice.id).toBe(once.id);
    });

    test('is changed by who saw its last version', async () => {
      const seen = await add();
      const edited = await subscriptions.edit(seen, settings({ time: '10:00' }), then(monday));
      expect(edited).toMatchObject({ kind: 'saved', subscription: { version: 2, time: '10:00' } });
      const late = await subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(late).toMatchObject({ kind: 'conflict', current: { version: 2, pausedAt: null } });
    });

    test('pauses, goes on and is removed', async () => {
      const seen = await add();
      await subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(await store.listDue(monday, 10)).toEqual([]);
      const resumed = await subscriptions.resume({ id: seen.id, version: 2 }, then(minutesAfter(5)));
      expect(resumed).toMatchObject({ subscription: { pausedAt: null, nextRunAt: minutesAfter(5) } });
      await subscriptions.remove({ id: seen.id, version: 3 }, doing(monday));
      expect([await subscriptions.find(seen.id), await subscriptions.list()]).toEqual([null, []]);
      expect(await subscriptions.edit({ id: seen.id, version: 4 }, settings(), then(monday))).toEqual({
        kind: 'conflict',
        current: null,
      });
    });

    test('leaves a row of the trail for each change, none for what changed nothing, and they stay', async () => {
      const channelId = `C-trail-${_kind}`;
      const made = await add('view-trail', { channelId });
      await add('view-trail', { channelId });
      const later = then(minutesAfter(5));
      const moved = settings({ channelId, time: '10:00' });
      await subscriptions.edit(made, moved, later);
      await subscriptions.edit(made, moved, later);
      await subscriptions.edit({ ...made, version: 2 }, moved, then(minutesAfter(6)));
      const shared = { ...moved, confirmedShared: true };
      await subscriptions.edit({ ...made, version: 3 }, shared, { ...later, act: 'confirm-shared' });
      await subscriptions.pause({ ...made, version: 4 }, { ...doing(monday), because: 'person' });
      await subscriptions.resume({ ...made, version: 5 }, later);
      await subscriptions.remove({ ...made, version: 6 }, doing(monday));
      const trail = await subscriptions.changes({ channelId, most: 10 });
      expect(trail.map(({ act }) => act)).toEqual([
        'remove',
        'resume',
        'pause',
        'confirm-shared',
        'change',
        'create',
      ]);
      const of = { ...doing(monday), subscriptionId: made.id };
      const free = { isPaused: false, pausedBecause: null };
      expect(trail[4]).toEqual({
        ...of,
        act: 'change',
        before: { ...settings({ channelId }), ...free },
        after: { ...moved, ...free },
      });
      expect(trail[2]?.after).toMatchObject({ isPaused: true, pausedBecause: 'person' });
      expect([trail[0]?.after, trail[5]?.before]).toEqual([null, null]);
      expect(await subscriptions.changes({ channelId: null, most: 2 })).toEqual(trail.slice(0, 2));
      for (const sql of [`UPDATE "digest_change" SET "act" = 'x'`, 'DELETE FROM "digest_change"'])
        await expect(opened.database.prisma.$executeRawUnsafe(sql)).rejects.toThrow('only added');
    });

    test('that Slack refuses for good is paused by nobody, and the trail says so', async () => {
      const channelId = `C-refused-${_kind}`;
      await opening('view-refused', { channelId });
      const ended = { kind: 'failed', reason: 'is_archived', pause: true } as const;
      expect(await store.settle(await claimed(), ended, monday)).toBe(true);
      expect((await subscriptions.changes({ channelId, most: 1 }))[0]).toMatchObject({
        act: 'pause',
        by: null,
        before: { isPaused: false },
        after: { isPaused: true, pausedBecause: 'is_archived' },
      });
    });

    test('takes no text that cannot be stored', async () => {
      await expect(add('view-1', { channelId: 'C\0' })).rejects.toThrow(RangeError);
    });

    test('that is not there', async () => {
      expect(await subscriptions.find('00000000-0000-7000-8000-000000000000' as SubscriptionId)).toBeNull();
    });
  });

  describe('a period', () => {
    test('gets its row once, whoever asks', async () => {
      const subscription = await add();
      const period = nextOccurrence(subscription, before);
      const next = minutesAfter(7 * 24 * 60);
      const both = await Promise.all([1, 2].map(() => store.open(subscription, [period], next)));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store.listDue(monday, 10)).toEqual([]);
      expect(await subscriptions.usedKeys(subscription.id, monday)).toEqual(new Set(['2020-W35']));
    });

    test('that had its row under other settings is not opened again', async () => {
      const seen = await opening();
      const claim = await claimed();
      await store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 0 }, monday);
      const current = await subscriptions.edit(
        seen,
        settings({ weekdays: [2] }),
        then(minutesAfter(24 * 60)),
      );
      if (current.kind !== 'saved') throw new Error(current.kind);
      const tuesday = nextOccurrence(current.subscription, monday);
      expect(await store.open(current.subscription, [tuesday], minutesAfter(8 * 24 * 60))).toBe(true);
      expect(await claimAt(minutesAfter(24 * 60))).toBeNull();
    });

    test('keeps why it was skipped or moved', async () => {
      const subscription = await add();
      const skipped = nextOccurrence(subscription, new Date('2020-09-20T00:00:00Z'));
      await store.open(subscription, [skipped], skipped.dueAt);
      const [health] = await subscriptions.list();
      expect(health?.last).toMatchObject({
        state: 'skipped',
        reason: 'holiday',
        because: { kind: 'holiday', name: '敬老の日' },
        span: skipped.span,
      });
    });
  });

  describe('a claim', () => {
    test('is of one worker, and of two periods each gets one', async () => {
      await opening('view-1');
      await opening('view-2', { channelId: 'C2' });
      const claims = await Promise.all([1, 2, 3].map(() => claimAt(monday)));
      const ids = claims.flatMap((claim) => (claim === null ? [] : [claim.occurrence.id]));
      // Who asks while another chooses may find nothing; the next call does.
      const rest = await claimAt(monday);
      const all = rest === null ? ids : [...ids, rest.occurrence.id];
      expect([all.length, new Set(all).size]).toEqual([2, 2]);
      expect(await claimAt(monday)).toBeNull();
    });

    test('comes after its time only, and again when its lease is over', async () => {
      await opening();
      expect(await claimAt(before)).toBeNull();
      const first = await claimed();
      expect(await claimAt(minutesAfter(1))).toBeNull();
      const second = await claimed(minutesAfter(2));
      expect([first.fence, second.fence]).toEqual([1, 2]);
      expect(await store.confirm(first, { now: minutesAfter(2), late: false })).toBe('lost');
      expect(await store.settle(first, { kind: 'skipped', reason: 'x', tell: false }, monday)).toBe(false);
      expect(await store.confirm(second, { now: minutesAfter(2), late: false })).toBe('go');
    });

    test('is lost when its lease is over, although nobody took it', async () => {
      await opening();
      const claim = await claimed();
      expect(await store.confirm(claim, { now: minutesAfter(2), late: false })).toBe('lost');
    });

    test('does not hold against a change of the subscription', async () => {
      const seen = await opening();
      const claim = await claimed();
      await subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(await store.confirm(claim, { now: monday, late: false })).toBe('changed');
    });

    test('is confirmed once', async () => {
      await opening();
      const claim = await claimed();
      const both = await Promise.all([1, 2].map(() => store.confirm(claim, { now: monday, late: false })));
      expect(both.filter((answer) => answer === 'go')).toHaveLength(1);
    });

    test('that may have posted is nobody else’s: it becomes unknown, and its worker cannot settle it', async () => {
      await opening();
      const claim = await claimed();
      await store.confirm(claim, { now: monday, late: false });
      expect([await store.sweep(minutesAfter(1)), await store.sweep(minutesAfter(2))]).toEqual([0, 1]);
      expect(await claimAt(minutesAfter(5))).toBeNull();
      expect(await store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 0 }, monday)).toBe(false);
      expect(await store.giveBack(claim, { notBefore: monday, reason: 'x', hold: false })).toBe(false);
      expect(await stateOf(claim)).toBe('unknown');
    });

    test('is kept for longer by who has it', async () => {
      await opening();
      const claim = await claimed();
      await store.confirm(claim, { now: monday, late: false });
      const kept = await store.keep(claim, minutesAfter(10));
      expect([kept?.fence, kept?.leaseUntil]).toEqual([claim.fence, minutesAfter(10)]);
      expect(await store.sweep(minutesAfter(5))).toBe(0);
      expect(await claimAt(minutesAfter(5))).toBeNull();
    });

    test('knows of a newer digest that says the same', async () => {
      const late = minutesAfter(30);
      await opening('view-1', { time: '09:01' });
      await opening('view-2');
      await opening('view-3', { channelId: 'C2' });
      const claims = [await claimed(late), await claimed(late), await claimed(late)];
      const newer = claims.map(
        ({ subscription, newerDue }) => `${subscription.channelId} ${subscription.time} ${newerDue}`,
      );
      expect(newer.toSorted()).toEqual(['C1 09:00 true', 'C1 09:01 false', 'C2 09:00 false']);
    });

    test('of a late digest is caught up when its channel had one', async () => {
      const late = minutesAfter(30);
      await opening('view-1');
      await opening('view-2');
      const [first, second] = [await claimed(late), await claimed(late)];
      const answers = await Promise.all(
        [first, second].map((claim) => store.confirm(claim, { now: late, late: true })),
      );
      expect(answers.toSorted()).toEqual(['caught-up', 'go']);
    });
  });

  describe('what owners have to be told', () => {
    const due = () => store.takeUntold(monday, minutesAfter(5));

    test('is told once, and again when nobody noted that', async () => {
      await opening();
      await store.settle(await claimed(), { kind: 'unknown', reason: 'timeout' }, monday);
      const matters = await due();
      expect(matters).toMatchObject([{ kind: 'unknown', occurrence: { reason: 'timeout' } }]);
      expect(await due()).toEqual([]);
      expect(await store.takeUntold(minutesAfter(5), minutesAfter(10))).toHaveLength(1);
      await store.noteTold(matters, minutesAfter(6));
      expect(await store.takeUntold(minutesAfter(60), minutesAfter(65))).toEqual([]);
    });

    test('is no more, once a person has answered', async () => {
      await opening();
      const claim = await claimed();
      await store.settle(claim, { kind: 'unknown', reason: 'timeout' }, monday);
      expect(await subscriptions.resolve(claim.occurrence.id, 'was-sent', monday)).toBe(true);
      expect(await due()).toEqual([]);
    });

    test('a thread that nobody finished', async () => {
      await opening();
      const claim = await claimed();
      await store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 2 }, monday);
      expect(await store.sweep(minutesAfter(14))).toBe(0);
      expect(await store.sweep(minutesAfter(15))).toBe(1);
      expect(await due()).toMatchObject([{ kind: 'incomplete', occurrence: { state: 'sent' } }]);
    });
  });

  describe('the pace', () => {
    const at = (slot: Date) => slot.getTime() - monday.getTime();
    const slots = async (...channels: readonly string[]) => {
      const all: number[] = [];
      for (const channel of channels) all.push(at(await store.reserve(channel, monday)));
      return all;
    };

    test('is five a second in all, and one a second in a channel', async () => {
      expect(await slots('C1', 'C2', 'C3', 'C1', 'C1')).toEqual([0, 200, 400, 1_000, 2_000]);
    });

    test('stops for all, for five minutes at most', async () => {
      await store.slowDown(new Date(monday.getTime() + 30_000), monday);
      expect(await slots('C1', 'C2')).toEqual([30_000, 30_200]);
      await store.slowDown(minutesAfter(60), monday);
      expect(await slots('C3')).toEqual([300_000]);
    });

    test('is not bound by what was reserved before the clock was set back', async () => {
      await store.reserve('C1', minutesAfter(60));
      expect(await slots('C1', 'C2')).toEqual([0, 200]);
    });
  });

  test('the database tells the time', async () => {
    const [first, second] = [await databaseNow(opened.database), await databaseNow(opened.database)];
    expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
    expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
