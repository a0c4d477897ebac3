import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { applyMigrations, migrationsFolder } from '../../src/store/migrate.ts';
import { createDatabase, newFolder } from '../support/stores.ts';

let url: string;
let drop: () => Promise<void>;
let client: pg.Client;

beforeEach(async () => {
  ({ url, drop } = await createDatabase());
  client = await connect();
});
afterEach(async () => {
  await client.end();
  await drop();
});

async function connect(): Promise<pg.Client> {
  const made = new pg.Client(url);
  made.on('error', () => undefined);
  await made.connect();
  return made;
}

const first = { '1_first': 'CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n' };
const second = { '2_second': 'ALTER TABLE a ADD COLUMN name text;\n' };

async function folderOf(migrations: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder();
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

const apply = async (migrations: Readonly<Record<string, string>>) =>
  applyMigrations(client, { folder: await folderOf(migrations) });

const recorded = async () => {
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, applied_steps_count AS steps FROM _prisma_migrations ORDER BY 1',
  );
  return rows;
};

describe('migrations', () => {
  test('are applied once, oldest first, and recorded as Prisma does', async () => {
    expect(await apply({ ...second, ...first })).toEqual(['1_first', '2_second']);
    expect(await apply({ ...first, ...second })).toEqual([]);
    const checksum = createHash('sha256').update(first['1_first']).digest('hex');
    expect(await recorded()).toEqual([
      { name: '1_first', checksum, steps: 1 },
      expect.objectContaining({ name: '2_second', steps: 1 }),
    ]);
    expect((await client.query('SELECT * FROM a')).rows).toEqual([{ id: 1, name: null }]);
  });

  test('that came later are added', async () => {
    await apply(first);
    expect(await apply({ ...first, ...second })).toEqual(['2_second']);
  });

  test('may have other line ends than when they were applied', async () => {
    await apply(first);
    expect(await apply({ '1_first': first['1_first'].replaceAll('\n', '\r\n') })).toEqual([]);
  });

  test('of this program give what the program expects', async () => {
    const names = (await readdir(migrationsFolder)).filter((name) => name !== 'migration_lock.toml');
    expect(await applyMigrations(client)).toEqual(names.toSorted());
  });
});

describe('a database is refused', () => {
  test('whose migration was edited afterwards', async () => {
    await apply(first);
    await expect(apply({ '1_first': 'CREATE TABLE b (id int);' })).rejects.toMatchObject({
      reason: 'migration-edited',
      message: expect.stringContaining('1_first'),
    });
  });

  test('that a newer version has migrated', async () => {
    await apply({ ...first, ...second });
    await expect(apply(first)).rejects.toMatchObject({
      reason: 'database-newer',
      message: expect.stringContaining('2_second'),
    });
  });

  test('in which a migration of Prisma never finished, until it is marked as rolled back', async () => {
    await apply(first);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '2_second')`,
    );
    await expect(apply({ ...first, ...second })).rejects.toMatchObject({ reason: 'migration-failed' });
    await client.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`);
    expect(await apply({ ...first, ...second })).toEqual(['2_second']);
  });
});

test('a migration that fails leaves nothing behind, and those before it stay', async () => {
  const broken = { '2_second': 'CREATE TABLE b (id int);\nINSERT INTO b VALUES (1);\nSELECT nonsense;\n' };
  await expect(apply({ ...first, ...broken })).rejects.toMatchObject({
    reason: 'migration-failed',
    message: expect.stringMatching(/2_second.*nonsense/),
  });
  expect((await client.query(`SELECT to_regclass('b') AS b`)).rows).toEqual([{ b: null }]);
  expect(await recorded()).toHaveLength(1);
  expect(await apply({ ...first, ...second })).toEqual(['2_second']);
});

test('of several processes at once one applies', async () => {
  const folder = await folderOf({ ...first, ...second });
  const clients = await Promise.all([connect(), connect(), connect(), connect()]);
  const applied = await Promise.all(clients.map((one) => applyMigrations(one, { folder })));
  await Promise.all(clients.map((one) => one.end()));
  expect(applied.flat()).toEqual(['1_first', '2_second']);
});

test('who waits too long for another process is told', async () => {
  const other = await connect();
  await other.query('SELECT pg_advisory_lock(72707369)');
  const folder = await folderOf(first);
  await expect(applyMigrations(client, { folder, lockSeconds: 0.05 })).rejects.toMatchObject({
    reason: 'migration-busy',
  });
  await other.end();
});

test('a process that dies in the middle leaves a database that the next one completes', async () => {
  const folder = await folderOf({ ...first, '2_second': 'CREATE TABLE b (id int);\nSELECT pg_sleep(60);\n' });
  const dying = await connect();
  const death = applyMigrations(dying, { folder });
  death.catch(() => undefined);
  await untilAsleep();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60);%'
                       AND pid <> pg_backend_pid()`);
  await expect(death).rejects.toThrow();
  await dying.end().catch(() => undefined);
  expect(await recorded()).toHaveLength(1);
  expect(await apply({ ...first, ...second })).toEqual(['2_second']);
});

/** Until the second migration has got to where it sleeps. */
async function untilAsleep(): Promise<void> {
  const asleep = `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`;
  while ((await client.query(asleep)).rowCount === 0);
}
