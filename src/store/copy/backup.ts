import type pg from 'pg';
import { type StorePlace, withStoreClient } from '../client.ts';
import { hasTable, readApplied } from '../inspect.ts';
import { type BackupHeader, writeBackupFile } from './backup-file.ts';
import { readCounters, readTables, type Table } from './catalog.ts';
import { CopyRefusal } from './refusal.ts';
import { fingerprinter, readRows } from './rows.ts';
import { inTransaction } from './transaction.ts';

/** What a backup holds. */
export interface BackupResult {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes all that a store holds at one moment into a file. A server's store may be in use meanwhile.
 *
 * @throws StoreRefusal, CopyRefusal
 */
export function backUp(
  place: StorePlace,
  { file, now }: { readonly file: string; readonly now: Date },
): Promise<BackupResult> {
  return withStoreClient(place, (client) => backUpThrough(client, { file, now }));
}

async function backUpThrough(
  client: pg.ClientBase,
  { file, now }: { readonly file: string; readonly now: Date },
): Promise<BackupResult> {
  if (!(await hasTable(client, '_prisma_migrations')))
    throw new CopyRefusal('The store is empty: there is nothing to back up. Start the bot once first.');
  const counted = { tables: 0, rows: 0 };
  await inTransaction(client, 'read', () => writeBackupFile(file, linesOf(client, now, counted)));
  return counted;
}

async function* linesOf(
  client: pg.ClientBase,
  now: Date,
  counted: { tables: number; rows: number },
): AsyncGenerator<string> {
  const header: BackupHeader = {
    format: 'shinchoku-backup',
    version: 1,
    madeAt: now.toISOString(),
    migrations: [...(await readApplied(client))],
  };
  yield `${JSON.stringify(header)}\n`;
  const tables = await readTables(client);
  for (const table of tables) yield* linesOfTable(client, table, counted);
  yield `${JSON.stringify({ counters: await readCounters(client, tables) })}\n`;
}

async function* linesOfTable(
  client: pg.ClientBase,
  table: Table,
  counted: { tables: number; rows: number },
): AsyncGenerator<string> {
  const { name, columns, key } = table;
  yield `${JSON.stringify({ table: name, columns, key })}\n`;
  const print = fingerprinter();
  for await (const rows of readRows(client, table)) yield rows.map((row) => print.take(row)).join('');
  const { rows, sha256 } = print.done();
  yield `${JSON.stringify({ end: name, rows, sha256 })}\n`;
  counted.tables += 1;
  counted.rows += rows;
}
