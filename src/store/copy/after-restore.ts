import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { periodsDue } from '../../digests/plan.ts';
import type { PlannedOccurrence } from '../../digests/schedule.ts';
import type { HolidayRule } from '../../digests/subscription.ts';
import { type CalendarDay, dayAt } from '../../domain/calendar-day.ts';
import { uuidV7 } from '../uuid-v7.ts';

/** When a store is restored. */
export interface RestoredAt {
  /** The revision that the store had before. */
  readonly seen: bigint;
  /** The time on the product's clock; null where that is the database's. */
  readonly given: Date | null;
  /** Where days begin. */
  readonly timeZone: string;
}

/** What is not posted since nobody can say whether it was. */
export interface Skipped {
  readonly skipped: number;
}

/**
 * The store knows nothing of what was posted since the backup. What waited then, and what fell due since, is not
 * posted: its owners are told, and can press 再送. What was on its way then is asked about, as after a crash. Whoever
 * remembers the store by its revision forgets. In the transaction of the restore: nothing can come between.
 *
 */
export async function afterRestore(
  client: pg.ClientBase,
  { seen, given, timeZone }: RestoredAt,
): Promise<Skipped> {
  const now = given ?? (await clockOf(client));
  const waiting = await client.query(
    `UPDATE "digest_occurrence" SET "state" = 'skipped', "reason" = 'restored', "untold" = 'skipped',
       "tell_not_before" = NULL, "lease_until" = NULL, "fence" = "fence" + 1
     WHERE "state" IN ('waiting', 'claimed')`,
  );
  await client.query(
    `UPDATE "digest_occurrence" SET "state" = 'unknown', "reason" = 'restored', "untold" = 'unknown',
       "tell_not_before" = NULL, "lease_until" = NULL, "fence" = "fence" + 1
     WHERE "state" = 'posting'`,
  );
  const since = await skipDue(client, now);
  await remindNobody(client, { now, today: dayAt(now, timeZone) });
  await client.query('UPDATE "store_revision" SET "value" = GREATEST("value", $1::bigint) + 1', [
    seen.toString(),
  ]);
  return { skipped: (waiting.rowCount ?? 0) + since };
}

async function clockOf(client: pg.ClientBase): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS "now"');
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL told no time');
  return row.now;
}

/** The people of today's reminders, of open proposals and of decisions were perhaps told: they are not told again. */
async function remindNobody(
  client: pg.ClientBase,
  { now, today }: { readonly now: Date; readonly today: CalendarDay },
): Promise<void> {
  await client.query(
    `UPDATE "reminder" SET "state" = 'skipped', "reason" = 'restored', "lease_until" = NULL, "fence" = "fence" + 1
     WHERE "state" IN ('waiting', 'claimed', 'posting')`,
  );
  await client.query(
    'INSERT INTO "reminder_day" ("day", "opened_at") VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [today, now],
  );
  await client.query(
    `UPDATE "proposal" SET "announced_at" = COALESCE("announced_at", $1),
       "result_told_at" = CASE WHEN "state" = 'open' THEN NULL ELSE COALESCE("result_told_at", $1) END`,
    [now],
  );
}

interface Due {
  readonly id: string;
  readonly weekdays: number[];
  readonly time: string;
  readonly timeZone: string;
  readonly weeksAhead: number;
  readonly holidayRule: HolidayRule;
  readonly localClosingDays: CalendarDay[];
  readonly nextRunAt: Date;
}

/** Gives every period that fell due since the backup its row, as one that is not posted. */
async function skipDue(client: pg.ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<Due>(
    `SELECT "id"::text, "weekdays", "time", "time_zone" AS "timeZone", "weeks_ahead" AS "weeksAhead",
       "holiday_rule"::text AS "holidayRule", "local_closing_days" AS "localClosingDays",
       "next_run_at" AS "nextRunAt"
     FROM "digest_subscription" WHERE "next_run_at" <= $1 AND "paused_at" IS NULL AND "removed_at" IS NULL`,
    [now],
  );
  let skipped = 0;
  for (const due of rows) {
    const { periods, nextRunAt } = periodsDue(due, {
      from: due.nextRunAt,
      now,
      most: Number.POSITIVE_INFINITY,
    });
    for (const planned of periods) skipped += await skip(client, due.id, planned);
    await client.query('UPDATE "digest_subscription" SET "next_run_at" = $1 WHERE "id" = $2', [
      nextRunAt,
      due.id,
    ]);
  }
  return skipped;
}

/** What would not have been posted anyway (a holiday) is nothing to tell of. */
async function skip(
  client: pg.ClientBase,
  subscription: string,
  { periodKey, dueAt, span, movedFrom, skippedBecause }: PlannedOccurrence,
): Promise<number> {
  const because = skippedBecause ?? movedFrom?.because ?? null;
  const { rowCount } = await client.query(
    `INSERT INTO "digest_occurrence" ("id", "subscription_id", "period_key", "due_at", "not_before", "span_first",
       "span_last", "moved_from", "because", "state", "reason", "untold")
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'skipped', $9, $10)
     ON CONFLICT ("subscription_id", "period_key") DO NOTHING`,
    [
      uuidV7(dueAt, randomBytes(10)),
      subscription,
      periodKey,
      dueAt,
      span.first,
      span.last,
      movedFrom?.day ?? null,
      because === null ? null : JSON.stringify(because),
      skippedBecause?.kind ?? 'restored',
      skippedBecause === undefined ? 'skipped' : null,
    ],
  );
  return skippedBecause === undefined ? (rowCount ?? 0) : 0;
}
