import { once } from 'node:events';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DataFolder } from './data-folder.ts';

/** CommonJS, and text rather than a file of its own, so that it runs from src and from dist. */
const workerCode = `
const { workerData } = require('node:worker_threads');
const { PGlite } = require(workerData.pglite);
PGlite.create({ dataDir: workerData.folder }).then((database) => database.close());
`;

/**
 * Makes a new, empty PostgreSQL cluster in the folder: whole and on the disk, or not at all. Done in a thread
 * that ends, because the memory that initdb takes (over 300 MB) is given back only with its thread.
 */
export async function makeCluster({ cluster, unfinished, own }: DataFolder): Promise<void> {
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const worker = new Worker(workerCode, { eval: true, workerData: { pglite, folder: unfinished } });
  // Rejects when the worker throws.
  await once(worker, 'exit');
  await syncTree(unfinished);
  await rename(unfinished, cluster);
  await syncOne(own);
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    await (entry.isDirectory() ? syncTree(place) : syncOne(place));
  }
  await syncOne(folder);
}

async function syncOne(place: string): Promise<void> {
  // Windows opens no folder as a file, and needs no sync of one.
  const handle = await open(place, 'r').catch(() => null);
  try {
    await handle?.sync();
  } catch {
    // Some file systems cannot sync what is open for reading only.
  } finally {
    await handle?.close();
  }
}
