import { describe, expect, test } from '@jest/globals';
import type { SubscriptionId } from '../../../src/digests/subscription.ts';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { minutesAfter, monday } from '../../digests/support/rig.ts';
import { doing, settings } from '../../digests/support/subscriptions.ts';
import { before, type DigestStoreRig, nextAt } from './rig.ts';

/** What people do with subscriptions. */
export function subscriptionCases(rig: DigestStoreRig): void {
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
      const added = await rig.subscriptions.add(given, {
        requestKey: 'view-1',
        nextRunAt: monday,
        ...doing(before),
      });
      const paused = { pausedAt: null, pausedBecause: null };
      expect(added).toEqual({ ...given, id: added.id, version: 1, nextRunAt: monday, ...paused });
      expect(await rig.subscriptions.find(added.id)).toEqual(added);
      expect(await rig.subscriptions.list()).toEqual([{ subscription: added, last: null }]);
    });

    test('is made once by one submission', async () => {
      const [once, twice] = await Promise.all([rig.add(), rig.add()]);
      expect(twice.id).toBe(once.id);
    });

    test('is changed by who saw its last version', async () => {
      const seen = await rig.add();
      const edited = await rig.subscriptions.edit(seen, settings({ time: '10:00' }), nextAt(monday));
      expect(edited).toMatchObject({ kind: 'saved', subscription: { version: 2, time: '10:00' } });
      const late = await rig.subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(late).toMatchObject({ kind: 'conflict', current: { version: 2, pausedAt: null } });
    });

    test('pauses, goes on and is removed', async () => {
      const seen = await rig.add();
      await rig.subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(await rig.store.listDue(monday, 10)).toEqual([]);
      const resumed = await rig.subscriptions.resume({ id: seen.id, version: 2 }, nextAt(minutesAfter(5)));
      expect(resumed).toMatchObject({ subscription: { pausedAt: null, nextRunAt: minutesAfter(5) } });
      await rig.subscriptions.remove({ id: seen.id, version: 3 }, doing(monday));
      expect([await rig.subscriptions.find(seen.id), await rig.subscriptions.list()]).toEqual([null, []]);
      expect(await rig.subscriptions.edit({ id: seen.id, version: 4 }, settings(), nextAt(monday))).toEqual({
        kind: 'conflict',
        current: null,
      });
    });

    test('leaves a row of the trail for each change, none for what changed nothing, and they stay', async () => {
      const channelId = `C-trail-${rig.kind}`;
      const made = await rig.add('view-trail', { channelId });
      await rig.add('view-trail', { channelId });
      const later = nextAt(minutesAfter(5));
      const moved = settings({ channelId, time: '10:00' });
      await rig.subscriptions.edit(made, moved, later);
      await rig.subscriptions.edit(made, moved, later);
      await rig.subscriptions.edit({ ...made, version: 2 }, moved, nextAt(minutesAfter(6)));
      const shared = { ...moved, confirmedShared: true };
      await rig.subscriptions.edit({ ...made, version: 3 }, shared, { ...later, act: 'confirm-shared' });
      await rig.subscriptions.pause({ ...made, version: 4 }, { ...doing(monday), because: 'person' });
      await rig.subscriptions.resume({ ...made, version: 5 }, later);
      await rig.subscriptions.remove({ ...made, version: 6 }, doing(monday));
      const trail = await rig.subscriptions.changes({ channelId, most: 10 });
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
      expect(await rig.subscriptions.changes({ channelId: null, most: 2 })).toEqual(trail.slice(0, 2));
      for (const sql of [`UPDATE "digest_change" SET "act" = 'x'`, 'DELETE FROM "digest_change"'])
        await expect(rig.database().prisma.$executeRawUnsafe(sql)).rejects.toThrow('only added');
    });

    test('that Slack refuses for good is paused by nobody, and the trail says so', async () => {
      const channelId = `C-refused-${rig.kind}`;
      await rig.opening('view-refused', { channelId });
      const ended = { kind: 'failed', reason: 'is_archived', pause: true } as const;
      expect(await rig.store.settle(await rig.claimed(), ended, monday)).toBe(true);
      expect((await rig.subscriptions.changes({ channelId, most: 1 }))[0]).toMatchObject({
        act: 'pause',
        by: null,
        before: { isPaused: false },
        after: { isPaused: true, pausedBecause: 'is_archived' },
      });
    });

    test('takes no text that cannot be stored', async () => {
      await expect(rig.add('view-1', { channelId: 'C\0' })).rejects.toThrow(RangeError);
    });

    test('that is not there', async () => {
      expect(
        await rig.subscriptions.find('00000000-0000-7000-8000-000000000000' as SubscriptionId),
      ).toBeNull();
    });
  });
}
