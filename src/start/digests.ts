import { setTimeout } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { SubscriptionStore } from '../digests/ports.ts';
import type { Log } from '../logging.ts';
import type { MovableClock } from '../sandbox/movable-clock.ts';

/** How digests wait for their turn: for minutes, after a 429, but not when the process is to end. */
export interface DigestPauses {
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Rejects every pause, now and later: what waits has posted nothing and is given back. */
  readonly cutShort: () => void;
}

/** Pauses by the system's timers. */
export function digestPauses(): DigestPauses {
  const ending = new AbortController();
  return {
    pause: (milliseconds) => setTimeout(milliseconds, undefined, { signal: ending.signal }),
    cutShort: () => ending.abort(),
  };
}

/** Asks every minute what is due. */
export interface Ticks {
  /** Asks now; never rejects. */
  readonly tick: () => Promise<void>;
  /** Asks no more, and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

/** What ticks are scheduled with. */
export interface TickOptions {
  /** What is done, for the log: `sending digests`. */
  readonly name: string;
  readonly log: Log;
  readonly timeZone: string;
  readonly pauses: Pick<DigestPauses, 'cutShort'>;
}

/**
 * Asks every minute of the system's clock whether something is due: what is, the product's clock and the store
 * decide, so a tick that comes twice or late does no harm.
 */
export function scheduleTicks(
  work: () => Promise<void>,
  { name, log, timeZone, pauses }: TickOptions,
): Ticks {
  const under = new Set<Promise<void>>();
  const tick = async () => {
    const ticking = work().catch((problem: unknown) => {
      log.error({ err: problem }, `${name} failed; the next minute does what is left`);
    });
    under.add(ticking);
    await ticking;
    under.delete(ticking);
  };
  const task = schedule('* * * * *', tick, { timezone: timeZone });
  return {
    tick,
    stop: async () => {
      await task.stop();
      pauses.cutShort();
      await Promise.all(under);
    },
  };
}

/** What a demonstration's clock must not pass by without a tick. */
export interface Due {
  readonly clock: MovableClock;
  readonly subscriptions: SubscriptionStore;
  /** When the next reminders begin, after that instant. */
  readonly nextReminders: (after: Date) => Date;
  readonly tick: () => Promise<void>;
}

/**
 * Moves the clock of a demonstration on, but not past the moment at which a digest or reminders are due without
 * sending them: who moves on by a month sees all of them, each at its own time.
 */
export async function moveThroughDigests(
  { clock, subscriptions, nextReminders, tick }: Due,
  milliseconds: number,
): Promise<void> {
  const end = clock.now().getTime() + milliseconds;
  const ahead = (instant: number) => Math.max(0, instant - clock.now().getTime());
  for (let hops = 0; hops < mostHops; hops += 1) {
    const running = (await subscriptions.list()).filter(({ subscription }) => subscription.pausedAt === null);
    const digests = running.map(({ subscription }) => subscription.nextRunAt.getTime());
    const due = Math.min(...digests, nextReminders(clock.now()).getTime());
    if (due > end) break;
    clock.advance(ahead(due));
    await tick();
  }
  clock.advance(ahead(end));
  await tick();
}

/** Even digests and reminders of every day for four weeks in two channels need no more. */
const mostHops = 90;
