import type pg from 'pg';
import { applyInside, checksumsOf, type MigrationFile, readMigrations, recordTable } from '../migrate.ts';
import { dropAll } from './catalog.ts';
import { CopyRefusal } from './refusal.ts';

/** The migrations of a store that is copied: those that it had, and those that this program has besides. */
export interface SchemaSteps {
  readonly had: readonly MigrationFile[];
  readonly later: readonly MigrationFile[];
}

/**
 * What has to be migrated before and after the rows of another store are taken in.
 *
 * @throws CopyRefusal where the other store is newer than this program, or was not migrated by it
 */
export async function stepsFor(
  had: readonly { readonly name: string; readonly checksum: string }[],
): Promise<SchemaSteps> {
  const files = await readMigrations();
  const known = new Map(files.map((file) => [file.name, file]));
  const newer = had.filter(({ name }) => !known.has(name));
  if (newer.length > 0) {
    const names = newer.map(({ name }) => name).join(', ');
    throw new CopyRefusal(`It was written by a newer version of this program (${names}). Use that version.`);
  }
  for (const { name, checksum } of had) {
    if (!checksumsOf(known.get(name)?.sql ?? '').includes(checksum))
      throw new CopyRefusal(
        `Migration ${name} is not the one that it was made with. Restore the program's file.`,
      );
  }
  const names = new Set(had.map(({ name }) => name));
  return {
    had: files.filter(({ name }) => names.has(name)),
    later: files.filter(({ name }) => !names.has(name)),
  };
}

/** Puts the tables of those migrations in the place of all that the schema holds. In a transaction. */
export async function rebuild(client: pg.ClientBase, migrations: readonly MigrationFile[]): Promise<void> {
  await dropAll(client);
  await client.query(recordTable);
  await migrateOn(client, migrations);
}

/** Applies further migrations. In a transaction. */
export async function migrateOn(client: pg.ClientBase, migrations: readonly MigrationFile[]): Promise<void> {
  for (const file of migrations) await applyInside(client, file);
}

/** By these an operator's data is told from an empty store: all else is made by migrations and at a start. */
const written = ['project', 'edition', 'change', 'post', 'proposal', 'digest_subscription'];

/** Whether somebody has put something into the store. */
export async function holdsData(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT t AS "name" FROM unnest($1::text[]) AS t WHERE to_regclass(quote_ident(t)) IS NOT NULL',
    [written],
  );
  for (const { name } of rows) {
    const found = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (found.rows.length > 0) return true;
  }
  return false;
}
