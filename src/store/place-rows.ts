import { Prisma } from '../generated/prisma/client.ts';
import { type Arriving, lineUp, type Standing } from './line-up.ts';
import type { Transaction } from './snapshot-table.ts';

/** The tables of which the rows stand in lists. */
export type PlacedTable = 'milestone' | 'strand' | 'working_group' | 'indicator' | 'programme' | 'initiative';

/** A row that is to be added, and the list into which it goes. */
export interface Placing extends Arriving {
  readonly projectId: string;
  /** The column of a milestone: each has a list of its own. */
  readonly column?: string;
}

interface ListRow extends Standing {
  readonly list: string;
}

/**
 * The positions of new rows, by id; rows that stand in the way have moved on. Within the turn of `takeTurn` only.
 */
export async function placeRows(
  tx: Transaction,
  table: PlacedTable,
  rows: readonly Placing[],
): Promise<ReadonlyMap<string, number>> {
  const lists = grouped(await listsOf(tx, table, rows), ({ list }) => list);
  const arriving = grouped(rows, ({ projectId, column }) => `${projectId}${column ?? ''}`);
  const own = new Map<string, number>();
  const moved = new Map<string, number>();
  for (const [list, news] of arriving) {
    const ids = new Set(news.map(({ id }) => id));
    for (const [id, position] of lineUp(lists.get(list) ?? [], news)) {
      (ids.has(id) ? own : moved).set(id, position);
    }
  }
  if (moved.size > 0) await move(tx, table, moved);
  return own;
}

/** All rows of the lists, also those that were taken away: they keep their place. */
function listsOf(tx: Transaction, table: PlacedTable, rows: readonly Placing[]): Promise<readonly ListRow[]> {
  const projects = [...new Set(rows.map(({ projectId }) => projectId))];
  const [parent, column] =
    table === 'milestone'
      ? [Prisma.sql`"parent_id"`, Prisma.sql`"table_column"::text`]
      : [Prisma.sql`NULL`, Prisma.sql`''`];
  return tx.$queryRaw<ListRow[]>`
    SELECT "id", ${parent} AS "parentId", "position", "project_id" || ${column} AS "list"
      FROM ${Prisma.raw(`"${table}"`)} WHERE "project_id" = ANY(${projects}::uuid[])
     ORDER BY "position", "id"`;
}

async function move(
  tx: Transaction,
  table: PlacedTable,
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} AS "row" SET "position" = "to"."position"
      FROM unnest(${[...positions.keys()]}::uuid[], ${[...positions.values()]}::int[]) AS "to" ("id", "position")
     WHERE "row"."id" = "to"."id"`;
}

function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
