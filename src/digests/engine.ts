import { deliver, type Worker } from './deliver.ts';
import { lateAfter } from './due.ts';
import { type EngineParts, laneCount, later, leaseLength } from './engine-parts.ts';
import { tellOwners } from './notices.ts';
import { openDue } from './open-due.ts';
import type { Claim } from './ports.ts';
import { unfinishedWork } from './unfinished.ts';

/** Sends what is due, for as many replicas as there are: all that they share is the store. */
export interface DigestEngine {
  /**
   * Asks what is due at `now` and does it; resolves when nothing is left to do. Call it every minute; a call while
   * another is under way is welcome. Rejects when the store is down: the next call does what was left.
   */
  tick(now: Date): Promise<void>;
}

/** The engine of one process. */
export function digestEngine<Message>(parts: EngineParts<Message>): DigestEngine {
  const worker: Worker<Message> = { parts, unfinished: unfinishedWork(parts.report) };
  let busyLanes = 0;
  /**
   * Works until nothing is left; when its first digest waits to be posted, another one begins. Were many prepared at
   * once, who asks something meanwhile would have to wait.
   */
  const lane = async (errors: unknown[]): Promise<void> => {
    if (busyLanes >= laneCount) return;
    busyLanes += 1;
    const next: Promise<void>[] = [];
    const prepared = () => {
      if (next.length === 0) next.push(lane(errors));
    };
    try {
      for (let claim = await claimNext(parts); claim !== null; claim = await claimNext(parts)) {
        await deliver(worker, claim, prepared);
      }
    } catch (error) {
      // Not thrown: nobody may be waiting for this lane yet.
      errors.push(error);
    }
    busyLanes -= 1;
    await Promise.all(next);
  };
  return {
    tick: async (now) => {
      await worker.unfinished.retry();
      await parts.store.sweep(now);
      const errors: unknown[] = [];
      const working: Promise<void>[] = [];
      const work = () => working.push(lane(errors));
      try {
        // Who is among the first need not wait until the last has its row.
        const opened = () => {
          if (busyLanes === 0) work();
        };
        await openDue(parts, { now, opened });
        // What waited before, and what came after the lanes had found nothing left.
        work();
      } finally {
        await Promise.all(working);
      }
      if (errors.length > 0) throw errors[0];
      await tellOwners(parts);
    },
  };
}

async function claimNext<Message>({ store, clock }: EngineParts<Message>): Promise<Claim | null> {
  const now = await clock();
  return store.claim({ now, leaseUntil: later(now, leaseLength), lateBefore: later(now, -lateAfter) });
}
