import { access } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type DataFolder, hasCluster, prepareDataFolder, unwritable } from './data-folder.ts';
import { atMostOnce, type Database, disconnect, prismaOver } from './database.ts';
import { DurableNodeFs, durableStartParams } from './durable-fs.ts';
import { type Heartbeat, lockFolder } from './folder-lock.ts';
import { makeCluster } from './make-cluster.ts';
import { applyMigrations } from './migrate.ts';
import { PGliteStream } from './pglite-stream.ts';
import { messageOf, StoreRefusal } from './refusal.ts';

export interface EmbeddedOptions {
  /** The operator's folder; made if it is not there. */
  readonly dataDir: string;
  /** Called when the folder's lock was lost: another process may have it now, and this one has to end. */
  readonly onLockLost: (error: Error) => void;
  readonly heartbeat?: Heartbeat;
  /** For a test that counts the syncs: see `DurableNodeFs`. */
  readonly sync?: (descriptor: number) => void;
}

/**
 * Opens the database that runs inside this process and keeps its files in a folder; makes and migrates it first
 * where needed. It has one connection: queries queue, and wait 10 s for it at most.
 *
 * @throws StoreRefusal for what the operator has to put right
 */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<Database> {
  const folder = await prepareDataFolder(options.dataDir);
  const hold: Hold = { lost: false, release: async () => undefined };
  const onLost = (error: Error) => {
    hold.lost = true;
    options.onLockLost(error);
  };
  const { heartbeat, sync } = options;
  const release = await lockFolder({ folder, onLost, ...(heartbeat && { heartbeat }) });
  // It rejects when the lock was lost: then there is nothing to let go of.
  hold.release = () => release().catch(() => undefined);
  try {
    return await openHeld(folder, hold, sync);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** The folder's lock as this process has it. */
interface Hold {
  lost: boolean;
  release: () => Promise<void>;
}

async function openHeld(
  folder: DataFolder,
  hold: Hold,
  sync?: (descriptor: number) => void,
): Promise<Database> {
  if (!(await hasCluster(folder))) {
    await makeCluster(folder).catch((error) => {
      throw unwritable(folder.root, error);
    });
  }
  const engine = await startEngine(folder, sync);
  const pool = poolOver(engine);
  try {
    await migrateThrough(pool);
  } catch (error) {
    await pool.end();
    await engine.close();
    throw error;
  }
  const prisma = prismaOver(pool);
  const stopEngine = async () => {
    // Another process may have the folder open by now: not a byte more.
    if (hold.lost) return;
    // On a full disk it fails; the log is then read at the next start.
    await prisma.$executeRaw`CHECKPOINT`.catch(() => undefined);
    await disconnect(prisma, pool);
    await engine.close();
  };
  const close = atMostOnce(() => stopEngine().finally(hold.release));
  return { kind: 'embedded', prisma, pool, close };
}

/**
 * Runs `work` on the one connection of an embedded store while no bot has it: nothing is migrated, and the folder
 * stays locked until `work` is done. `make`: a folder without a store gets an empty one.
 *
 * @throws StoreRefusal, `store-missing` where there is none
 */
export async function withEmbeddedClient<Result>(
  { dataDir, make }: { readonly dataDir: string; readonly make: boolean },
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  if (!make) await requireFolder(dataDir);
  const folder = await prepareDataFolder(dataDir);
  const release = await lockFolder({
    folder,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    if (!(await hasCluster(folder))) {
      if (!make) throw noStoreIn(folder.root);
      await makeCluster(folder);
    }
    return await onConnection(await startEngine(folder), work);
  } finally {
    await release().catch(() => undefined);
  }
}

async function onConnection<Result>(
  engine: PGlite,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const pool = poolOver(engine);
  try {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      // A transaction that was left open is given up with its connection.
      client.release(true);
    }
  } finally {
    await pool.end();
    await engine.close();
  }
}

/** Looking for a store leaves no folder behind where there was none. */
async function requireFolder(dataDir: string): Promise<void> {
  const root = path.resolve(dataDir);
  const isThere = await access(path.join(root, 'database')).then(
    () => true,
    () => false,
  );
  if (!isThere) throw noStoreIn(root);
}

function noStoreIn(root: string): StoreRefusal {
  return new StoreRefusal(
    'store-missing',
    `There is no store in the data folder ${root}. Start the bot once (or npm run seed), or correct DATA_DIR.`,
  );
}

async function startEngine(folder: DataFolder, sync?: (descriptor: number) => void): Promise<PGlite> {
  const { root, cluster } = folder;
  try {
    return await PGlite.create({
      fs: new DurableNodeFs(cluster, sync),
      startParams: [...durableStartParams],
    });
  } catch (error) {
    const message = `The database in the data folder ${root} does not start (${messageOf(error)}). See that the disk is not full; else restore a backup, or name another folder.`;
    throw new StoreRefusal('folder-damaged', message, error);
  }
}

function poolOver(engine: PGlite): pg.Pool {
  return new pg.Pool({
    stream: () => new PGliteStream(engine),
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
  });
}

async function migrateThrough(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await applyMigrations(client);
  } finally {
    client.release();
  }
}
