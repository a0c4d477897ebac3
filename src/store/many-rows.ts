import { Prisma } from '../generated/prisma/client.ts';
import type { Transaction } from './snapshot-table.ts';

/** A row as the client takes it: members named as in the schema, plain data and instants. */
type PlainRow = object;

/** The tables into which editions bring thousands of rows. */
type ManyTable =
  | 'milestone'
  | 'milestone_date'
  | 'indicator'
  | 'observation'
  | 'programme'
  | 'initiative'
  | 'change';

/**
 * Adds rows, all of the same members, in one statement of one parameter. The client's own `createMany` takes six times
 * as long, half a millisecond a row, in which nobody else is served.
 */
export async function insertRows(
  tx: Transaction,
  table: ManyTable,
  rows: readonly PlainRow[],
): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length === 0) return;
  const list = Prisma.join(columns.map(named));
  await tx.$executeRaw`
    INSERT INTO ${named(table)} (${list}) SELECT ${list} FROM ${recordset(table, rows)}`;
}

/** Writes the members of rows that are there, found by `id`; all rows have the same members. */
export async function updateRows(
  tx: Transaction,
  table: ManyTable,
  rows: readonly (PlainRow & { readonly id: string })[],
): Promise<void> {
  const columns = columnsOf(rows).filter((column) => column !== 'id');
  if (columns.length === 0) return;
  const set = Prisma.join(columns.map((column) => Prisma.sql`${named(column)} = "now".${named(column)}`));
  await tx.$executeRaw`
    UPDATE ${named(table)} AS "row" SET ${set} FROM ${recordset(table, rows)} AS "now" WHERE "row"."id" = "now"."id"`;
}

/** PostgreSQL reads every member as the type of its column. */
function recordset(table: ManyTable, rows: readonly PlainRow[]): Prisma.Sql {
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([member, value]) => [columnOf(member), value])),
    ),
  );
  return Prisma.sql`jsonb_populate_recordset(NULL::${named(table)}, ${json}::jsonb)`;
}

function columnsOf([first]: readonly PlainRow[]): readonly string[] {
  return first === undefined ? [] : Object.keys(first).map(columnOf);
}

/** As the schema maps members to columns. */
function columnOf(member: string): string {
  if (member === 'column') return 'table_column';
  if (member === 'recordedById') return 'recorded_by';
  return member.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}
