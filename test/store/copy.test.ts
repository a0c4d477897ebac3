import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seed } from '../../src/start/seed.ts';
import { type StorePlace, withStoreClient } from '../../src/store/client.ts';
import { backUp } from '../../src/store/copy/backup.ts';
import { readTables } from '../../src/store/copy/catalog.ts';
import { moveStore } from '../../src/store/copy/move.ts';
import { restore } from '../../src/store/copy/restore.ts';
import { fingerprintOf } from '../../src/store/copy/rows.ts';
import { inTransaction } from '../../src/store/copy/transaction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { minutesAfter, monday } from '../digests/support/rig.ts';
import { settings } from '../digests/support/subscriptions.ts';
import { lead } from '../support/changes.ts';
import { copyOfEmptyFolder, createDatabase, newFolder } from '../support/stores.ts';

type Server = Extract<StorePlace, { kind: 'server' }>;
type Embedded = Extract<StorePlace, { kind: 'embedded' }>;

const leftovers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of leftovers) await drop();
});

async function emptyServer(): Promise<Server> {
  const { url, drop } = await createDatabase();
  leftovers.push(drop);
  return { kind: 'server', url };
}

async function emptyEmbedded(): Promise<Embedded> {
  return { kind: 'embedded', dataDir: await copyOfEmptyFolder() };
}

const open = (place: StorePlace) =>
  openStore(
    place.kind === 'server'
      ? place
      : {
          ...place,
          onLockLost: (error) => {
            throw error;
          },
        },
  );

/** The shipped edition, and a digest that waits. */
async function fill(place: StorePlace): Promise<void> {
  const store = await open(place);
  await seed(store, { now: () => monday });
  const made = { requestKey: 'view 1', nextRunAt: monday, at: minutesAfter(-1), by: lead };
  await store.subscriptions.add(settings(), made);
  await store.close();
}

/** Every table with what it holds. */
function printsOf(place: StorePlace): Promise<Readonly<Record<string, string>>> {
  return withStoreClient(place, (client) =>
    inTransaction(client, 'read', async () => {
      const prints: Record<string, string> = {};
      for (const table of await readTables(client)) {
        const { rows, sha256 } = await fingerprintOf(client, table);
        prints[table.name] = `${rows} ${sha256}`;
      }
      return prints;
    }),
  );
}

const zone = { timeZone: 'Asia/Tokyo' };
const newFile = async () => path.join(await newFolder(), 'backup');
const now = new Date('2020-08-24T00:00:00Z');
const refusalOf = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message);
/** The store that all tests copy from, on a server since that is faster; what it holds; and its backup. */
let source: Server;
let held: Readonly<Record<string, string>>;
let backup: string;
beforeAll(async () => {
  source = await emptyServer();
  await fill(source);
  held = await printsOf(source);
  backup = await newFile();
  await backUp(source, { file: backup, now });
}, 120_000);

/** A backup as it would be with other lines. */
async function changed(change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(await readFile(backup))
    .toString()
    .split('\n');
  const file = await newFile();
  await writeFile(file, gzipSync(change(lines).join('\n')));
  return file;
}

describe('a backup', () => {
  test('brings back every row, in either kind of store, and can be backed up again', async () => {
    const folder = await emptyEmbedded();
    const restored = await restore(folder, { ...zone, file: backup, replace: false, now: minutesAfter(-5) });
    expect(restored).toMatchObject({ madeAt: now, skipped: 0 });
    const again = await newFile();
    await backUp(folder, { file: again, now });
    const server = await emptyServer();
    await restore(server, { ...zone, file: again, replace: false, now: minutesAfter(-5) });
    // A restore says of itself that what came before is void, and that today nobody is reminded.
    const { store_revision: _, reminder_day: __, ...rest } = held;
    expect(await printsOf(server)).toMatchObject(rest);
    const store = await open(server);
    expect(await store.listProjects()).toHaveLength(10);
    await store.close();
  }, 120_000);

  test('is not written over another file', async () => {
    expect(await refusalOf(backUp(source, { file: backup, now }))).toMatch(/is there already/);
  });

  test.each<[string, (lines: string[]) => string[]]>([
    ['cut off', (lines) => lines.slice(0, -3)],
    ['changed in one letter', (lines) => lines.map((line) => line.replace('港湾', '空港'))],
    ['without a row', (lines) => lines.filter((line) => !line.includes('港湾'))],
    ['something else', () => ['{"complete":true,"sha256":""}']],
  ])('that was %s is refused, and nothing is changed', async (_what, change) => {
    const file = await changed(change);
    expect(await refusalOf(restore(source, { ...zone, file, replace: true, now }))).toMatch(
      /no whole backup/,
    );
    expect(await printsOf(source)).toEqual(held);
  });

  test('that is no file, or none of ours', async () => {
    const server = await emptyServer();
    const file = await newFile();
    const refused = () => refusalOf(restore(server, { ...zone, file, replace: false, now }));
    expect(await refused()).toMatch(/is not there/);
    await writeFile(file, 'text');
    expect(await refused()).toMatch(/no whole backup/);
  });
});

describe('a restore', () => {
  test('goes into a store with data only where that is said, and what bots remember of it is void', async () => {
    const server = await emptyServer();
    await fill(server);
    const store = await open(server);
    const before = await store.revision();
    await store.close();
    expect(await refusalOf(restore(server, { ...zone, file: backup, replace: false, now }))).toMatch(
      /--replace/,
    );
    await restore(server, { ...zone, file: backup, replace: true, now: minutesAfter(-5) });
    const after = await open(server);
    expect(BigInt(await after.revision())).toBeGreaterThan(BigInt(before));
    await after.close();
  });

  test('is refused while a bot has the store open', async () => {
    for (const place of [await emptyServer(), await emptyEmbedded()]) {
      const bot = await open(place);
      await bot.ping();
      expect(await refusalOf(restore(place, { ...zone, file: backup, replace: true, now }))).toMatch(
        /connected|in use/,
      );
      await bot.close();
    }
  }, 60_000);

  test('of a store that a newer version has migrated is refused', async () => {
    const server = await emptyServer();
    await fill(server);
    const migrated = (to: string) =>
      withStoreClient(server, (client) =>
        client.query(
          `UPDATE "_prisma_migrations" SET "migration_name" = $1 WHERE "migration_name" =
             (SELECT MAX("migration_name") FROM "_prisma_migrations")`,
          [to],
        ),
      );
    await migrated('29990101000000_later');
    const file = await newFile();
    await backUp(server, { file, now });
    const target = await emptyServer();
    expect(await refusalOf(restore(target, { ...zone, file, replace: false, now }))).toMatch(
      /newer.*29990101/,
    );
  });

  test('skips what waited and what fell due since, tells of it, and goes on with the next', async () => {
    const server = await emptyServer();
    const restored = await restore(server, {
      ...zone,
      file: backup,
      replace: false,
      now: minutesAfter(8 * 24 * 60),
    });
    expect(restored.skipped).toBe(2);
    const store = await open(server);
    expect(await store.digests.listDue(minutesAfter(8 * 24 * 60), 10)).toEqual([]);
    const untold = await store.digests.takeUntold(minutesAfter(0), minutesAfter(5));
    expect(untold.map(({ kind, occurrence }) => [kind, occurrence.state, occurrence.reason])).toEqual([
      ['skipped', 'skipped', 'restored'],
      ['skipped', 'skipped', 'restored'],
    ]);
    await store.close();
  });
});

describe('a move', () => {
  let target: Server;
  afterAll(async () => {
    expect(await printsOf(source)).toEqual(held);
  });
  const move = (told: (table: string) => void = () => {}) => moveStore({ from: source, to: target }, told);

  test('copies every row, and leaves the source as it was', async () => {
    target = await emptyServer();
    const moved = await move();
    expect(moved).toMatchObject({ resumed: 0, tables: Object.keys(held).length });
    expect(await printsOf(target)).toEqual(held);
    const store = await open(target);
    expect(await store.findProject(8)).not.toBeNull();
    await store.close();
    expect(await refusalOf(move())).toMatch(/holds data already/);
  }, 60_000);

  test('of the embedded store, killed in the middle, is taken up where it stopped; until then no bot opens the database', async () => {
    target = await emptyServer();
    const folder = await emptyEmbedded();
    await fill(folder);
    const before = await printsOf(folder);
    const script = fileURLToPath(new URL('../support/child-move.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder.dataDir, target.url, '5']);
    let [lines, complaints] = ['', ''];
    child.stderr.on('data', (data) => {
      complaints += String(data);
    });
    for await (const data of child.stdout) {
      lines += String(data);
      if (lines.trim().split('\n').length === 5) child.kill('SIGKILL');
    }
    expect(complaints).toBe('');
    expect(await refusalOf(open(target))).toMatch(/has not been finished/);
    // Or else its lock would be waited for until it is old enough to be that of a dead process.
    await rm(path.join(folder.dataDir, 'database', 'lock'), { recursive: true });
    const copied: string[] = [];
    const moved = await moveStore({ from: folder, to: target }, (table) => copied.push(table));
    expect(moved).toMatchObject({ resumed: 5 });
    expect(copied).toHaveLength(Object.keys(held).length - 5);
    expect(lines).not.toContain(copied[0]);
    expect(await printsOf(target)).toEqual(before);
  }, 90_000);

  test('of a source that has changed since begins anew', async () => {
    target = await emptyServer();
    await withStoreClient(target, async (client) => {
      await client.query('CREATE TABLE "store_move" ("table" text PRIMARY KEY, "sha256" text NOT NULL)');
      await client.query(`INSERT INTO "store_move" VALUES ('project', 'of another source')`);
    });
    expect(await move()).toMatchObject({ resumed: 0 });
    expect(await printsOf(target)).toEqual(held);
  }, 60_000);

  test('into a database with other data is refused', async () => {
    target = await emptyServer();
    await fill(target);
    const before = await printsOf(target);
    expect(await refusalOf(move())).toMatch(/holds data already/);
    expect(await printsOf(target)).toEqual(before);
  });

  test('needs the embedded store for itself', async () => {
    target = await emptyServer();
    const folder = await emptyEmbedded();
    const bot = await open(folder);
    expect(await refusalOf(moveStore({ from: folder, to: target }, () => {}))).toMatch(
      /in use by another process/,
    );
    await bot.close();
  }, 60_000);
});
