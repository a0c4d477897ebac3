import pg from 'pg';
import { atMostOnce, type Database, disconnect, prismaOver } from './database.ts';
import { applyMigrations } from './migrate.ts';
import { StoreRefusal } from './refusal.ts';
import { serverRefusal, withoutPassword } from './server-refusal.ts';

/** How long a connection may take, and how long a statement of a request: milliseconds. */
const connectionTimeout = 2_000;
const statementTimeout = 10_000;

/** By these names PostgreSQL tells a bot from a command of the operator. */
export const botName = 'shinchoku';
export const toolName = 'shinchoku-operator';

/**
 * Connects to a database on a PostgreSQL server, `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`, and migrates it
 * where needed. Up to 10 connections; what waits for one longer than 2 s, or for an answer longer than 10 s,
 * rejects.
 *
 * @throws StoreRefusal for what the operator has to put right
 */
export async function openServerDatabase({ url }: { url: string }): Promise<Database> {
  const connectionString = inUtc(url);
  await migrateAt(connectionString);
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: connectionTimeout,
    statement_timeout: statementTimeout,
    // The server cannot end a statement when it no longer hears us.
    query_timeout: statementTimeout + 2_000,
    keepAlive: true,
    application_name: botName,
    // A connection that waits for its next query is no reason for a process to go on.
    allowExitOnIdle: true,
  });
  const prisma = prismaOver(pool);
  return { kind: 'server', prisma, pool, close: atMostOnce(() => disconnect(prisma, pool)) };
}

/**
 * Runs `work` on one connection of its own to a database of a PostgreSQL server, without a limit on statements; nothing
 * is migrated.
 *
 * @throws StoreRefusal for what the operator has to put right
 */
export async function withServerClient<Result>(
  { url }: { readonly url: string },
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const connectionString = inUtc(url);
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
    application_name: toolName,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw serverRefusal(error, withoutPassword(connectionString)) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Prisma writes instants without a zone, so each session has to be in UTC whatever the server's zone is. What the
 * operator's URL sets by `options` stays.
 */
function inUtc(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    const message =
      'The address of the PostgreSQL server is not one: write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with special characters of the password percent-encoded.';
    throw new StoreRefusal('url-invalid', message);
  }
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [options, '-c timezone=UTC'].filter(Boolean).join(' '));
  return parsed.href;
}

/** What is half moved answers half. */
async function refuseUnfinishedMove(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('store_move') IS NOT NULL AS "there"`,
  );
  if (rows[0]?.there !== true) return;
  const message =
    'A move to this database has not been finished. Run npm run move again; until then the old store is the whole one.';
  throw new StoreRefusal('move-unfinished', message);
}

/** On a connection of its own: a migration may take longer than a request. */
async function migrateAt(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
  });
  // Told again by the query under way; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseUnfinishedMove(client);
    await applyMigrations(client);
  } catch (error) {
    throw serverRefusal(error, withoutPassword(connectionString)) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
