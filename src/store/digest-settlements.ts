import type { Claim, Delay, Settlement } from '../digests/ports.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { noteChange } from './digest-changes.ts';
import { heldBy, notPosted } from './digest-claims.ts';
import { subscriptionFrom } from './digest-rows.ts';
import type { Transaction } from './snapshot-table.ts';

type Prismas = Database['prisma'];

/** How long the rest of a digest may take to get into its thread: milliseconds. */
const threadLease = 15 * 60_000;

/** Puts the period back, as `DigestStore.giveBack` says. */
export async function giveClaimBack(prisma: Prismas, claim: Claim, delay: Delay): Promise<boolean> {
  const { notBefore, reason, hold } = delay;
  // Held for the same reason as before is no news.
  const tell = hold && claim.occurrence.reason !== reason;
  const { count } = await prisma.digestOccurrence.updateMany({
    where: heldBy(claim),
    data: {
      ...notPosted,
      state: 'waiting',
      notBefore,
      reason,
      leaseUntil: null,
      ...(tell && { untold: 'held', tellNotBefore: null }),
    },
  });
  return count === 1;
}

/** Writes how it ended, as `DigestStore.settle` says; of what failed for good the subscription is paused. */
export async function settleClaim(
  prisma: Prismas,
  { claim, settlement, now }: { readonly claim: Claim; readonly settlement: Settlement; readonly now: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const data = settledColumns(settlement, now);
    const { count } = await tx.digestOccurrence.updateMany({ where: heldBy(claim), data });
    if (count === 0) return false;
    if (settlement.kind === 'failed' && settlement.pause) {
      await pauseSubscription(tx, claim, { because: settlement.reason, now });
    }
    return true;
  });
}

/** A person may have paused it since: then that stands. */
async function pauseSubscription(
  tx: Transaction,
  { subscription: { id } }: Claim,
  { because, now }: { readonly because: string; readonly now: Date },
): Promise<void> {
  const was = await tx.digestSubscription.findFirst({ where: { id, pausedAt: null } });
  const [is] = await tx.digestSubscription.updateManyAndReturn({
    where: { id, pausedAt: null },
    data: { pausedAt: now, pausedBecause: because, version: { increment: 1 } },
  });
  if (was === null || is === undefined) return;
  const [before, after] = [subscriptionFrom(was), subscriptionFrom(is)];
  await noteChange(tx, { act: 'pause', at: now, by: null, before, after });
}

/** Writes whether all parts are in the thread. */
export async function settleThreadOf(prisma: Prismas, claim: Claim, complete: boolean): Promise<void> {
  await prisma.digestOccurrence.updateMany({
    where: { id: claim.occurrence.id, fence: claim.fence, thread: 'pending' },
    data: complete
      ? { thread: 'complete', leaseUntil: null }
      : { thread: 'incomplete', leaseUntil: null, untold: 'incomplete', tellNotBefore: null },
  });
}

function settledColumns(settlement: Settlement, now: Date): Prisma.DigestOccurrenceUpdateManyMutationInput {
  const untold = (kind: string) => ({ untold: kind, tellNotBefore: null });
  switch (settlement.kind) {
    case 'sent': {
      const { ts, threadParts } = settlement;
      const leaseUntil = threadParts === 0 ? null : new Date(now.getTime() + threadLease);
      const thread = threadParts === 0 ? 'none' : 'pending';
      // What was to be told of a period that was sent after all is told no more.
      return { state: 'sent', reason: null, messageTs: ts, postedAt: now, thread, leaseUntil, untold: null };
    }
    case 'skipped': {
      const { reason, tell } = settlement;
      const ended = { ...notPosted, state: 'skipped', reason, leaseUntil: null } as const;
      return { ...ended, ...(tell ? untold('skipped') : { untold: null }) };
    }
    case 'failed':
      return {
        ...notPosted,
        state: 'failed',
        reason: settlement.reason,
        leaseUntil: null,
        ...untold('failed'),
      };
    case 'unknown':
      return { state: 'unknown', reason: settlement.reason, leaseUntil: null, ...untold('unknown') };
  }
}
