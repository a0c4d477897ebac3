import { digestEngine } from '../../src/digests/engine.ts';
import type { Post, Poster, PostResult } from '../../src/digests/ports.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import { reminderEngine } from '../../src/reminders/engine.ts';
import type { Reminded, World } from './world.ts';

interface DigestShown {
  readonly key: string;
  readonly late: boolean;
}

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
  const life = { isDead: () => dead, die };
  const store = mortal(world, life, world.store);
  const clock = async () => world.now();
  const pause = async (milliseconds: number) => world.passTo(world.now().getTime() + milliseconds);
  const report = () => {
    world.counts.reports += 1;
  };
  const engine = digestEngine<DigestShown>({
    store,
    clock,
    pause,
    renderer: {
      render: async ({ occurrence, late }) => ({ first: { key: occurrence.periodKey, late }, thread: [] }),
    },
    poster: posterOf(world, life, ({ channelId, message }) => world.show({ channelId, ...message })),
    inspector: {
      inspect: async () => ({ kind: 'open', shared: false }),
      ownerMay: async () => true,
    },
    notifier: { tell: async (notice) => world.tell(notice) },
    report,
  });
  const reminders = reminderEngine<Omit<Reminded, 'at'>>({
    store: mortal(world, life, world.reminders),
    clock,
    timeZone: 'Asia/Tokyo',
    pause,
    pace: store,
    gather: async () => world.duties(dayAt(world.now(), 'Asia/Tokyo')),
    administrators: [],
    present: async (people) => new Set(people),
    render: async ({ personId, today: day, things }) => ({
      personId,
      day,
      keys: things.map(({ key }) => key),
    }),
    conversation: async (person) => {
      if (world.isSlackGone()) throw new Error('Slack is away');
      return `D${person}`;
    },
    poster: posterOf(world, life, ({ message }) => world.remind({ ...message, at: world.now() })),
    report,
  });
  const tick = async () => {
    const failed = () => {
      world.counts.failedTicks += 1;
    };
    await Promise.all([engine, reminders].map((each) => each.tick(world.now()).catch(failed)));
  };
  return { tick: () => Promise.race([tick(), death]), isDead: () => dead };
}

interface Life {
  readonly isDead: () => boolean;
  readonly die: () => Promise<never>;
}

/** The store as a process sees it that may be killed before or after any call, and that may lose the database. */
function mortal<Store extends object>(
  { chance, isDatabaseGone }: World,
  { isDead, die }: Life,
  store: Store,
): Store {
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
  ) as unknown as Store;
}

/** Slack, which does all that it has been seen to do. */
function posterOf<Message>(
  { chance, counts, isSlackGone }: World,
  { isDead, die }: Life,
  show: (post: Post<Message>) => void,
): Poster<Message> {
  const answer = (post: Post<Message>): PostResult | 'killed' => {
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
    post: async (post) => {
      if (isDead()) return never();
      const result = answer(post);
      return result === 'killed' ? die() : result;
    },
  };
}
