import { deliver, type Worker } from './deliver.ts';
import { lateAfter } from './due.ts';
import { type EngineParts, laneCount, later, leaseLength } from './engine-parts.ts';
import { tellOwners } from './notices.ts';
import { periodsDue } from './plan.ts';
import { unfinishedWork } from './unfinished.ts';

/** Sends what is due, for as many replicas as there are: all that they share is the store. */
export interface DigestEngine {
  /**
   * Asks what is due at `now` and does it; resolves when nothing is left to do. Call it every minute; a call while
   * another is under way is welcome. Rejects when the store is down: the next call does what was left.
   */
  tick(now: Date): Promise<void>;
}

/** How many subscriptions of a tick, and periods of a subscription, get their rows at once. */
const mostSubscriptions = 2_000;
const mostPeriods = 100;

/** The engine of one process. */
export function digestEngine<Message>(parts: EngineParts<Message>): DigestEngine {
  const worker: Worker<Message> = { parts, unfinished: unfinishedWork(parts.report) };
  let busyLanes = 0;
  const lane = async (): Promise<void> => {
    busyLanes += 1;
    try {
      while (await deliverNext(worker));
    } finally {
      busyLanes -= 1;
    }
  };
  return {
    tick: async (now) => {
      await worker.unfinished.retry();
      await parts.store.sweep(now);
      await openDue(parts, now);
      await allOrFirstError(Array.from({ length: laneCount - busyLanes }, lane));
      await tellOwners(parts);
    },
  };
}

/** Whether there was one. */
async function deliverNext<Message>(worker: Worker<Message>): Promise<boolean> {
  const now = await worker.parts.clock();
  const claim = await worker.parts.store.claim({
    now,
    leaseUntil: later(now, leaseLength),
    lateBefore: later(now, -lateAfter),
  });
  if (claim === null) return false;
  await deliver(worker, claim);
  return true;
}

/** Gives every period that fell due its row. */
async function openDue<Message>({ store, report }: EngineParts<Message>, now: Date): Promise<void> {
  for (const subscription of await store.listDue(now, mostSubscriptions)) {
    try {
      const from = subscription.nextRunAt;
      const { periods, nextRunAt } = periodsDue(subscription, { from, now, most: mostPeriods });
      await store.open(subscription, periods, nextRunAt);
    } catch (error) {
      // A broken subscription keeps no other one waiting.
      report(error, `opening periods of subscription ${subscription.id}`);
    }
  }
}

/** Waits for all, and throws what the first one of them threw. */
async function allOrFirstError(work: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
