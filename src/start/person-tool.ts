import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { referenceFrom } from '../domain/reference.ts';
import { erasePerson, readPerson } from '../store/person-data.ts';
import type { ToolCall } from './tool-call.ts';
import { UsageError } from './usage-error.ts';

const usage = 'npm run person -- --export U… --out FILE, or npm run person -- --erase U…';

/** Gives out, or erases, what the store holds of one person. */
export async function personTool(call: ToolCall): Promise<boolean> {
  const { exported, erased, out } = readArgs(call);
  const read = readConfig(call.env, 'store');
  if (!read.ok) throw new UsageError(read.problems.join('; '));
  const { store, adminUserIds } = read.config;
  const { say } = call.machine;
  if (exported !== null) {
    const tables = await readPerson(store, exported);
    const file = path.resolve(out);
    const text = `${JSON.stringify({ person: exported, tables }, null, 2)}\n`;
    await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((problem: unknown) => {
      throw new UsageError(`${file} cannot be written: ${problem instanceof Error ? problem.message : ''}`);
    });
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    say(`Wrote ${rows} rows of ${tables.length} tables that name ${exported} to ${file}.`);
    return true;
  }
  if (adminUserIds.includes(erased))
    throw new UsageError(`${erased} is in ADMIN_USER_IDS: take it out there first.`);
  const done = await erasePerson(store, { id: erased, letters: referenceFrom(BigInt(randomInt(2 ** 32))) });
  for (const [table, count] of Object.entries(done.changed))
    say(`${table}: ${count} rows now name ${done.pseudonym}`);
  for (const [table, count] of Object.entries(done.kept))
    say(`${table}: ${count} rows stand as they are: it is a trail`);
  say(
    `${erased} is erased, but for trails. Backups made before still hold the id until they are thrown away.`,
  );
  return true;
}

interface PersonArgs {
  /** Null: to be erased. */
  readonly exported: string | null;
  readonly erased: string;
  readonly out: string;
}

function readArgs({ args }: ToolCall): PersonArgs {
  const string = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { export: string, erase: string, out: string },
    });
    const { export: exported, erase, out } = values;
    const isId = /^[UW][A-Z0-9]{2,20}$/.test(exported ?? erase ?? '');
    const isWhole =
      exported === undefined
        ? erase !== undefined && out === undefined
        : erase === undefined && out !== undefined;
    if (isId && isWhole) return { exported: exported ?? null, erased: erase ?? '', out: out ?? '' };
  } catch {
    // Said below.
  }
  throw new UsageError(`use: ${usage}`);
}
