import type { DigestStore } from '../digests/ports.ts';
import type { Subscription } from '../digests/subscription.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { claimOne, confirmClaim, keepClaim } from './digest-claims.ts';
import { openPeriods } from './digest-opening.ts';
import { reserveSlot, slowAll } from './digest-pace.ts';
import { subscriptionFrom } from './digest-rows.ts';
import { giveClaimBack, settleClaim, settleThreadOf } from './digest-settlements.ts';
import { noteTold, sweepOverslept, takeUntold } from './digest-untold.ts';

/** What the engine of digests needs, over a database. */
export function digestStore({ prisma }: Database): DigestStore {
  return {
    listDue: async (now, most, after) => {
      const rows = await prisma.digestSubscription.findMany({
        where: { nextRunAt: { lte: now }, pausedAt: null, removedAt: null, ...(after && behind(after)) },
        orderBy: [{ nextRunAt: 'asc' }, { id: 'asc' }],
        take: most,
      });
      return rows.map(subscriptionFrom);
    },
    open: (openings) => openPeriods(prisma, openings),
    claim: (asked) => claimOne(prisma, asked),
    confirm: (claim, at) => confirmClaim(prisma, claim, at),
    keep: (claim, leaseUntil) => keepClaim(prisma, claim, leaseUntil),
    giveBack: (claim, delay) => giveClaimBack(prisma, claim, delay),
    settle: (claim, settlement, now) => settleClaim(prisma, { claim, settlement, now }),
    settleThread: (claim, complete) => settleThreadOf(prisma, claim, complete),
    sweep: (now) => sweepOverslept(prisma, now),
    takeUntold: (now, leaseUntil) => takeUntold(prisma, { now, leaseUntil }),
    noteTold: (matters, at) => noteTold(prisma, matters, at),
    reserve: (channelId, now) => reserveSlot(prisma, channelId, now),
    slowDown: (until, now) => slowAll(prisma, { until, now }),
  };
}

/** Not by Prisma's cursor: the row may have been moved on since. */
function behind({ nextRunAt, id }: Subscription): Prisma.DigestSubscriptionWhereInput {
  return { OR: [{ nextRunAt: { gt: nextRunAt } }, { nextRunAt, id: { gt: id } }] };
}
