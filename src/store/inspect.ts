import type pg from 'pg';
import { type StorePlace, withStoreClient } from './client.ts';
import { checksumsOf, readMigrations } from './migrate.ts';

/** What a store tells of itself to whoever looks after it. */
export interface StoreFacts {
  /** As PostgreSQL prints it: `18.1`. */
  readonly version: string;
  readonly encoding: string;
  /** The zone of the server, in which it writes its own log. */
  readonly timeZone: string;
  readonly now: Date;
  readonly bytes: number;
  readonly migrations: MigrationFacts;
  /** Null before the first migration. */
  readonly content: ContentFacts | null;
}

export interface MigrationFacts {
  /** Of this program, and not applied yet: the next start applies them. */
  readonly pending: readonly string[];
  /** Applied, and none of this program's. */
  readonly unknown: readonly string[];
  /** Applied in another wording. */
  readonly edited: readonly string[];
}

export interface ContentFacts {
  readonly projects: number;
  readonly openProposals: number;
  readonly subscriptions: readonly SubscriptionFacts[];
}

/** A digest as far as its health goes. */
export interface SubscriptionFacts {
  readonly channelId: string;
  readonly pausedBecause: string | null;
  readonly nextRunAt: Date;
  /** How its newest period ended; null before the first. */
  readonly last: { readonly state: string; readonly reason: string | null; readonly dueAt: Date } | null;
}

/**
 * Looks at the store and changes nothing.
 *
 * @throws StoreRefusal where it cannot be opened
 */
export function inspectStore(place: StorePlace): Promise<StoreFacts> {
  return withStoreClient(place, async (client) => {
    const server = await readServer(client);
    const migrations = await readMigrationFacts(client);
    const isMade = await hasTable(client, 'digest_subscription');
    return { ...server, migrations, content: isMade ? await readContent(client) : null };
  });
}

async function readServer(client: pg.ClientBase): Promise<Omit<StoreFacts, 'migrations' | 'content'>> {
  const { rows } = await client.query<{
    version: string;
    encoding: string;
    zone: string;
    now: Date;
    bytes: string;
  }>(
    `SELECT current_setting('server_version') AS "version", current_setting('server_encoding') AS "encoding",
       (SELECT "reset_val" FROM pg_settings WHERE "name" = 'TimeZone') AS "zone", clock_timestamp() AS "now",
       pg_database_size(current_database())::text AS "bytes"`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL told nothing of itself');
  const { version, encoding, zone, now, bytes } = row;
  return { version, encoding, timeZone: zone, now, bytes: Number(bytes) };
}

async function readMigrationFacts(client: pg.ClientBase): Promise<MigrationFacts> {
  const files = await readMigrations();
  const records = (await hasTable(client, '_prisma_migrations')) ? await readApplied(client) : [];
  const applied = new Map(records.map(({ name, checksum }) => [name, checksum]));
  const known = new Set(files.map(({ name }) => name));
  return {
    pending: files.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
    edited: files
      .filter(({ name, sql }) => applied.has(name) && !checksumsOf(sql).includes(applied.get(name) ?? ''))
      .map(({ name }) => name),
  };
}

/** The migrations that were applied, oldest first. */
export async function readApplied(
  client: pg.ClientBase,
): Promise<readonly { readonly name: string; readonly checksum: string }[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations"
       WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL ORDER BY "migration_name"`,
  );
  return rows;
}

/** Whether there is such a table where ours are. */
export async function hasTable(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'SELECT to_regclass(quote_ident($1)) IS NOT NULL AS "there"',
    [name],
  );
  return rows[0]?.there === true;
}

async function readContent(client: pg.ClientBase): Promise<ContentFacts> {
  const { rows: counts } = await client.query<{ projects: number; proposals: number }>(
    `SELECT (SELECT count(*)::int FROM "project" WHERE "removed_at" IS NULL AND "retired_at" IS NULL) AS "projects",
       (SELECT count(*)::int FROM "proposal" WHERE "state" = 'open') AS "proposals"`,
  );
  const { rows } = await client.query<{
    channel: string;
    paused: string | null;
    next: Date;
    state: string | null;
    reason: string | null;
    due: Date | null;
  }>(
    `SELECT s."channel_id" AS "channel", s."paused_because" AS "paused", s."next_run_at" AS "next",
       o."state"::text AS "state", o."reason", o."due_at" AS "due"
     FROM "digest_subscription" AS s LEFT JOIN LATERAL (
       SELECT "state", "reason", "due_at" FROM "digest_occurrence"
       WHERE "subscription_id" = s."id" AND "state" IN ('sent', 'skipped', 'failed', 'unknown')
       ORDER BY "due_at" DESC LIMIT 1) AS o ON true
     WHERE s."removed_at" IS NULL ORDER BY s."channel_id", s."id"`,
  );
  return {
    projects: counts[0]?.projects ?? 0,
    openProposals: counts[0]?.proposals ?? 0,
    subscriptions: rows.map(({ channel, paused, next, state, reason, due }) => ({
      channelId: channel,
      pausedBecause: paused,
      nextRunAt: next,
      last: state === null || due === null ? null : { state, reason, dueAt: due },
    })),
  };
}
