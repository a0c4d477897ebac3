import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { anEdition } from '../support/editions.ts';
import { asAdministrator, createDatabase, openServerStore, serverUrl } from '../support/stores.ts';

let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(async () => {
  await drop();
});

/** The database's URL with some parts changed. */
function changed(
  parts: Partial<Record<'username' | 'password' | 'port' | 'hostname' | 'pathname', string>>,
): string {
  return Object.assign(new URL(url), parts).href;
}

const refusalAt = (address: string) =>
  openStore({ kind: 'server', url: address }).then(String, (error) => error);

describe('a server that cannot be used is refused with what to do', () => {
  test.each([
    ['no address', () => 'shinchoku', 'url-invalid', /postgresql:\/\//],
    ['an address of something else', () => 'mysql://localhost/a', 'url-invalid', /postgresql:\/\//],
    ['no server', () => changed({ port: '1' }), 'server-unreachable', /Start it/],
    ['an unknown host', () => changed({ hostname: 'no-such-host.invalid' }), 'server-unreachable', /host/],
    ['a wrong password', () => changed({ password: 'wrong' }), 'wrong-password', /Correct user and password/],
    ['no password', () => changed({ password: '' }), 'wrong-password', /Correct user and password/],
    ['an unknown user', () => changed({ username: 'nobody-known' }), 'wrong-password', /nobody-known@/],
    ['no database', () => changed({ pathname: '/no_such' }), 'database-missing', /createdb/],
  ])('%s', async (_what, address, reason, advice) => {
    const refusal = await refusalAt(address());
    expect(refusal).toMatchObject({ name: 'StoreRefusal', reason, message: expect.stringMatching(advice) });
    expect(refusal.message).not.toMatch(/\n|wrong\b|of-the-tests/);
  });

  test('a user who may not make tables', async () => {
    const role = `guest_${process.hrtime.bigint()}`;
    await asAdministrator(`CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
    const refusal = await refusalAt(changed({ username: role, password: 'guest' }));
    await asAdministrator(`DROP ROLE ${role}`);
    expect(refusal).toMatchObject({
      reason: 'server-refused',
      message: expect.stringContaining('permission denied'),
    });
  });

  test('a database that a newer version has migrated', async () => {
    const { database, cleanUp } = await openServerStore();
    const { prisma } = database;
    await prisma.$executeRaw`UPDATE _prisma_migrations SET migration_name = '29990101000000_later'`;
    const [{ name }] = await prisma.$queryRaw<[{ name: string }]>`SELECT current_database()::text AS name`;
    const refusal = await refusalAt(changed({ pathname: `/${name}` }));
    await cleanUp();
    expect(refusal).toMatchObject({ reason: 'database-newer', message: expect.stringContaining('later') });
  });

  test('a server that takes the connection and says nothing, within seconds', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const started = performance.now();
    expect(await refusalAt(changed({ hostname: '127.0.0.1', port }))).toMatchObject({
      reason: 'server-unreachable',
    });
    expect(performance.now() - started).toBeLessThan(5_000);
    silent.close();
  });
});

test('each session is in UTC, has an end for every statement, and keeps what the address sets', async () => {
  const withOptions = new URL(url);
  withOptions.searchParams.set('options', '-c work_mem=5MB');
  const database = await openServerDatabase({ url: withOptions.href });
  const rows = await database.prisma.$queryRaw`SELECT current_setting('timezone') AS zone,
    current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory`;
  await database.close();
  expect(rows).toEqual([{ zone: 'UTC', timeout: '10s', memory: '5MB' }]);
});

test('connections that the server drops are replaced', async () => {
  const { store, database, cleanUp } = await openServerStore();
  const { prisma } = database;
  await Promise.all([store.ping(), store.ping(), store.ping()]);
  const [{ name }] = await prisma.$queryRaw<[{ name: string }]>`SELECT current_database()::text AS name`;
  await asAdministrator(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await untilItAnswers(() => store.ping());
  await Promise.all([store.ping(), store.listProjects(), store.findProject(8)]);
  await cleanUp();
});

test('a change by one process is seen by another through the revision', async () => {
  const { store, database, cleanUp } = await openServerStore();
  const [{ name }] = await database.prisma.$queryRaw<
    [{ name: string }]
  >`SELECT current_database()::text AS name`;
  const other = await openStore({
    kind: 'server',
    url: Object.assign(new URL(serverUrl()), { pathname: name }).href,
  });
  const before = await other.revision();
  await store.loadEdition(anEdition(), new Date(0));
  expect(await other.revision()).not.toBe(before);
  expect((await other.findProject(8))?.number).toBe(8);
  await other.close();
  await cleanUp();
});

test('a closed store rejects instead of waiting, and closes only once', async () => {
  const { store, cleanUp } = await openServerStore();
  await Promise.all([store.close(), store.close()]);
  await expect(store.findProject(8)).rejects.toThrow();
  await cleanUp();
});

/** One query may still meet a connection that is gone; after that they are new. */
async function untilItAnswers(ask: () => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  while (failures.length < 11) {
    try {
      await ask();
      return;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'the store did not recover');
}
