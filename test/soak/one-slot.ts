import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/store/database.ts';
import { settingsColumns } from '../../src/store/digest-rows.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { monday, rigOver } from '../digests/support/rig.ts';
import { settings } from '../digests/support/subscriptions.ts';
import { VirtualTime } from './virtual-time.ts';

/** How the channels of one slot were served. */
export interface Served {
  /** How many channels, and how many posts they show. */
  readonly channels: number;
  readonly posts: number;
  /** How long the last waited, by the least time that 300 posts a minute take: one each 200 ms, the first at once. */
  readonly delay: number;
  /** Milliseconds between two posts, where they are closest. */
  readonly leastGap: number;
  readonly mostInAMinute: number;
}

/** Two processes serve so many channels that are all due at the same minute; each post takes Slack 400 ms. */
export async function serveOneSlot(database: Database, channels: number): Promise<Served> {
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
  const times = shown.map(({ at }) => at);
  return {
    channels: new Set(shown.map(({ channelId }) => channelId)).size,
    posts: shown.length,
    delay: Math.max(...times) / ((channels - 1) * 200),
    leastGap: Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0))),
    mostInAMinute: mostInAMinute(times),
  };
}

/** The most posts of any minute. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + 60_000).length));
}
