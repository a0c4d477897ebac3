import { nextReminders, reminderDay } from '../../src/reminders/business-days.ts';
import type { Database } from '../../src/store/database.ts';

/** When, by the clock that shows `now`, digests or reminders have something to do next. */
export async function nextEvent(database: Database, now: Date): Promise<number> {
  return Math.min(await nextDigest(database, now), await nextReminder(database, now));
}

async function nextDigest({ prisma }: Database, now: Date): Promise<number> {
  const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
    SELECT LEAST(
      (SELECT min("next_run_at") FROM "digest_subscription" WHERE "paused_at" IS NULL),
      (SELECT min(CASE WHEN "state" = 'waiting' THEN "not_before" ELSE "lease_until" END)
        FROM "digest_occurrence" WHERE "state" IN ('waiting', 'claimed', 'posting')),
      (SELECT min(COALESCE("tell_not_before", "due_at")) FROM "digest_occurrence" WHERE "untold" IS NOT NULL)
    ) AS "next"`;
  return row?.next?.getTime() ?? now.getTime() + 3_600_000;
}

/** When reminders begin next, or the next one of those of this day is to be looked at. */
async function nextReminder({ prisma }: Database, now: Date): Promise<number> {
  const begin = nextReminders(now, 'Asia/Tokyo').getTime();
  if (reminderDay(now, 'Asia/Tokyo') === null) return begin;
  const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
    SELECT min(CASE WHEN "state" = 'waiting' THEN "not_before" ELSE "lease_until" END) AS "next"
    FROM "reminder" WHERE "state" IN ('waiting', 'claimed', 'posting')`;
  return Math.min(begin, row?.next?.getTime() ?? begin);
}
