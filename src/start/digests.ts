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
export interface DigestTicks {
  /** Asks now; never rejects. */
  readonly tick: () => Promise<void>;
  /** Asks no more, and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Asks every minute of the system's clock whether a digest is due: which one is, the product's clock and the store
 * decide, so a tick that comes twice or late does no harm.
 */
export function scheduleDigests(
  work: () => Promise<void>,
  {
    log,
    timeZone,
    pauses,
  }: { readonly log: Log; readonly timeZone: string; readonly pauses: Pick<DigestPauses, 'cutShort'> },
): DigestTicks {
  const under = new Set<Promise<void>>();
  const tick = async () => {
    const ticking = work().catch((problem: unknown) => {
      log.error({ err: problem }, 'sending digests failed; the next minute does what is left');
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

/**
 * Moves the clock of a demonstration on, but not past the moment at which a digest is due without sending it: who
 * moves on by a month sees four of them, each at its own time.
 */
export async function moveThroughDigests(
  {
    clock,
    subscriptions,
    tick,
  }: { clock: MovableClock; subscriptions: SubscriptionStore } & Pick<DigestTicks, 'tick'>,
  milliseconds: number,
): Promise<void> {
  const end = clock.now().getTime() + milliseconds;
  const ahead = (instant: number) => Math.max(0, instant - clock.now().getTime());
  for (let hops = 0; hops < mostHops; hops += 1) {
    const running = (await subscriptions.list()).filter(({ subscription }) => subscription.pausedAt === null);
    const due = Math.min(...running.map(({ subscription }) => subscription.nextRunAt.getTime()));
    if (due > end) break;
    clock.advance(ahead(due));
    await tick();
  }
  clock.advance(ahead(end));
  await tick();
}

/** Even a digest every day for four weeks in two channels needs no more. */
const mostHops = 60;
