import type pg from 'pg';
import { erasedId } from '../domain/person.ts';
import { type StorePlace, withStoreClient } from './client.ts';
import { readTables, type Table } from './copy/catalog.ts';
import { CopyRefusal } from './copy/refusal.ts';
import { inTransaction } from './copy/transaction.ts';

/** The rows of a table that name a person, whole. */
export interface PersonRows {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/**
 * All that the store holds of a person (Slack id): every row of every table in which the id stands, also in the audit
 * trail. The tables are asked, so that none is forgotten.
 *
 * @throws StoreRefusal
 */
export function readPerson(place: StorePlace, id: string): Promise<readonly PersonRows[]> {
  return withStoreClient(place, (client) =>
    inTransaction(client, 'read', async () => {
      const found: PersonRows[] = [];
      for (const { name } of await readTables(client)) {
        const { rows } = await client.query<{ row: unknown }>(
          `SELECT to_jsonb(t) AS "row" FROM "${name}" AS t WHERE to_jsonb(t)::text LIKE $1`,
          [`%"${id}"%`],
        );
        if (rows.length > 0) found.push({ table: name, rows: rows.map(({ row }) => row) });
      }
      return found;
    }),
  );
}

/** What was erased, and what stands. */
export interface Erased {
  /** The id that stands in the place of the person's. */
  readonly pseudonym: string;
  /** How many rows were changed, by table. */
  readonly changed: Readonly<Record<string, number>>;
  /** How many rows of trails that are only added to still hold the id, by table. */
  readonly kept: Readonly<Record<string, number>>;
}

/**
 * Puts a pseudonym in the place of a person's id in every table that can be changed. The trails (who changed what)
 * stand as they are: they are administrative records. What the pseudonym stands for is written nowhere.
 *
 * @param letters makes the pseudonym another one each time
 * @throws CopyRefusal while the person still has a post or a digest, which somebody has to take over first
 */
export function erasePerson(
  place: StorePlace,
  { id, letters }: { readonly id: string; readonly letters: string },
): Promise<Erased> {
  const pseudonym = erasedId(letters);
  return withStoreClient(place, (client) =>
    inTransaction(client, 'write', async () => {
      await refuseInOffice(client, id);
      const changed: Record<string, number> = {};
      const kept: Record<string, number> = {};
      for (const table of await readTables(client)) {
        const isTrail = await onlyGrows(client, table);
        const count = isTrail
          ? await countIn(client, table, id)
          : await replaceIn(client, table, { id, pseudonym });
        if (count > 0) (isTrail ? kept : changed)[table.name] = count;
      }
      await client.query('UPDATE "store_revision" SET "value" = "value" + 1');
      return { pseudonym, changed, kept };
    }),
  );
}

async function refuseInOffice(client: pg.ClientBase, id: string): Promise<void> {
  const { rows } = await client.query<{ posts: number; digests: number }>(
    `SELECT (SELECT count(*)::int FROM "occupancy" WHERE "person_id" = $1 AND "removed_at" IS NULL) AS "posts",
       (SELECT count(*)::int FROM "digest_subscription" WHERE "owner_id" = $1 AND "removed_at" IS NULL) AS "digests"`,
    [id],
  );
  const { posts = 0, digests = 0 } = rows[0] ?? {};
  if (posts + digests === 0) return;
  throw new CopyRefusal(
    `${id} still has ${posts} posts and ${digests} digests. Hand them over first (/project 権限, /project 配信), so that nothing is left without anybody.`,
  );
}

/** Whether a trigger keeps the table as it is. */
async function onlyGrows(client: pg.ClientBase, { name }: Table): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_trigger AS t JOIN pg_proc AS p ON p."oid" = t."tgfoid"
     WHERE t."tgrelid" = to_regclass(quote_ident($1)) AND p."proname" = 'refuse_to_rewrite'`,
    [name],
  );
  return rows.length > 0;
}

async function countIn(client: pg.ClientBase, { name }: Table, id: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "${name}" AS t WHERE to_jsonb(t)::text LIKE $1`,
    [`%"${id}"%`],
  );
  return rows[0]?.count ?? 0;
}

/** How an id is replaced in a column, by the column's type; other types hold none. */
const replacing: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `CASE WHEN ${column} = $1 THEN $2 ELSE ${column} END`,
  'text[]': (column) => `array_replace(${column}, $1, $2)`,
  jsonb: (column) => `replace(${column}::text, '"' || $1 || '"', '"' || $2 || '"')::jsonb`,
};

async function replaceIn(
  client: pg.ClientBase,
  { name, columns }: Table,
  { id, pseudonym }: { readonly id: string; readonly pseudonym: string },
): Promise<number> {
  const sets = columns.flatMap((column) => {
    const replace = replacing[column.type];
    return replace === undefined ? [] : [`"${column.name}" = ${replace(`"${column.name}"`)}`];
  });
  if (sets.length === 0) return 0;
  const { rowCount } = await client.query(
    `UPDATE "${name}" AS t SET ${sets.join(', ')} WHERE to_jsonb(t)::text LIKE '%"' || $1::text || '"%' AND $2::text IS NOT NULL`,
    [id, pseudonym],
  );
  return rowCount ?? 0;
}
