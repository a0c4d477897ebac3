// Jest's globalTeardown: stops what postgres-setup.mjs started and removes the run's files, and its databases on
// a server of somebody else.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

async function dropDatabases() {
  const client = new pg.Client(process.env.TEST_DATABASE_URL);
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    path.basename(process.env.TEST_RUN_FOLDER),
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await client.end();
}

export default async function teardown() {
  const keeper = globalThis.postgresKeeper;
  if (keeper && keeper.exitCode === null) {
    keeper.ref();
    const gone = once(keeper, 'exit');
    keeper.stdin.end();
    await gone;
  } else if (!keeper) {
    await dropDatabases();
  }
  rmSync(process.env.TEST_RUN_FOLDER, { recursive: true, force: true });
}
