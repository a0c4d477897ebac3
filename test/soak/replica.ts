import { digestEngine } from '../../src/digests/engine.ts';
import type { Poster } from '../../src/digests/ports.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import { reminderEngine } from '../../src/reminders/engine.ts';
import type { Fate } from './slacks.ts';
import { type World, writeReminded } from './world.ts';

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
  const engine = digestEngine<string>({
    store,
    clock,
    pause,
    renderer: {
      render: async ({ occurrence }) => ({ first: occurrence.periodKey, thread: [] }),
    },
    poster: posterOf(world, life),
    inspector: {
      inspect: async () => ({ kind: 'open', shared: false }),
      ownerMay: async () => true,
    },
    notifier: { tell: async (notice) => world.tell(notice) },
    report,
  });
  const reminders = reminderEngine<string>({
    store: mortal(world, life, world.reminders),
    clock,
    timeZone: 'Asia/Tokyo',
    pause,
    pace: store,
    gather: async () => world.duties(dayAt(world.now(), 'Asia/Tokyo')),
    administrators: [],
    present: async (people) => new Set(people),
    render: async ({ personId, today: day, things }) =>
      writeReminded({ personId, day, keys: things.map(({ key }) => key), at: world.now() }),
    conversation: async (person) => {
      if (world.isSlackGone()) throw new Error('Slack is away');
      return `D${person}`;
    },
    poster: posterOf(world, life),
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

/** Posts to the Slack of the world, with the trouble that there is; the process may be killed before and after. */
function posterOf(world: World, { isDead, die }: Life): Poster<string> {
  const { chance, slack } = world;
  const fateOf = (): Fate | 'killed' => {
    if (world.isSlackGone()) return 'gone';
    if (chance(0.02)) return chance(0.5) ? '429' : '429 without a time';
    if (chance(0.01)) return 'unavailable';
    if (chance(0.01)) return '500';
    if (chance(0.005)) return 'killed';
    return chance(0.01) ? 'lost' : 'fine';
  };
  return {
    post: async ({ channelId: conversation, message: text }) => {
      if (isDead()) return never();
      const fate = fateOf();
      if (fate === 'killed') return die();
      const result = await slack.send({ conversation, text }, fate);
      if (isDead()) return never();
      return fate === 'fine' && chance(0.01) ? die() : result;
    },
  };
}
