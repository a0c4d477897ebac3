import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { minutesAfter, monday } from '../../digests/support/rig.ts';
import { doing } from '../../digests/support/subscriptions.ts';
import type { DigestStoreRig } from './rig.ts';

/** What people say of one period, and that it stands in the trail who said it. */
export function byHandCases(rig: DigestStoreRig): void {
  describe('a period of which a person says something', () => {
    const span = { first: calendarDay('2020-08-24'), last: calendarDay('2020-09-20') };
    const period = { key: '2020-W35', dueAt: monday.toISOString() };
    const pressed = doing(minutesAfter(60));
    const trailOf = async (channelId: string) =>
      (await rig.subscriptions.changes({ channelId, most: 10 })).filter(({ act }) => act !== 'create');

    test('いますぐ投稿する is in the trail once, however often the press is delivered', async () => {
      const channelId = `C-send-${rig.kind}`;
      const { id } = await rig.add('view-1', { channelId });
      const planned = { periodKey: 'by-hand 1', dueAt: pressed.at, span };
      const [once, twice] = await Promise.all(
        [1, 2].map(() => rig.subscriptions.addByHand(id, planned, pressed)),
      );
      expect(twice).toEqual(once);
      const made = { key: 'by-hand 1', dueAt: pressed.at.toISOString(), state: 'waiting', reason: null };
      expect(await trailOf(channelId)).toEqual([
        {
          subscriptionId: id,
          ...pressed,
          act: 'send',
          before: null,
          after: expect.objectContaining({ channelId, period: made }),
        },
      ]);
    });

    test.each([
      ['resend', 'unknown', 'waiting'],
      ['resend', 'failed', 'waiting'],
      ['resend', 'skipped', 'waiting'],
      ['was-sent', 'unknown', 'sent'],
    ] as const)('%s of one that ended as %s: who, when, before and after, once', async (answer, was, is) => {
      const channelId = `C-${answer}-${was}-${rig.kind}`;
      const { id: subscriptionId } = await rig.opening('view-1', { channelId });
      const claim = await rig.claimed();
      const { id } = claim.occurrence;
      await rig.store.settle(
        claim,
        { kind: was, reason: 'timeout', tell: true, pause: false },
        minutesAfter(1),
      );
      const both = await Promise.all([1, 2].map(() => rig.subscriptions.resolve(id, answer, pressed)));
      expect(both.filter((each) => each?.id === subscriptionId)).toHaveLength(1);
      expect(both).toContain(null);
      expect(await trailOf(channelId)).toEqual([
        {
          subscriptionId,
          ...pressed,
          act: answer,
          before: expect.objectContaining({ period: { ...period, state: was, reason: 'timeout' } }),
          after: expect.objectContaining({ period: { ...period, state: is, reason: null } }),
        },
      ]);
    });

    test('is not open to an answer: nothing is changed and nothing stands in the trail', async () => {
      const channelId = `C-waits-${rig.kind}`;
      await rig.opening('view-1', { channelId });
      const { occurrence } = await rig.claimed();
      for (const answer of ['resend', 'was-sent'] as const)
        expect(await rig.subscriptions.resolve(occurrence.id, answer, pressed)).toBeNull();
      expect(await trailOf(channelId)).toEqual([]);
    });
  });
}
