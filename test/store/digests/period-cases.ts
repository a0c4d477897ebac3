import { describe, expect, test } from '@jest/globals';
import { nextOccurrence } from '../../../src/digests/schedule.ts';
import { minutesAfter, monday } from '../../digests/support/rig.ts';
import { doing, settings } from '../../digests/support/subscriptions.ts';
import { before, type DigestStoreRig, nextAt } from './rig.ts';

/** How periods get their rows. */
export function periodCases(rig: DigestStoreRig): void {
  describe('a period', () => {
    test('gets its row once, whoever asks', async () => {
      const subscription = await rig.add();
      const period = nextOccurrence(subscription, before);
      const next = minutesAfter(7 * 24 * 60);
      const both = await Promise.all(
        [1, 2].map(() => rig.store.open([{ subscription, periods: [period], nextRunAt: next }])),
      );
      expect(both.flat()).toEqual([subscription.id]);
      expect(await rig.store.listDue(monday, 10)).toEqual([]);
      expect(await rig.subscriptions.usedKeys(subscription.id, monday)).toEqual(new Set(['2020-W35']));
    });

    test('falls due with those that wait longest first, and behind one that has been moved on', async () => {
      for (const request of ['one', 'two', 'three']) await rig.add(request, { channelId: `C-${request}` });
      await rig.subscriptions.add(settings({ channelId: 'C-early' }), {
        requestKey: 'early',
        nextRunAt: before,
        ...doing(before),
      });
      const all = await rig.store.listDue(monday, 10);
      expect(all.map(({ channelId }) => channelId)).toHaveLength(4);
      const [early, second] = await rig.store.listDue(monday, 2);
      if (early === undefined || second === undefined) throw new Error('nothing is due');
      expect(early.channelId).toBe('C-early');
      await rig.store.open([{ subscription: second, periods: [], nextRunAt: minutesAfter(5) }]);
      expect(await rig.store.listDue(monday, 10, second)).toEqual(all.slice(2));
    });

    test('that had its row under other settings is not opened again', async () => {
      const seen = await rig.opening();
      const claim = await rig.claimed();
      await rig.store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 0 }, monday);
      const current = await rig.subscriptions.edit(
        seen,
        settings({ weekdays: [2] }),
        nextAt(minutesAfter(24 * 60)),
      );
      if (current.kind !== 'saved') throw new Error(current.kind);
      const tuesday = nextOccurrence(current.subscription, monday);
      const { subscription } = current;
      const nextRunAt = minutesAfter(8 * 24 * 60);
      const moved = await rig.store.open([{ subscription, periods: [tuesday], nextRunAt }]);
      expect(moved).toEqual([subscription.id]);
      expect(await rig.claimAt(minutesAfter(24 * 60))).toBeNull();
    });

    test('keeps why it was skipped or moved', async () => {
      const subscription = await rig.add();
      const skipped = nextOccurrence(subscription, new Date('2020-09-20T00:00:00Z'));
      await rig.store.open([{ subscription, periods: [skipped], nextRunAt: skipped.dueAt }]);
      const [health] = await rig.subscriptions.list();
      expect(health?.last).toMatchObject({
        state: 'skipped',
        reason: 'holiday',
        because: { kind: 'holiday', name: '敬老の日' },
        span: skipped.span,
      });
    });
  });
}

/** What owners are told, and the pace of posts. */
export function noticeCases(rig: DigestStoreRig): void {
  describe('what owners have to be told', () => {
    const due = () => rig.store.takeUntold(monday, minutesAfter(5));

    test('is told once, and again when nobody noted that', async () => {
      await rig.opening();
      await rig.store.settle(await rig.claimed(), { kind: 'unknown', reason: 'timeout' }, monday);
      const matters = await due();
      expect(matters).toMatchObject([{ kind: 'unknown', occurrence: { reason: 'timeout' } }]);
      expect(await due()).toEqual([]);
      expect(await rig.store.takeUntold(minutesAfter(5), minutesAfter(10))).toHaveLength(1);
      await rig.store.noteTold(matters, minutesAfter(6));
      expect(await rig.store.takeUntold(minutesAfter(60), minutesAfter(65))).toEqual([]);
    });

    test('is no more, once a person has answered', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      await rig.store.settle(claim, { kind: 'unknown', reason: 'timeout' }, monday);
      expect(await rig.subscriptions.resolve(claim.occurrence.id, 'was-sent', doing(monday))).not.toBeNull();
      expect(await due()).toEqual([]);
    });

    test('a thread that nobody finished', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      await rig.store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 2 }, monday);
      expect(await rig.store.sweep(minutesAfter(14))).toBe(0);
      expect(await rig.store.sweep(minutesAfter(15))).toBe(1);
      expect(await due()).toMatchObject([{ kind: 'incomplete', occurrence: { state: 'sent' } }]);
    });
  });

  describe('the pace', () => {
    const at = (slot: Date) => slot.getTime() - monday.getTime();
    const slots = async (...channels: readonly string[]) => {
      const all: number[] = [];
      for (const channel of channels) all.push(at(await rig.store.reserve(channel, monday)));
      return all;
    };

    test('is five a second in all, and one a second in a channel', async () => {
      expect(await slots('C1', 'C2', 'C3', 'C1', 'C1')).toEqual([0, 200, 400, 1_000, 2_000]);
    });

    test('stops for all, for five minutes at most', async () => {
      await rig.store.slowDown(new Date(monday.getTime() + 30_000), monday);
      expect(await slots('C1', 'C2')).toEqual([30_000, 30_200]);
      await rig.store.slowDown(minutesAfter(60), monday);
      expect(await slots('C3')).toEqual([300_000]);
    });

    test('is not bound by what was reserved before the clock was set back', async () => {
      await rig.store.reserve('C1', minutesAfter(60));
      expect(await slots('C1', 'C2')).toEqual([0, 200]);
    });
  });
}
