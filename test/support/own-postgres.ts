import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort, initialise, serverPrograms, start, untilItAnswers, urlAt } from './postgres-setup.mjs';

/** A PostgreSQL server that belongs to one test: it may be stopped, killed and started again. */
export interface OwnPostgres {
  /** The superuser's address. It stays the same over a restart. */
  readonly url: string;
  readonly port: number;
  /** Where its files are. */
  readonly data: string;
  /** Resolves when it takes connections. */
  start(): Promise<void>;
  /** `fast` as a supervisor stops it; `immediate` as if its machine had failed. Resolves when it is gone. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** A second server that follows this one and has all that this one has answered for; it runs. */
  standby(): Promise<OwnPostgres>;
  /** Makes a standby the server that takes writes. */
  promote(): Promise<void>;
  /** Stops it if it runs, and removes its files. */
  remove(): Promise<void>;
}

/** What a production server has; tests of faults are to lose what it would lose. */
const always = ['unix_socket_directories=', 'timezone=Asia/Tokyo'];

/** Makes a server with files of its own, in `folder` or in a new one; it is not started yet. */
export async function makeOwnPostgres({
  settings = [],
  folder,
}: {
  readonly settings?: readonly string[];
  readonly folder?: string;
} = {}): Promise<OwnPostgres> {
  const parent = folder ?? (await mkdtemp(path.join(tmpdir(), 'shinchoku-postgres-')));
  await mkdir(parent, { recursive: true });
  // The server runs as nobody where the test is root.
  chmodSync(parent, 0o755);
  const { native, copies } = serverPrograms();
  const removeAll = async () => {
    for (const each of [parent, copies]) if (each) await rm(each, { recursive: true, force: true });
  };
  return serverOver({
    native,
    data: initialise(native, parent),
    settings: [...always, ...settings],
    removeAll,
  });
}

/** A server over files that are there already. */
export async function serverOver({
  native = serverPrograms().native,
  data,
  settings = always,
  removeAll = () => rm(data, { recursive: true, force: true }),
}: {
  readonly native?: string;
  readonly data: string;
  readonly settings?: readonly string[];
  readonly removeAll?: () => Promise<void>;
}): Promise<OwnPostgres> {
  const port = await freePort();
  const url = urlAt(port);
  let keeper: ReturnType<typeof start> | null = null;
  const stop = async (how: 'fast' | 'immediate') => {
    if (keeper === null || keeper.exitCode !== null) return;
    keeper.ref();
    const gone = once(keeper, 'exit');
    process.kill(postmasterOf(data), how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await gone;
    keeper = null;
  };
  return {
    url,
    port,
    data,
    start: async () => {
      keeper = start({ native, data, folders: [], port, settings });
      await untilItAnswers(url, keeper);
    },
    stop,
    standby: () => standbyOf({ url, data }, { native, settings }),
    promote: async () => {
      await asSuperuser(url, (client) => client.query('SELECT pg_promote()'));
    },
    remove: async () => {
      await stop('immediate');
      await removeAll();
    },
  };
}

function postmasterOf(data: string): number {
  return Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** A base backup by hand, as npm brings no pg_basebackup: https://www.postgresql.org/docs/18/continuous-archiving.html */
async function standbyOf(
  { url, data }: Pick<OwnPostgres, 'url' | 'data'>,
  { native, settings }: { readonly native: string; readonly settings: readonly string[] },
): Promise<OwnPostgres> {
  const copy = `${data}-standby`;
  await asSuperuser(url, async (client) => {
    await client.query(`SELECT pg_backup_start('standby', true)`);
    await cp(data, copy, { recursive: true, filter: (source) => !source.endsWith('postmaster.pid') });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
    await writeFile(path.join(copy, 'backup_label'), rows[0]?.labelfile ?? '');
  });
  await writeFile(path.join(copy, 'standby.signal'), '');
  await giveTo(copy, data);
  const standby = await serverOver({
    native,
    data: copy,
    settings: [...settings, `primary_conninfo=${url}?application_name=standby`],
  });
  await standby.start();
  await asSuperuser(url, async (client) => {
    await client.query(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
    await client.query('SELECT pg_reload_conf()');
  });
  return standby;
}

/** The server may run as another user than we: a copy is to belong to whoever has the original. */
async function giveTo(copy: string, original: string): Promise<void> {
  const { uid, gid } = await stat(original);
  const all = await readdir(copy, { recursive: true });
  for (const each of [copy, ...all.map((name) => path.join(copy, name))]) await chown(each, uid, gid);
  await chmod(copy, 0o700);
}

async function asSuperuser<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
