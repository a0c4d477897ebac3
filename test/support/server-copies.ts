import path from 'node:path';
import pg from 'pg';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';

/** What a template holds: its name, of letters, and what loads it into an empty store. */
export interface Content {
  readonly name: string;
  readonly load: (store: Store) => Promise<unknown>;
}

export const nothing: Content = { name: 'empty', load: async () => undefined };

/** Any number that nothing else locks on the server's own database. */
const lock = 20_200_824;

/**
 * The name of a database with this content, to copy by `CREATE DATABASE … TEMPLATE`: one is made for the whole run, by
 * the first test file that asks, because migrating and loading take twenty times as long as copying.
 */
export async function templateOf({ name, load }: Content, serverUrl: string): Promise<string> {
  const template = `${runName()}-${name}`;
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    // It falls with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return template;
    const unfinished = `${template}-unfinished`;
    await client.query(`CREATE DATABASE "${unfinished}"`);
    const url = new URL(serverUrl);
    url.pathname = `/${unfinished}`;
    const store = storeOver(await openServerDatabase({ url: url.href }));
    await load(store);
    await store.close();
    await keepContent(url.href);
    await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
    return template;
  } finally {
    await client.end();
  }
}

/** Puts a second copy of all rows beside the tables, and the function `kept.restore` that brings them back. */
async function keepContent(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`
    CREATE SCHEMA kept;
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name);
      END LOOP;
    END $$;
    -- As a replica does it: no foreign key is asked, and no trigger that guards the audit trail.
    CREATE FUNCTION kept.restore() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
    DECLARE name text; BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
        EXECUTE format('DELETE FROM public.%1$I; INSERT INTO public.%1$I SELECT * FROM kept.%1$I', name);
      END LOOP;
    END $$`);
  await client.end();
}

/** How the names of databases begin, so that two runs on one server do not meet, and a run takes its own away. */
export function runName(): string {
  return path.basename(process.env.TEST_RUN_FOLDER ?? '');
}
