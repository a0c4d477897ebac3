import type pg from 'pg';

/** A table as PostgreSQL's catalogue has it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns by which its rows have one order everywhere. */
  readonly key: readonly string[];
}

interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: `text[]`, `milestone_state`. */
  readonly type: string;
}

/** Not data: what was migrated, and how far a move got. */
const ownRecords = ['_prisma_migrations', 'store_move'];

/** Only what belongs to no extension. */
const ours = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend WHERE "classid" = '${catalogue}'::regclass AND "objid" = ${oid} AND "deptype" = 'e')`;

/** The tables with data, by name. The catalogue is asked, so that no list has to be kept beside the schema. */
export async function readTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[]; key: string[] | null }>(
    `SELECT c."relname" AS "name",
       (SELECT json_agg(json_build_object('name', a."attname", 'type', format_type(a."atttypid", a."atttypmod"))
          ORDER BY a."attnum")
        FROM pg_attribute AS a WHERE a."attrelid" = c."oid" AND a."attnum" > 0 AND NOT a."attisdropped"
          AND a."attgenerated" = '') AS "columns",
       (SELECT json_agg(a."attname" ORDER BY k."place")
        FROM pg_index AS i, unnest(i."indkey"::int[]) WITH ORDINALITY AS k("attnum", "place"), pg_attribute AS a
        WHERE i."indrelid" = c."oid" AND i."indisprimary" AND a."attrelid" = c."oid"
          AND a."attnum" = k."attnum") AS "key"
     FROM pg_class AS c
     WHERE c."relnamespace" = current_schema()::regnamespace AND c."relkind" = 'r'
       AND NOT c."relname" = ANY($1) AND ${ours('pg_class', 'c."oid"')}
     ORDER BY c."relname" COLLATE "C"`,
    [ownRecords],
  );
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    key: key ?? columns.map((column) => column.name),
  }));
}

/** Where a table counts its rows. */
export interface Counter {
  readonly table: string;
  readonly column: string;
  readonly last: string;
  readonly isCalled: boolean;
}

/** The sequences of the tables, and how far each has counted. */
export async function readCounters(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<readonly Counter[]> {
  const counters: Counter[] = [];
  for (const { table, column, sequence } of await sequencesOf(client, tables)) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `SELECT "last_value"::text AS "last", "is_called" AS "called" FROM ${sequence}`,
    );
    for (const { last, called } of rows) counters.push({ table, column, last, isCalled: called });
  }
  return counters;
}

/** Lets the tables count on from there. */
export async function writeCounters(client: pg.ClientBase, counters: readonly Counter[]): Promise<void> {
  for (const { table, column, last, isCalled } of counters) {
    await client.query('SELECT setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint, $4)', [
      table,
      column,
      last,
      isCalled,
    ]);
  }
}

async function sequencesOf(client: pg.ClientBase, tables: readonly Table[]) {
  const found: { readonly table: string; readonly column: string; readonly sequence: string }[] = [];
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ column: string; sequence: string }>(
      `SELECT c AS "column", pg_get_serial_sequence(quote_ident($1), c) AS "sequence" FROM unnest($2::text[]) AS c
       WHERE pg_get_serial_sequence(quote_ident($1), c) IS NOT NULL`,
      [name, columns.map((column) => column.name)],
    );
    found.push(...rows.map(({ column, sequence }) => ({ table: name, column, sequence })));
  }
  return found;
}

/**
 * Takes away all that the schema holds: tables, types, functions and sequences, but for extensions. For a transaction
 * that puts something in its place.
 */
export async function dropAll(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `SELECT format('DROP TABLE %s CASCADE', c."oid"::regclass) AS "drop", 1 AS "turn" FROM pg_class AS c
       WHERE c."relnamespace" = current_schema()::regnamespace AND c."relkind" IN ('r', 'p')
         AND ${ours('pg_class', 'c."oid"')}
     UNION ALL SELECT format('DROP TYPE %s CASCADE', t."oid"::regtype), 2 FROM pg_type AS t
       WHERE t."typnamespace" = current_schema()::regnamespace AND t."typtype" = 'e'
         AND ${ours('pg_type', 't."oid"')}
     UNION ALL SELECT format('DROP ROUTINE %s CASCADE', p."oid"::regprocedure), 3 FROM pg_proc AS p
       WHERE p."pronamespace" = current_schema()::regnamespace AND ${ours('pg_proc', 'p."oid"')}
     ORDER BY "turn", "drop"`,
  );
  for (const { drop } of rows) await client.query(drop);
}

/** The tables in an order in which each comes after those that its rows refer to. */
export async function byReference(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<readonly Table[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f."relname" AS "from", t."relname" AS "to" FROM pg_constraint AS c
     JOIN pg_class AS f ON f."oid" = c."conrelid" JOIN pg_class AS t ON t."oid" = c."confrelid"
     WHERE c."contype" = 'f' AND f."relnamespace" = current_schema()::regnamespace AND f."oid" <> t."oid"`,
  );
  const ordered: Table[] = [];
  const isThere = (name: string) => ordered.some((table) => table.name === name);
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) => !isThere(name) && rows.every(({ from, to }) => from !== name || isThere(to)),
    );
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    ordered.push(next);
  }
  return ordered;
}

/** Runs `work` while the foreign keys of these tables are looked at its end only. In a transaction. */
export async function withKeysDeferred(
  client: pg.ClientBase,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT "conrelid"::regclass::text AS "table", quote_ident("conname") AS "name" FROM pg_constraint
     WHERE "contype" = 'f' AND NOT "condeferrable"
       AND "conrelid" IN (SELECT to_regclass(quote_ident(t)) FROM unnest($1::text[]) AS t)`,
    [tables.map(({ name }) => name)],
  );
  const alter = async (how: string) => {
    for (const { table, name } of rows)
      await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} ${how}`);
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  await work();
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await alter('NOT DEFERRABLE');
}
