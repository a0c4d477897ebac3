import { randomBytes } from 'node:crypto';
import type { DigestStore } from '../digests/ports.ts';
import type { Database } from './database.ts';
import { claimOne, confirmClaim, keepClaim } from './digest-claims.ts';
import { reserveSlot, slowAll } from './digest-pace.ts';
import { plannedColumns, subscriptionFrom } from './digest-rows.ts';
import { giveClaimBack, settleClaim, settleThreadOf } from './digest-settlements.ts';
import { noteTold, sweepOverslept, takeUntold } from './digest-untold.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What the engine of digests needs, over a database. */
export function digestStore({ prisma }: Database): DigestStore {
  return {
    listDue: async (now, most) => {
      const rows = await prisma.digestSubscription.findMany({
        where: { nextRunAt: { lte: now }, pausedAt: null, removedAt: null },
        orderBy: [{ nextRunAt: 'asc' }, { id: 'asc' }],
        take: most,
      });
      return rows.map(subscriptionFrom);
    },
    open: (subscription, periods, nextRunAt) => open(prisma, subscription, periods, nextRunAt),
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

/** The time at which the next period comes is compared as well: it is the sign that another replica was faster. */
async function open(
  prisma: Database['prisma'],
  ...[{ id, version, nextRunAt: seen }, periods, nextRunAt]: Parameters<DigestStore['open']>
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.digestSubscription.updateMany({
      where: { id, version, nextRunAt: seen, pausedAt: null, removedAt: null },
      data: { nextRunAt },
    });
    if (count === 0) return false;
    const rows = periods.map((planned) =>
      plannedColumns(planned, { id: uuidV7(planned.dueAt, randomBytes(10)), subscriptionId: id }),
    );
    // A period that has its row was sent under other settings: it is not sent again.
    await tx.digestOccurrence.createMany({ data: rows, skipDuplicates: true });
    return true;
  });
}
