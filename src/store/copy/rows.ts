import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Table } from './catalog.ts';

/** A row as texts, in the order of its table's columns: PostgreSQL writes and reads every type so, without loss. */
export type Row = readonly (string | null)[];

/** How many rows are in memory at once. */
const batchSize = 500;

/**
 * The rows of a table in the order of its key, some at a time. For a transaction, which gives them one moment.
 */
export async function* readRows(client: pg.ClientBase, table: Table): AsyncGenerator<readonly Row[]> {
  const list = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  // By the bytes of its text, so that two servers with other collations agree.
  const order = table.key.map((name) => `${quoted(name)}::text COLLATE "C"`).join(', ');
  await client.query(
    `DECLARE "copied" NO SCROLL CURSOR FOR SELECT ${list} FROM ${quoted(table.name)} ORDER BY ${order}`,
  );
  for (;;) {
    const text = `FETCH ${batchSize} FROM "copied"`;
    const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array' });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('CLOSE "copied"');
}

/** Adds rows to a table. */
export async function writeRows(client: pg.ClientBase, table: Table, rows: readonly Row[]): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name));
  const casts = table.columns.map(({ type }, index) => `"c${index}"::${type}`);
  const given = table.columns.map((_, index) => `$${index + 1}::text[]`);
  const called = table.columns.map((_, index) => `"c${index}"`);
  await client.query(
    `INSERT INTO ${quoted(table.name)} (${names.join(', ')})
     SELECT ${casts.join(', ')} FROM unnest(${given.join(', ')}) AS "rows" (${called.join(', ')})`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

/** Takes all rows away that a migration wrote: what is copied brings its own. */
export async function clearTable(client: pg.ClientBase, { name }: Table): Promise<void> {
  const { rows } = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
  if (rows.length > 0) await client.query(`DELETE FROM ${quoted(name)}`);
}

/** What a table holds, in two figures that are the same wherever it holds the same. */
export interface Fingerprint {
  readonly rows: number;
  /** SHA-256 of its rows in the order of its key, in hexadecimal. */
  readonly sha256: string;
}

/** Takes rows in and gives their fingerprint. */
export interface Fingerprinter {
  readonly take: (row: Row) => string;
  readonly done: () => Fingerprint;
}

/** Begins a fingerprint; `take` gives the line that it took the row as. */
export function fingerprinter(): Fingerprinter {
  const hash = createHash('sha256');
  let count = 0;
  return {
    take: (row) => {
      const line = `${JSON.stringify(row)}\n`;
      hash.update(line);
      count += 1;
      return line;
    },
    done: () => ({ rows: count, sha256: hash.digest('hex') }),
  };
}

/** The fingerprint of a table. In a transaction. */
export async function fingerprintOf(client: pg.ClientBase, table: Table): Promise<Fingerprint> {
  const print = fingerprinter();
  for await (const rows of readRows(client, table)) for (const row of rows) print.take(row);
  return print.done();
}

/** Whether two fingerprints are of the same rows. */
export function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return one.rows === other.rows && one.sha256 === other.sha256;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
