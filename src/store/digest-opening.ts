import { randomBytes } from 'node:crypto';
import type { Opening } from '../digests/ports.ts';
import type { SubscriptionId } from '../digests/subscription.ts';
import type { Database } from './database.ts';
import { plannedColumns } from './digest-rows.ts';
import type { Transaction } from './snapshot-table.ts';
import { uuidV7 } from './uuid-v7.ts';

/** Gives periods their rows, as `DigestStore.open` says: two statements, however many there are. */
export function openPeriods(
  prisma: Database['prisma'],
  openings: readonly Opening[],
): Promise<readonly SubscriptionId[]> {
  return prisma.$transaction(async (tx) => {
    const moved = new Set(await moveOn(tx, openings));
    const rows = openings
      .filter(({ subscription: { id } }) => moved.has(id))
      .flatMap(({ subscription: { id: subscriptionId }, periods }) =>
        periods.map((planned) => {
          const id = uuidV7(planned.dueAt, randomBytes(10));
          return plannedColumns(planned, { id, subscriptionId });
        }),
      );
    // A period that has its row was sent under other settings: it is not sent again.
    await tx.digestOccurrence.createMany({ data: rows, skipDuplicates: true });
    return [...moved];
  });
}

/**
 * Those that stand as they were read: the time at which the next period comes is the sign that another replica was
 * faster. They are locked in the order of their ids, so that replicas with the same ones never wait for each other.
 */
async function moveOn(tx: Transaction, openings: readonly Opening[]): Promise<readonly SubscriptionId[]> {
  const seen = openings.map(({ subscription: { id, version, nextRunAt }, nextRunAt: next }) => ({
    id,
    version,
    seen: nextRunAt,
    next,
  }));
  const rows = await tx.$queryRaw<{ id: SubscriptionId }[]>`
    WITH due AS (
      SELECT s."id", o."next" FROM "digest_subscription" AS s
      JOIN jsonb_to_recordset(${JSON.stringify(seen)}::jsonb)
        AS o("id" uuid, "version" integer, "seen" timestamptz, "next" timestamptz) ON o."id" = s."id"
      WHERE s."version" = o."version" AND s."next_run_at" = o."seen"
        AND s."paused_at" IS NULL AND s."removed_at" IS NULL
      ORDER BY s."id" FOR NO KEY UPDATE OF s)
    UPDATE "digest_subscription" AS s SET "next_run_at" = due."next"
    FROM due WHERE s."id" = due."id" RETURNING s."id"::text`;
  return rows.map(({ id }) => id);
}
