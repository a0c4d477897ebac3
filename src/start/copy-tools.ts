import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { backUp } from '../store/copy/backup.ts';
import { moveStore } from '../store/copy/move.ts';
import { restore } from '../store/copy/restore.ts';
import type { ToolCall } from './tool-call.ts';
import { UsageError } from './usage-error.ts';

/** Where the store of this environment is; a sandbox has none worth keeping. */
function configOf(env: ToolCall['env']) {
  const read = readConfig(env, 'store');
  if (!read.ok) throw new UsageError(read.problems.join('; '));
  return read.config;
}

function typed<Read>(usage: string, read: () => Read): Read {
  try {
    return read();
  } catch {
    throw new UsageError(`use: ${usage}`);
  }
}

const backupUsage = 'npm run backup -- --out FILE';

/** Writes the store into a file. */
export async function backupTool({ args, env, machine }: ToolCall): Promise<boolean> {
  const { values } = typed(backupUsage, () =>
    parseArgs({ args: [...args], options: { out: { type: 'string' } } }),
  );
  if (values.out === undefined) throw new UsageError(`use: ${backupUsage}`);
  const file = path.resolve(values.out);
  const { tables, rows } = await backUp(configOf(env).store, { file, now: new Date(machine.systemNow()) });
  machine.say(`Backed up ${rows} rows of ${tables} tables to ${file}.`);
  return true;
}

const restoreUsage = 'npm run restore -- FILE [--replace]';

/** Puts a backup in the place of the store. */
export async function restoreTool({ args, env, machine }: ToolCall): Promise<boolean> {
  const { values, positionals } = typed(restoreUsage, () =>
    parseArgs({
      args: [...args],
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    }),
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`use: ${restoreUsage}`);
  const { store, CLOCK_START, TIME_ZONE: timeZone } = configOf(env);
  const options = { file: path.resolve(file), replace: values.replace, now: CLOCK_START, timeZone };
  const done = await restore(store, options);
  machine.say(`Restored ${done.rows} rows as they were at ${done.madeAt.toISOString()}.`);
  if (done.skipped > 0)
    machine.say(
      `${done.skipped} digests that fell due since are not posted: perhaps they were. Their owners are told and can send them again.`,
    );
  return true;
}

const moveUsage = 'npm run move -- --to postgresql://USER:PASSWORD@HOST:PORT/DATABASE';

/** Copies the embedded store to a PostgreSQL server. */
export async function moveTool({ args, env, machine }: ToolCall): Promise<boolean> {
  const { values } = typed(moveUsage, () =>
    parseArgs({ args: [...args], options: { to: { type: 'string' } } }),
  );
  if (values.to === undefined) throw new UsageError(`use: ${moveUsage}`);
  // DATABASE_URL may already name the new store: what is moved is the embedded one.
  const from = configOf({ ...env, DATABASE_URL: undefined }).store;
  const to = { kind: 'server', url: values.to } as const;
  const told = (table: string, rows: number) => machine.say(`${table}: ${rows} rows`);
  const { tables, rows, resumed } = await moveStore({ from, to }, told);
  const earlier = resumed === 0 ? '' : ` ${resumed} of them were there from an earlier run.`;
  machine.say(`Moved ${rows} rows of ${tables} tables; each was compared.${earlier}`);
  machine.say(
    'Now set DATABASE_URL and start the bot. The old store is as it was: keep it until you are sure.',
  );
  return true;
}
