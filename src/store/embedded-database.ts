import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type DataFolder, hasCluster, prepareDataFolder } from './data-folder.ts';
import { atMostOnce, type Database, disconnect, prismaOver } from './database.ts';
import { DurableNodeFs, durableStartParams } from './durable-fs.ts';
import { type Heartbeat, lockFolder } from './folder-lock.ts';
import { makeCluster } from './make-cluster.ts';
import { applyMigrations } from './migrate.ts';
import { PGliteStream } from './pglite-stream.ts';

export interface EmbeddedOptions {
  /** The operator's folder; made if it is not there. */
  readonly dataDir: string;
  /** Called when another process took the folder: nothing may be written any more, the process has to end. */
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
  const { onLockLost: onLost, heartbeat } = options;
  const release = await lockFolder({ folder, onLost, ...(heartbeat && { heartbeat }) });
  try {
    return await openLocked(folder, { release, ...(options.sync && { sync: options.sync }) });
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

async function openLocked(
  folder: DataFolder,
  { release, sync }: { release: () => Promise<void>; sync?: (descriptor: number) => void },
): Promise<Database> {
  if (!(await hasCluster(folder))) await makeCluster(folder);
  const engine = await PGlite.create({
    fs: new DurableNodeFs(folder.cluster, sync),
    startParams: [...durableStartParams],
  });
  const pool = poolOver(engine);
  try {
    await migrateThrough(pool);
  } catch (error) {
    await pool.end();
    await engine.close();
    throw error;
  }
  const prisma = prismaOver(pool);
  const close = atMostOnce(async () => {
    try {
      await prisma.$executeRawUnsafe('CHECKPOINT');
    } finally {
      await disconnect(prisma, pool);
      await engine.close();
      // Already gone if it was lost.
      await release().catch(() => undefined);
    }
  });
  return { kind: 'embedded', prisma, close };
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
