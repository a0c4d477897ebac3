import type { Claim, DigestStore } from '../digests/ports.ts';
import type { Database } from './database.ts';
import { occurrenceFrom, subscriptionFrom } from './digest-rows.ts';
import type { Transaction } from './snapshot-table.ts';

type Prismas = Database['prisma'];

/** How long after a late digest its channel gets no other late one: milliseconds. */
const catchUpEvery = 24 * 3_600_000;

/** The condition under which a worker still has what it claimed. */
export function heldBy({ occurrence: { id }, fence }: Claim) {
  return { id, fence, state: { in: ['claimed', 'posting'] as ('claimed' | 'posting')[] } };
}

/** Leases one period as `DigestStore.claim` says. Workers that ask at once get different ones. */
export async function claimOne(
  prisma: Prismas,
  { now, leaseUntil, lateBefore }: Parameters<DigestStore['claim']>[0],
): Promise<Claim | null> {
  const [claimed] = await prisma.$queryRaw<{ id: string; newer: boolean }[]>`
    WITH picked AS (
      SELECT "id" FROM "digest_occurrence"
      WHERE ("state" = 'waiting' AND "not_before" <= ${now}) OR ("state" = 'claimed' AND "lease_until" <= ${now})
      ORDER BY "due_at", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "digest_occurrence" AS o
    SET "state" = 'claimed', "lease_until" = ${leaseUntil}, "fence" = o."fence" + 1, "attempts" = o."attempts" + 1
    FROM picked, "digest_subscription" AS s
    WHERE o."id" = picked."id" AND s."id" = o."subscription_id"
    RETURNING o."id"::text, EXISTS (
      SELECT 1 FROM "digest_occurrence" AS n JOIN "digest_subscription" AS t ON t."id" = n."subscription_id"
      WHERE t."channel_id" = s."channel_id" AND NOT n."by_hand"
        AND n."due_at" <= ${now} AND (n."due_at", n."id") > (o."due_at", o."id")
        AND ((t."id" = s."id" AND n."state" NOT IN ('skipped', 'failed'))
          OR n."late"
          OR (n."due_at" < ${lateBefore} AND n."state" IN ('waiting', 'claimed', 'posting')))
    ) AS "newer"`;
  if (claimed === undefined) return null;
  return readClaim(prisma, claimed.id, claimed.newer);
}

/** Keeps it for longer, as `DigestStore.keep` says. */
export async function keepClaim(prisma: Prismas, claim: Claim, leaseUntil: Date): Promise<Claim | null> {
  const { count } = await prisma.digestOccurrence.updateMany({
    where: heldBy(claim),
    data: { ...notPosted, state: 'claimed', leaseUntil },
  });
  return count === 0 ? null : readClaim(prisma, claim.occurrence.id, claim.newerDue);
}

/** How the columns stand of what was not posted after all. */
export const notPosted = { channelId: null, postedAt: null, late: false } as const;

/** Checks and notes, right before a post, as `DigestStore.confirm` says. */
export async function confirmClaim(
  prisma: Prismas,
  claim: Claim,
  at: { readonly now: Date; readonly late: boolean },
): ReturnType<DigestStore['confirm']> {
  return prisma.$transaction(async (tx) => {
    if (at.late && (await hadItsLateOne(tx, claim, at.now))) return 'caught-up';
    if ((await noteIntent(tx, claim, at)) === 1) return 'go';
    const where = { ...heldBy(claim), leaseUntil: { gt: at.now } };
    return (await tx.digestOccurrence.count({ where })) === 1 ? 'changed' : 'lost';
  });
}

/** The subscription's version is compared in the same statement, so that nobody's change comes too late by a query. */
async function noteIntent(
  tx: Transaction,
  { occurrence, subscription, fence }: Claim,
  { now, late }: { readonly now: Date; readonly late: boolean },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "digest_occurrence" AS o
    SET "state" = 'posting', "channel_id" = s."channel_id", "posted_at" = ${now}, "late" = ${late}
    FROM "digest_subscription" AS s
    WHERE o."id" = ${occurrence.id}::uuid AND o."fence" = ${fence} AND o."state" = 'claimed'
      AND o."lease_until" > ${now} AND s."id" = o."subscription_id" AND s."version" = ${subscription.version}
      AND s."removed_at" IS NULL`;
}

/** Whether another late digest went to the channel. Who asks for the same channel waits for the one who asked before. */
async function hadItsLateOne(tx: Transaction, claim: Claim, now: Date): Promise<boolean> {
  const { channelId } = claim.subscription;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${channelId}, 0))`;
  const where = {
    id: { not: claim.occurrence.id },
    channelId,
    late: true,
    postedAt: { gt: new Date(now.getTime() - catchUpEvery) },
  };
  return (await tx.digestOccurrence.count({ where })) > 0;
}

async function readClaim(prisma: Prismas, id: string, newerDue: boolean): Promise<Claim> {
  const row = await prisma.digestOccurrence.findUniqueOrThrow({
    where: { id },
    include: { subscription: true },
  });
  if (row.leaseUntil === null) throw new Error(`period ${id} was claimed without a lease`);
  return {
    occurrence: occurrenceFrom(row),
    subscription: subscriptionFrom(row.subscription),
    removed: row.subscription.removedAt !== null,
    fence: row.fence,
    leaseUntil: row.leaseUntil,
    newerDue,
  };
}
