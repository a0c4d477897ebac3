import { cpSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '../../src/store/database.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { type Content, nothing, runName, templateOf } from './server-copies.ts';

/** A fresh, empty store. `cleanUp` closes it and removes all that it left; a second call does nothing more. */
export interface OpenedStore {
  readonly store: Store;
  /** What lies below it, for tests of the store itself. */
  readonly database: Database;
  readonly cleanUp: () => Promise<void>;
}

/** Both kinds of store, for `describe.each(eachStore)('%s', (_kind, open) => …)`. */
export const eachStore = [
  ['embedded', openEmbeddedStore],
  ['server', () => openServerStore()],
] as const;

/** A fresh store that keeps its files on disk: a copy of an empty one that is made once per run. */
export async function openEmbeddedStore(): Promise<OpenedStore> {
  const dataDir = await copyOfEmptyFolder();
  const database = await openEmbeddedDatabase({ dataDir, onLockLost: failLoudly });
  const cleanUp = async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { store: storeOver(database), database, cleanUp };
}

/** A fresh, migrated store in a database of its own on the run's PostgreSQL server; empty when nothing is said. */
export async function openServerStore(content: Content = nothing): Promise<OpenedStore> {
  const { url, drop } = await createDatabase(await templateOnce(content));
  const database = await openServerDatabase({ url });
  const cleanUp = async () => {
    await database.close();
    await drop();
  };
  return { store: storeOver(database), database, cleanUp };
}

const templates = new Map<string, Promise<string>>();

function templateOnce(content: Content): Promise<string> {
  const made = templates.get(content.name) ?? templateOf(content, serverUrl());
  templates.set(content.name, made);
  return made;
}

/** A new database of the run's server, empty without a template: its URL, and the function that drops it. */
export async function createDatabase(
  template = 'template1',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `${runName()}-${process.pid}-${process.hrtime.bigint()}`;
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  // As files rather than through the log: half the work where the files are in memory.
  await asAdministrator(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  return { url: url.href, drop: () => asAdministrator(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** Runs one statement on the run's server as its superuser. */
export async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The superuser's URL of the run's server. */
export function serverUrl(): string {
  return setBySetup('TEST_DATABASE_URL');
}

/** A new folder for files of a test; the run's end removes it at the latest. */
export async function newFolder(): Promise<string> {
  return mkdtemp(path.join(setBySetup('TEST_RUN_FOLDER'), 'folder-'));
}

/** A data folder with a migrated, empty database, closed: a copy of what a first start made. */
export async function copyOfEmptyFolder(): Promise<string> {
  const template = path.join(setBySetup('TEST_RUN_FOLDER'), 'empty');
  if (!existsSync(template)) await makeTemplate(template);
  const folder = await newFolder();
  // Three times as fast as the asynchronous one.
  cpSync(template, folder, { recursive: true });
  return folder;
}

async function makeTemplate(template: string): Promise<void> {
  const dataDir = await newFolder();
  // What is left of a first start that was interrupted.
  await mkdir(path.join(dataDir, 'database', 'cluster.new', 'base'), { recursive: true });
  const database = await openEmbeddedDatabase({ dataDir, onLockLost: failLoudly });
  await database.close();
  // Another test file may have been faster: then its template serves.
  await rename(dataDir, template).catch(() => rm(dataDir, { recursive: true, force: true }));
}

/**
 * Takes every row away but those that a migration wrote and the audit trail, which cannot be; faster than TRUNCATE,
 * which makes new files.
 */
export async function emptyTables({ prisma }: Database): Promise<void> {
  await prisma.$transaction([
    prisma.welcome.deleteMany(),
    prisma.searchWord.deleteMany(),
    prisma.searchSynonym.deleteMany(),
    prisma.searchCut.deleteMany(),
    prisma.request.deleteMany(),
    prisma.proposalNotice.deleteMany(),
    prisma.proposal.deleteMany(),
    prisma.occupancy.deleteMany(),
    prisma.postRole.deleteMany(),
    prisma.post.deleteMany(),
    prisma.milestoneDate.deleteMany(),
    prisma.milestone.deleteMany(),
    prisma.observation.deleteMany(),
    prisma.indicator.deleteMany(),
    prisma.workingGroup.deleteMany(),
    prisma.strand.deleteMany(),
    prisma.initiative.deleteMany(),
    prisma.programme.deleteMany(),
    prisma.projectAlias.deleteMany(),
    prisma.project.deleteMany(),
    prisma.edition.deleteMany(),
  ]);
}

function failLoudly(error: Error): never {
  throw error;
}

function setBySetup(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by test/support/postgres-setup.mjs`);
  return value;
}
