import type pg from 'pg';
import { type StorePlace, withStoreClient } from '../client.ts';
import { hasTable, readApplied } from '../inspect.ts';
import {
  byReference,
  type Counter,
  readCounters,
  readTables,
  type Table,
  withKeysDeferred,
  writeCounters,
} from './catalog.ts';
import { CopyRefusal } from './refusal.ts';
import { clearTable, type Fingerprint, fingerprintOf, isSame, readRows, writeRows } from './rows.ts';
import { holdsData, migrateOn, rebuild, stepsFor } from './schema-of.ts';
import { inTransaction } from './transaction.ts';

/** What a move copied. */
export interface MoveResult {
  readonly tables: number;
  readonly rows: number;
  /** Tables that an earlier, interrupted move had copied. */
  readonly resumed: number;
}

/** The source as it stands while it is moved: nobody else has it open. */
interface Source {
  readonly client: pg.ClientBase;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly tables: readonly Table[];
  readonly prints: ReadonlyMap<string, Fingerprint>;
  readonly counters: readonly Counter[];
}

/**
 * Copies a store to an empty database of a PostgreSQL server, table by table, and compares each table row by row by
 * its fingerprint. The source is only read. A move that was cut off is taken up where it stopped, unless the source
 * has changed since: then it begins anew. Until it is done no bot opens the target.
 *
 * @param told is called with each table that is copied
 * @throws StoreRefusal; CopyRefusal where the target holds something else, or what arrived is not what was sent
 */
export function moveStore(
  { from, to }: { readonly from: StorePlace; readonly to: Extract<StorePlace, { kind: 'server' }> },
  told: (table: string, rows: number) => void,
): Promise<MoveResult> {
  return withStoreClient(from, (source) =>
    inTransaction(source, 'read', async () => {
      const known = await readSource(source);
      return withStoreClient(to, (target) => moveInto(target, known, told));
    }),
  );
}

async function readSource(client: pg.ClientBase): Promise<Source> {
  if (!(await hasTable(client, '_prisma_migrations')))
    throw new CopyRefusal(
      'The store is empty: there is nothing to move. Set DATABASE_URL and start the bot.',
    );
  const tables = await byReference(client, await readTables(client));
  const prints = new Map<string, Fingerprint>();
  for (const table of tables) prints.set(table.name, await fingerprintOf(client, table));
  return {
    client,
    migrations: await readApplied(client),
    tables,
    prints,
    counters: await readCounters(client, tables),
  };
}

async function moveInto(
  target: pg.ClientBase,
  source: Source,
  told: (table: string, rows: number) => void,
): Promise<MoveResult> {
  const steps = await stepsFor(source.migrations);
  const done = await takeUp(target, source);
  if (done === null) {
    await inTransaction(target, 'write', async () => {
      await rebuild(target, steps.had);
      await target.query(recordTable);
    });
  }
  const isDone = (table: Table) => done?.get(table.name) === printOf(source, table).sha256;
  for (const table of source.tables.filter((each) => !isDone(each))) {
    await inTransaction(target, 'write', () => copyTable(target, source, table));
    told(table.name, printOf(source, table).rows);
  }
  await inTransaction(target, 'write', async () => {
    for (const table of source.tables) await compare(target, source, table);
    await writeCounters(target, source.counters);
    await migrateOn(target, steps.later);
    await target.query('DROP TABLE "store_move"');
  });
  const rows = source.tables.reduce((sum, table) => sum + printOf(source, table).rows, 0);
  return { tables: source.tables.length, rows, resumed: source.tables.filter(isDone).length };
}

/** How far a move got. While it is there, no bot opens the database. */
const recordTable = 'CREATE TABLE "store_move" ("table" text PRIMARY KEY, "sha256" text NOT NULL)';

/**
 * What an earlier move of this source has copied: checksums by table. Null where the target is empty, or holds part
 * of a source that has changed since.
 *
 * @throws CopyRefusal where it holds anything else
 */
async function takeUp(target: pg.ClientBase, source: Source): Promise<ReadonlyMap<string, string> | null> {
  if (!(await hasTable(target, 'store_move'))) {
    if (await holdsData(target))
      throw new CopyRefusal('The database holds data already. Name an empty one: a move never overwrites.');
    return null;
  }
  const { rows } = await target.query<{ table: string; sha256: string }>('SELECT * FROM "store_move"');
  const isOfSource = rows.every(({ table, sha256 }) => source.prints.get(table)?.sha256 === sha256);
  return isOfSource ? new Map(rows.map(({ table, sha256 }) => [table, sha256])) : null;
}

function printOf({ prints }: Source, { name }: Table): Fingerprint {
  const print = prints.get(name);
  if (print === undefined) throw new Error(`table ${name} was not read`);
  return print;
}

/** A table with the note that it was copied. */
async function copyTable(target: pg.ClientBase, source: Source, table: Table): Promise<void> {
  // A row may refer to a later one of the same table.
  await withKeysDeferred(target, [table], async () => {
    await clearTable(target, table);
    for await (const rows of readRows(source.client, table)) await writeRows(target, table, rows);
  });
  await compare(target, source, table);
  await target.query('INSERT INTO "store_move" VALUES ($1, $2)', [table.name, printOf(source, table).sha256]);
}

/**
 * @throws CopyRefusal where a table is not what the source has
 */
async function compare(target: pg.ClientBase, source: Source, table: Table): Promise<void> {
  const arrived = await fingerprintOf(target, table);
  if (isSame(arrived, printOf(source, table))) return;
  throw new CopyRefusal(
    `Table ${table.name} did not arrive as it was sent (${arrived.rows} rows of ${printOf(source, table).rows}). Nothing of the source was changed; run the move again.`,
  );
}
