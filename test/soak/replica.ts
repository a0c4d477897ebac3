import { digestEngine } from '../../src/digests/engine.ts';
import type { DigestStore, Poster, PostResult } from '../../src/digests/ports.ts';
import type { World } from './world.ts';

/** One process: an engine that can be killed at any moment. */
export interface Replica {
  /** Ticks until it is done or dead. */
  tick(): Promise<void>;
  readonly isDead: () => boolean;
}

/** What a killed process sees of its own future. */
const never = () => new Promise<never>(() => undefined);

/** A fresh process of that world. */
export function startReplica(world: World): Replica {
  let dead = false;
  let tellDeath: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  const die = (): Promise<never> => {
    dead = true;
    world.counts.kills += 1;
    tellDeath();
    return never();
  };
  const engine = digestEngine({
    store: mortal(world, { isDead: () => dead, die }),
    clock: async () => world.now(),
    pause: async (milliseconds) => world.passTo(world.now().getTime() + milliseconds),
    renderer: {
      render: async ({ occurrence, late }) => ({ first: { key: occurrence.periodKey, late }, thread: [] }),
    },
    poster: posterOf(world, { isDead: () => dead, die }),
    inspector: {
      inspect: async () => ({ kind: 'open', shared: false }),
      ownerMay: async () => true,
    },
    notifier: { tell: async (notice) => world.tell(notice) },
    report: () => {
      world.counts.reports += 1;
    },
  });
  const tick = async () => {
    await engine.tick(world.now()).catch(() => {
      world.counts.failedTicks += 1;
    });
  };
  return { tick: () => Promise.race([tick(), death]), isDead: () => dead };
}

interface Life {
  readonly isDead: () => boolean;
  readonly die: () => Promise<never>;
}

/** The store as a process sees it that may be killed before or after any call, and that may lose the database. */
function mortal({ store, chance, isDatabaseGone }: World, { isDead, die }: Life): DigestStore {
  return Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        if (isDead()) return never();
        if (isDatabaseGone()) throw new Error('the database is away');
        if (chance(0.001)) return die();
        const result = await (call as (...given: unknown[]) => Promise<unknown>)(...args);
        if (isDead()) return never();
        return chance(0.001) ? die() : result;
      },
    ]),
  ) as unknown as DigestStore;
}

/** Slack, which does all that it has been seen to do. */
function posterOf(
  { chance, show, counts, isSlackGone }: World,
  { isDead, die }: Life,
): Poster<{ readonly key: string; readonly late: boolean }> {
  const answer = (post: Parameters<typeof show>[0]): PostResult | 'killed' => {
    if (isSlackGone()) return { kind: 'refused-retryable', why: 'connection-refused' };
    if (chance(0.02)) return { kind: 'rate-limited', retryAfterSeconds: chance(0.5) ? 20 : null };
    if (chance(0.01)) return { kind: 'refused-retryable', why: 'service_unavailable' };
    if (chance(0.01)) return { kind: 'ambiguous', why: 'http-500' };
    if (chance(0.005)) return 'killed';
    show(post);
    if (chance(0.01)) return { kind: 'ambiguous', why: 'timeout' };
    return chance(0.01) ? 'killed' : { kind: 'posted', ts: `${counts.posts}.0` };
  };
  return {
    post: async ({ channelId, message }) => {
      if (isDead()) return never();
      const result = answer({ channelId, ...message });
      return result === 'killed' ? die() : result;
    },
  };
}
