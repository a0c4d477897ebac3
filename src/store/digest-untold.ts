import type { UntoldKind } from '../digests/occurrence.ts';
import type { NoticeMatter } from '../digests/ports.ts';
import type { Database } from './database.ts';
import { occurrenceFrom, subscriptionFrom } from './digest-rows.ts';

type Prismas = Database['prisma'];

/** As many as fit into the memory and one message per owner. */
const mostAtOnce = 500;

/**
 * Takes what a worker left in the middle of a post from it: nobody can say whether it was posted. How many there
 * were, threads included.
 */
export async function sweepOverslept(prisma: Prismas, now: Date): Promise<number> {
  const posts = await prisma.digestOccurrence.updateMany({
    where: { state: 'posting', leaseUntil: { lte: now } },
    data: {
      state: 'unknown',
      reason: 'overslept',
      fence: { increment: 1 },
      leaseUntil: null,
      untold: 'unknown',
      tellNotBefore: null,
    },
  });
  const threads = await prisma.digestOccurrence.updateMany({
    where: { thread: 'pending', leaseUntil: { lte: now } },
    data: { thread: 'incomplete', leaseUntil: null, untold: 'incomplete', tellNotBefore: null },
  });
  return posts.count + threads.count;
}

/** What owners have to be told, as `DigestStore.takeUntold` says, the oldest first. */
export async function takeUntold(
  prisma: Prismas,
  { now, leaseUntil }: { readonly now: Date; readonly leaseUntil: Date },
): Promise<readonly NoticeMatter[]> {
  const taken = await prisma.$queryRaw<{ id: string }[]>`
    WITH picked AS (
      SELECT "id" FROM "digest_occurrence"
      WHERE "untold" IS NOT NULL AND ("tell_not_before" IS NULL OR "tell_not_before" <= ${now})
      ORDER BY "due_at", "id" LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
    UPDATE "digest_occurrence" AS o SET "tell_not_before" = ${leaseUntil}
    FROM picked WHERE o."id" = picked."id" RETURNING o."id"::text`;
  if (taken.length === 0) return [];
  const rows = await prisma.digestOccurrence.findMany({
    where: { id: { in: taken.map(({ id }) => id) }, untold: { not: null } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { subscription: true },
  });
  return rows.map(({ subscription, ...row }) => ({
    subscription: subscriptionFrom(subscription),
    occurrence: occurrenceFrom(row),
    // Written by this folder only, and not null by the query.
    kind: row.untold as UntoldKind,
  }));
}

/** Notes that they were told, but for what has become something else meanwhile. */
export async function noteTold(prisma: Prismas, matters: readonly NoticeMatter[], at: Date): Promise<void> {
  for (const untold of new Set(matters.map(({ kind }) => kind))) {
    const ids = matters.filter(({ kind }) => kind === untold).map(({ occurrence }) => occurrence.id);
    await prisma.digestOccurrence.updateMany({
      where: { id: { in: ids }, untold },
      data: { untold: null, tellNotBefore: null, toldAt: at },
    });
  }
}
