import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { settingsColumns } from '../../src/store/digest-rows.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { monday, rigOver } from '../digests/support/rig.ts';
import { settings } from '../digests/support/subscriptions.ts';
import { openServerStore } from '../support/stores.ts';
import { VirtualTime } from './virtual-time.ts';

const channels = 1_000;
/** 300 posts a minute: one each 200 ms, the first at once. */
const leastMilliseconds = (channels - 1) * 200;

test('1,000 channels of one slot are served within 1.1 times the least time that 300 a minute take', async () => {
  const { database, cleanUp } = await openServerStore();
  try {
    const data = Array.from({ length: channels }, (_, index) => ({
      id: randomUUID(),
      requestKey: `view-${index}`,
      ...settingsColumns(settings({ channelId: `C${index}` })),
      createdAt: monday,
      nextRunAt: monday,
    }));
    await database.prisma.digestSubscription.createMany({ data });
    const time = new VirtualTime(monday);
    const shown: { readonly channelId: string; readonly at: number }[] = [];
    const post = async ({ channelId }: { readonly channelId: string }) => {
      shown.push({ channelId, at: time.now.getTime() - monday.getTime() });
      await time.pause(400);
      return { kind: 'posted', ts: `${shown.length}.0` } as const;
    };
    const parts = {
      store: time.during(digestStore(database)),
      clock: async () => time.now,
      pause: time.pause,
      poster: { post },
    };
    const rig = rigOver(database);
    await Promise.all([1, 2].map(() => rig.engine(parts).tick(monday)));
    expect(new Set(shown.map(({ channelId }) => channelId)).size).toBe(channels);
    expect(shown).toHaveLength(channels);
    expect(Math.max(...shown.map(({ at }) => at))).toBeLessThanOrEqual(1.1 * leastMilliseconds);
    expect(mostInAMinute(shown.map(({ at }) => at))).toBeLessThanOrEqual(301);
  } finally {
    await cleanUp();
  }
}, 120_000);

/** The most posts of any minute. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + 60_000).length));
}
