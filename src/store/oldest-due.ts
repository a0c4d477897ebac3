import type { Database } from './database.ts';

/**
 * When the oldest digest was due that is due at `now` and not posted yet: a period that waits or is being posted, or
 * a subscription whose next period nobody has opened. Null where none waits; what is held for somebody does not count.
 */
export async function oldestDue({ prisma }: Database, now: Date): Promise<Date | null> {
  const [row] = await prisma.$queryRaw<{ at: Date | null }[]>`
    SELECT LEAST(
      (SELECT MIN("due_at") FROM "digest_occurrence"
        WHERE "state" IN ('claimed', 'posting') OR ("state" = 'waiting' AND "not_before" <= ${now})),
      (SELECT MIN("next_run_at") FROM "digest_subscription"
        WHERE "next_run_at" <= ${now} AND "paused_at" IS NULL AND "removed_at" IS NULL)) AS "at"`;
  return row?.at ?? null;
}
