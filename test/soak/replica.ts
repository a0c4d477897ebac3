import { digestEngine } from '../../src/digests/engine.ts';
import type { Poster } from '../../src/digests/ports.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import { reminderEngine } from '../../src/reminders/engine.ts';
import type { Fate } from './slacks.ts';
import { type World, writeReminded } from './world.ts';

/** One process: an engine that can be killed or frozen at any moment. */
export interface Replica {
  /** Ticks until it is done, dead or frozen. */
  tick(): Promise<void>;
  /** Whether another one has to be started in its place. */
  readonly isGone: () => boolean;
}

/** What a killed process sees of its own future. */
const never = () => new Promise<never>(() => undefined);

/** A fresh process of that world. */
export function startReplica(world: World): Replica {
  const life = new Life(world);
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
  return { tick: () => life.during(tick()), isGone: () => life.isGone };
}

/** Whether a process lives, and what becomes of its tick when it does not. */
class Life {
  isDead = false;
  isGone = false;
  /** Resolves at once but while the process is frozen. */
  awake: Promise<void> = Promise.resolve();
  readonly #world: World;
  #tick: Promise<void> = Promise.resolve();
  #tellDeath: () => void = () => undefined;
  #tellGone: () => void = () => undefined;
  readonly #death = new Promise<void>((resolve) => {
    this.#tellDeath = resolve;
  });
  readonly #gone = new Promise<void>((resolve) => {
    this.#tellGone = resolve;
  });

  constructor(world: World) {
    this.#world = world;
  }

  /** Resolves when the tick is over, as far as others see. */
  during(tick: Promise<void>): Promise<void> {
    this.#tick = tick;
    return Promise.race([tick, this.#gone]);
  }

  die(): Promise<never> {
    this.isDead = true;
    this.#world.counts.kills += 1;
    this.#tellDeath();
    this.#leave();
    return never();
  }

  /** Stands still in the middle of what it does, once, until the world wakes it. */
  freeze(): void {
    if (this.isGone) return;
    this.#world.counts.freezes += 1;
    this.awake = new Promise((resolve) => {
      this.#world.frozen.push(() => {
        resolve();
        return Promise.race([this.#tick, this.#death]);
      });
    });
    this.#leave();
  }

  #leave(): void {
    this.isGone = true;
    this.#tellGone();
  }
}

/**
 * The store as a process sees it that may be killed or frozen before or after any call, and that may lose the database.
 * A process that is frozen between its last look at the clock and its post is left out: see ADR 4.
 */
function mortal<Store extends object>({ chance, isDatabaseGone }: World, life: Life, store: Store): Store {
  return Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        if (chance(0.0005)) life.freeze();
        await life.awake;
        if (life.isDead) return never();
        if (isDatabaseGone()) throw new Error('the database is away');
        if (chance(0.001)) return life.die();
        const result = await (call as (...given: unknown[]) => Promise<unknown>)(...args);
        if (chance(0.0005)) life.freeze();
        await life.awake;
        if (life.isDead) return never();
        return chance(0.001) ? life.die() : result;
      },
    ]),
  ) as unknown as Store;
}

/** Posts to the Slack of the world, with the trouble that there is; the process may be killed before and after. */
function posterOf(world: World, life: Life): Poster<string> {
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
      if (life.isDead) return never();
      const fate = fateOf();
      if (fate === 'killed') return life.die();
      const result = await slack.send({ conversation, text }, fate);
      if (life.isDead) return never();
      return fate === 'fine' && chance(0.01) ? life.die() : result;
    },
  };
}
