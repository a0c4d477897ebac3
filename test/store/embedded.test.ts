import { EventEmitter, once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { postgresMajor } from '../../src/store/data-folder.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { startChild } from '../support/child.ts';
import { anEdition } from '../support/editions.ts';
import { shortHeartbeat } from '../support/heartbeat.ts';
import { copyOfEmptyFolder, newFolder, openEmbeddedStore } from '../support/stores.ts';

function open(dataDir: string, onLockLost: (error: Error) => void = () => undefined): Promise<Store> {
  return openStore({ kind: 'embedded', dataDir, heartbeat: shortHeartbeat, onLockLost });
}

const refusalOf = (dataDir: string) => open(dataDir).then(String, (error) => error);

const modeOf = async (place: string) => (await stat(place)).mode & 0o777;

test('a first start makes a database that only its owner can read, over what an interrupted one left', async () => {
  const own = path.join(await copyOfEmptyFolder(), 'database');
  expect(await readFile(path.join(own, 'cluster', 'PG_VERSION'), 'utf8')).toBe(`${postgresMajor}\n`);
  expect(await modeOf(own)).toBe(0o700);
  expect(await readdir(own)).toEqual(['cluster']);
});

test('what was written is there after the next start', async () => {
  const dataDir = await copyOfEmptyFolder();
  const store = await open(dataDir);
  await store.loadEdition(anEdition(), new Date(0));
  await Promise.all([store.close(), store.close()]);
  await expect(store.findProject(8)).rejects.toThrow();
  const again = await open(dataDir);
  expect((await again.findProject(8))?.number).toBe(8);
  await again.close();
});

test('every commit is on the disk before it is answered', async () => {
  const syncs = { count: 0 };
  const database = await openEmbeddedDatabase({
    dataDir: await copyOfEmptyFolder(),
    onLockLost: () => undefined,
    sync: () => {
      syncs.count += 1;
    },
  });
  const writes = 25;
  const before = syncs.count;
  for (let write = 0; write < writes; write += 1) {
    await database.prisma.storeRevision.update({ where: { id: 1 }, data: { value: { increment: 1 } } });
  }
  const counted = syncs.count - before;
  await database.close();
  expect(counted).toBeGreaterThanOrEqual(writes);
});

test('a query that fails, alone or in a transaction, leaves the one connection usable', async () => {
  const { database, cleanUp } = await openEmbeddedStore();
  const { prisma } = database;
  await expect(prisma.$queryRaw`SELECT nonsense`).rejects.toThrow('nonsense');
  const failing = prisma.$transaction(async (tx) => {
    await tx.storeRevision.update({ where: { id: 1 }, data: { value: 99 } });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  const values = await Promise.all(Array.from({ length: 50 }, () => prisma.storeRevision.findFirstOrThrow()));
  expect(new Set(values.map(({ value }) => value))).toEqual(new Set([0n]));
  await cleanUp();
});

test('what was answered is not kept', async () => {
  const { database, cleanUp } = await openEmbeddedStore();
  const ask = () => database.prisma.$queryRaw`SELECT repeat('x', 1000000) AS "answer"`;
  await ask();
  const before = heapUsed();
  for (let time = 0; time < 40; time += 1) await ask();
  expect(heapUsed() - before).toBeLessThan(10_000_000);
  await cleanUp();
});

/** What is left after the garbage was collected, in bytes. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('a folder is refused with what to do', () => {
  test('while another process has it, and not after that has ended', async () => {
    const dataDir = await copyOfEmptyFolder();
    const child = startChild(dataDir);
    await child.nextLine();
    const refusal = await refusalOf(dataDir);
    expect(refusal).toMatchObject({ name: 'StoreRefusal', reason: 'folder-in-use' });
    expect(refusal.message).toContain(dataDir);
    expect(refusal.message).toContain('Stop that one first');
    await child.end();
    await (await open(dataDir)).close();
  });

  test.each(['17', '19'])('when PostgreSQL %s wrote it', async (major) => {
    const dataDir = await newFolder();
    await mkdir(path.join(dataDir, 'database', 'cluster'), { recursive: true });
    await writeFile(path.join(dataDir, 'database', 'cluster', 'PG_VERSION'), `${major}\n`);
    expect(await refusalOf(dataDir)).toMatchObject({
      reason: 'wrong-major',
      message: expect.stringContaining(`PostgreSQL ${major}`),
    });
  });

  test.each(['PG_VERSION', 'global/pg_control'])('when its database lacks %s', async (file) => {
    const dataDir = await copyOfEmptyFolder();
    await rm(path.join(dataDir, 'database', 'cluster', file));
    const refusal = await refusalOf(dataDir);
    expect(refusal).toMatchObject({ reason: 'folder-damaged', message: expect.stringContaining(dataDir) });
    expect(refusal.message).toContain('estore a backup');
  });

  test('when it cannot be written', async () => {
    const file = path.join(await newFolder(), 'file');
    await writeFile(file, '');
    const dataDir = path.join(file, 'data');
    const refusal = await refusalOf(dataDir);
    expect(refusal).toMatchObject({ reason: 'folder-unwritable', message: expect.stringContaining(dataDir) });
    expect(refusal.message).not.toContain('\n');
  });

  test('when a newer version has migrated it, and is let go of', async () => {
    const dataDir = await copyOfEmptyFolder();
    const database = await openEmbeddedDatabase({ dataDir, onLockLost: () => undefined });
    await database.prisma.$executeRaw`UPDATE _prisma_migrations SET migration_name = '29990101000000_later'`;
    await database.close();
    expect(await refusalOf(dataDir)).toMatchObject({ reason: 'database-newer' });
    expect(await readdir(path.join(dataDir, 'database'))).toEqual(['cluster']);
  });
});

test('a folder that others could read before is closed to them', async () => {
  const dataDir = await copyOfEmptyFolder();
  await chmod(path.join(dataDir, 'database'), 0o755);
  await (await open(dataDir)).close();
  expect(await modeOf(path.join(dataDir, 'database'))).toBe(0o700);
});

test('who loses the folder is told, and leaves it alone', async () => {
  const dataDir = await copyOfEmptyFolder();
  const losses = new EventEmitter();
  const store = await open(dataDir, (error) => losses.emit('lost', error));
  const lost = once(losses, 'lost');
  const lock = path.join(dataDir, 'database', 'lock');
  await rm(lock, { recursive: true });
  expect(await lost).toMatchObject([{ code: 'ECOMPROMISED' }]);
  // Another process has taken it.
  await mkdir(lock);
  const control = path.join(dataDir, 'database', 'cluster', 'global', 'pg_control');
  const before = await stat(control);
  await store.close();
  expect((await stat(control)).mtimeMs).toBe(before.mtimeMs);
  expect((await stat(lock)).isDirectory()).toBe(true);
});
