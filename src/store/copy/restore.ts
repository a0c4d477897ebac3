import type pg from 'pg';
import { type StorePlace, withStoreClient } from '../client.ts';
import { botName } from '../server-database.ts';
import { afterRestore, type Skipped } from './after-restore.ts';
import { BackupHeader, BackupMark, BackupRow, damaged, readBackupFile } from './backup-file.ts';
import { readTables, type Table, withKeysDeferred, writeCounters } from './catalog.ts';
import { CopyRefusal } from './refusal.ts';
import { clearTable, type Fingerprinter, fingerprinter, type Row, writeRows } from './rows.ts';
import { holdsData, migrateOn, rebuild, type SchemaSteps, stepsFor } from './schema-of.ts';
import { inTransaction } from './transaction.ts';

/** How a store is restored. */
export interface RestoreOptions {
  readonly file: string;
  /** Whether what the store holds may go. */
  readonly replace: boolean;
  /** The time on the product's clock, where that is moved. */
  readonly now: Date | null;
  /** Where days begin. */
  readonly timeZone: string;
}

/** What a restore brought back. */
export interface RestoreResult extends Skipped {
  readonly madeAt: Date;
  readonly rows: number;
}

/**
 * Puts what a backup holds in the place of what the store holds: whole or not at all. What fell due since the backup
 * is not posted again. A backup of an older version is migrated.
 *
 * @throws StoreRefusal; CopyRefusal for a file that is not whole or newer, a store that holds data (without
 * `replace`), and one that a bot has open
 */
export function restore(
  place: StorePlace,
  { file, replace, now, timeZone }: RestoreOptions,
): Promise<RestoreResult> {
  return withStoreClient(
    place,
    async (client) => {
      const [header, steps] = await readPlan(file);
      await refuseInUse(client);
      return inTransaction(client, 'write', async () => {
        const seen = await revisionOf(client);
        if (!replace && (await holdsData(client)))
          throw new CopyRefusal(
            'The store holds data. Back it up, then add --replace to put the backup in its place.',
          );
        await rebuild(client, steps.had);
        const rows = await load(client, file);
        await migrateOn(client, steps.later);
        const skipped = await afterRestore(client, { seen, given: now, timeZone });
        return { madeAt: new Date(header.madeAt), rows, ...skipped };
      });
    },
    { make: true },
  );
}

/** Reads the file to its end before anything is changed. */
async function readPlan(file: string): Promise<[BackupHeader, SchemaSteps]> {
  let header: BackupHeader | null = null;
  for await (const line of readBackupFile(file)) {
    if (header !== null) continue;
    const read = BackupHeader.safeParse(JSON.parse(line));
    if (!read.success) throw damaged(file);
    header = read.data;
  }
  if (header === null) throw damaged(file);
  return [header, await stepsFor(header.migrations)];
}

/** The embedded store has a lock; a server tells who is connected. */
async function refuseInUse(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM pg_stat_activity
     WHERE "datname" = current_database() AND "application_name" = $1 AND "pid" <> pg_backend_pid()`,
    [botName],
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new CopyRefusal(
      `Bots are connected to the database (${count} connections). Stop all of them first.`,
    );
}

/** The revision that bots may remember; 0 where there is none. */
async function revisionOf(client: pg.ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('store_revision') IS NOT NULL AS "there"`,
  );
  if (rows[0]?.there !== true) return 0n;
  const found = await client.query<{ value: string }>('SELECT "value"::text FROM "store_revision"');
  return BigInt(found.rows[0]?.value ?? 0);
}

/** How many rows were taken in. */
async function load(client: pg.ClientBase, file: string): Promise<number> {
  const loading = loader(client, file);
  await withKeysDeferred(client, await readTables(client), async () => {
    for await (const line of readBackupFile(file)) await loading.take(line);
  });
  return loading.rows();
}

const batchSize = 500;

function loader(client: pg.ClientBase, file: string) {
  let table: Table | null = null;
  let print: Fingerprinter = fingerprinter();
  let waiting: Row[] = [];
  let total = 0;
  const flush = async () => {
    if (table !== null && waiting.length > 0) await writeRows(client, table, waiting);
    total += waiting.length;
    waiting = [];
  };
  const mark = async (found: BackupMark) => {
    if ('table' in found) {
      table = { name: found.table, columns: found.columns, key: found.key };
      print = fingerprinter();
      await clearTable(client, table);
    }
    if ('end' in found) {
      await flush();
      if (print.done().sha256 !== found.sha256) throw damaged(file);
    }
    if ('counters' in found) await writeCounters(client, found.counters);
  };
  return {
    rows: () => total,
    take: async (line: string): Promise<void> => {
      const read: unknown = JSON.parse(line);
      if (!Array.isArray(read)) return mark(BackupMark.parse(read));
      const row = BackupRow.parse(read);
      print.take(row);
      waiting.push(row);
      if (waiting.length >= batchSize) await flush();
    },
  };
}
