import { schedule } from 'node-cron';
import type { SubscriptionStore } from '../digests/ports.ts';
import type { Log } from '../logging.ts';
import type { MovableClock } from '../sandbox/movable-clock.ts';

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
  { log, timeZone }: { readonly log: Log; readonly timeZone: string },
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
