import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { codeOf, messageOf, StoreRefusal } from './refusal.ts';

/** The migrations that belong to this program. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** The key that Prisma's own engine locks while it migrates: the two exclude each other. */
const advisoryLock = 72707369;

/** As Prisma's engine creates it, so that `prisma migrate deploy` goes on from where this left off. */
export const recordTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** A migration as it stands in its file. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
}

interface MigrationRecord {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies the migrations of `folder` that the database lacks, oldest first, each in one transaction with its
 * record, and gives their names. Of several processes one applies and the others wait, at most `lockSeconds`.
 * `client` is a single connection, not in a transaction.
 *
 * @throws StoreRefusal `database-newer`, `migration-edited`, `migration-failed` or `migration-busy`
 */
export async function applyMigrations(
  client: ClientBase,
  { folder = migrationsFolder, lockSeconds = 60 }: { folder?: string; lockSeconds?: number } = {},
): Promise<readonly string[]> {
  const files = await readMigrations(folder);
  await takeLock(client, lockSeconds);
  try {
    await client.query(recordTable);
    const pending = pendingOf(files, await readRecords(client));
    for (const file of pending) await applyOne(client, file);
    return pending.map((file) => file.name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1::bigint)', [advisoryLock]);
  }
}

/** The migrations of `folder`, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<readonly MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

async function takeLock(client: ClientBase, seconds: number): Promise<void> {
  try {
    await client.query(`SET lock_timeout = '${seconds}s'`);
    await client.query('SELECT pg_advisory_lock($1::bigint)', [advisoryLock]);
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error;
    const message = `Another process has been migrating the database for ${seconds} s. Wait until it is done and start again.`;
    throw new StoreRefusal('migration-busy', message, error);
  } finally {
    await client.query('RESET lock_timeout');
  }
}

async function readRecords(client: ClientBase): Promise<readonly MigrationRecord[]> {
  const { rows } = await client.query<MigrationRecord>(
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return rows;
}

/** The files without a record, or a refusal when records and files do not go together. */
function pendingOf(
  files: readonly MigrationFile[],
  records: readonly MigrationRecord[],
): readonly MigrationFile[] {
  const failed = records.find((record) => !record.finished);
  if (failed !== undefined) throw failedEarlier(failed.migration_name);
  const unknown = records.filter((record) => !files.some((file) => file.name === record.migration_name));
  if (unknown.length > 0) throw newer(unknown.map((record) => record.migration_name));
  return files.filter((file) => {
    const record = records.find((one) => one.migration_name === file.name);
    if (record !== undefined && !checksumsOf(file.sql).includes(record.checksum)) throw edited(file.name);
    return record === undefined;
  });
}

/** The checksums under which the migration may have been noted, with either kind of line end: a checkout on Windows is no edit. */
export function checksumsOf(sql: string): readonly string[] {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf);
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Applies a migration with its record. In a transaction. */
export async function applyInside(client: ClientBase, { name, sql }: MigrationFile): Promise<void> {
  await client.query(sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(sql), name],
  );
}

async function applyOne(client: ClientBase, file: MigrationFile): Promise<void> {
  const { name } = file;
  try {
    await client.query('BEGIN');
    await applyInside(client, file);
    await client.query('COMMIT');
  } catch (error) {
    // The connection itself may be what failed: then there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => undefined);
    const message = `Migration ${name} failed and left nothing behind: ${messageOf(error)}. Start the version before it again and report this.`;
    throw new StoreRefusal('migration-failed', message, error);
  }
}

function failedEarlier(name: string): StoreRefusal {
  const message = `Migration ${name} was begun by Prisma's command line and never finished. Put the database right and mark it with "prisma migrate resolve", or restore a backup.`;
  return new StoreRefusal('migration-failed', message);
}

function newer(names: readonly string[]): StoreRefusal {
  const message = `The database is newer than this program: it has ${names.join(', ')}. Start the newer version again, or restore a backup made before it.`;
  return new StoreRefusal('database-newer', message);
}

function edited(name: string): StoreRefusal {
  const message = `Migration ${name} is not the one that was applied to this database: its file was changed. Restore the file; a change belongs in a new migration.`;
  return new StoreRefusal('migration-edited', message);
}
