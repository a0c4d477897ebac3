import { describe, expect, test } from '@jest/globals';
import { minutesAfter, monday } from '../../digests/support/rig.ts';
import { doing } from '../../digests/support/subscriptions.ts';
import { before, type DigestStoreRig } from './rig.ts';

/** A period in the hands of one worker. */
export function claimCases(rig: DigestStoreRig): void {
  describe('a claim', () => {
    test('is of one worker, and of two periods each gets one', async () => {
      await rig.opening('view-1');
      await rig.opening('view-2', { channelId: 'C2' });
      const claims = await Promise.all([1, 2, 3].map(() => rig.claimAt(monday)));
      const ids = claims.flatMap((claim) => (claim === null ? [] : [claim.occurrence.id]));
      // Who asks while another chooses may find nothing; the next call does.
      const rest = await rig.claimAt(monday);
      const all = rest === null ? ids : [...ids, rest.occurrence.id];
      expect([all.length, new Set(all).size]).toEqual([2, 2]);
      expect(await rig.claimAt(monday)).toBeNull();
    });

    test('comes after its time only, and again when its lease is over', async () => {
      await rig.opening();
      expect(await rig.claimAt(before)).toBeNull();
      const first = await rig.claimed();
      expect(await rig.claimAt(minutesAfter(1))).toBeNull();
      const second = await rig.claimed(minutesAfter(2));
      expect([first.fence, second.fence]).toEqual([1, 2]);
      expect(await rig.store.confirm(first, { now: minutesAfter(2), late: false })).toBe('lost');
      expect(await rig.store.settle(first, { kind: 'skipped', reason: 'x', tell: false }, monday)).toBe(
        false,
      );
      expect(await rig.store.confirm(second, { now: minutesAfter(2), late: false })).toBe('go');
    });

    test('is lost when its lease is over, although nobody took it', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      expect(await rig.store.confirm(claim, { now: minutesAfter(2), late: false })).toBe('lost');
    });

    test('does not hold against a change of the subscription', async () => {
      const seen = await rig.opening();
      const claim = await rig.claimed();
      await rig.subscriptions.pause(seen, { ...doing(monday), because: 'person' });
      expect(await rig.store.confirm(claim, { now: monday, late: false })).toBe('changed');
    });

    test('is confirmed once', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      const both = await Promise.all(
        [1, 2].map(() => rig.store.confirm(claim, { now: monday, late: false })),
      );
      expect(both.filter((answer) => answer === 'go')).toHaveLength(1);
    });

    test('that may have posted is nobody else’s: it becomes unknown, and its worker cannot settle it', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      await rig.store.confirm(claim, { now: monday, late: false });
      expect([await rig.store.sweep(minutesAfter(1)), await rig.store.sweep(minutesAfter(2))]).toEqual([
        0, 1,
      ]);
      expect(await rig.claimAt(minutesAfter(5))).toBeNull();
      expect(await rig.store.settle(claim, { kind: 'sent', ts: '1.0', threadParts: 0 }, monday)).toBe(false);
      expect(await rig.store.giveBack(claim, { notBefore: monday, reason: 'x', hold: false })).toBe(false);
      expect(await rig.stateOf(claim)).toBe('unknown');
    });

    test('is kept for longer by who has it', async () => {
      await rig.opening();
      const claim = await rig.claimed();
      await rig.store.confirm(claim, { now: monday, late: false });
      const kept = await rig.store.keep(claim, minutesAfter(10));
      expect([kept?.fence, kept?.leaseUntil]).toEqual([claim.fence, minutesAfter(10)]);
      expect(await rig.store.sweep(minutesAfter(5))).toBe(0);
      expect(await rig.claimAt(minutesAfter(5))).toBeNull();
    });

    test('knows of a newer digest that says the same', async () => {
      const late = minutesAfter(30);
      await rig.opening('view-1', { time: '09:01' });
      await rig.opening('view-2');
      await rig.opening('view-3', { channelId: 'C2' });
      const claims = [await rig.claimed(late), await rig.claimed(late), await rig.claimed(late)];
      const newer = claims.map(
        ({ subscription, newerDue }) => `${subscription.channelId} ${subscription.time} ${newerDue}`,
      );
      expect(newer.toSorted()).toEqual(['C1 09:00 true', 'C1 09:01 false', 'C2 09:00 false']);
    });

    test('of a late digest is caught up when its channel had one', async () => {
      const late = minutesAfter(30);
      await rig.opening('view-1');
      await rig.opening('view-2');
      const [first, second] = [await rig.claimed(late), await rig.claimed(late)];
      const answers = await Promise.all(
        [first, second].map((claim) => rig.store.confirm(claim, { now: late, late: true })),
      );
      expect(answers.toSorted()).toEqual(['caught-up', 'go']);
    });
  });
}
