import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exportRecords } from '../actions/records/export-records.ts';
import { recordSpan } from '../actions/records/record-span.ts';
import { dayAt } from '../domain/calendar-day.ts';
import { type BrokenBecause, type Verification, verifyRecords } from '../reports/records/verify-records.ts';
import type { CommandResult, StoreCall } from './on-store.ts';
import type { ToolCall } from './tool-call.ts';
import { UsageError } from './usage-error.ts';

const usage = 'usage: npm run records -- [--from R2.4.1] [--to R3.3.31] --out DIR';

/** `npm run records`: the records of a period as CSV and Excel, chained by hashes, into a folder. */
export async function records({ store, args, now, timeZone }: StoreCall): Promise<CommandResult> {
  const values = readArguments(args);
  if (values?.out === undefined) return { ok: false, lines: [usage] };
  const span = recordSpan({ from: values.from ?? '', to: values.to ?? '' }, dayAt(now, timeZone));
  if (!span.ok)
    return { ok: false, lines: [`--from and --to name no period (${span.refusal.kind}); ${usage}`] };
  const { first, last } = span.value;
  const pack = await exportRecords({ records: store.records, store }, { span: span.value, timeZone, now });
  const folder = path.resolve(values.out);
  await mkdir(folder, { recursive: true });
  const name = path.join(folder, `records-${first}-${last}`);
  try {
    await writeFile(`${name}.csv`, pack.csv, { flag: 'wx' });
    await writeFile(`${name}.xlsx`, pack.xlsx, { flag: 'wx' });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return { ok: false, lines: [`${name}.csv and .xlsx could not be written (${code ?? String(problem)}).`] };
  }
  return {
    ok: true,
    lines: [
      `Wrote ${name}.csv and .xlsx: ${pack.count} records from ${first} to ${last} (${timeZone}).`,
      `Keep the seal elsewhere: ${pack.seal}`,
    ],
  };
}

function readArguments(args: readonly string[]) {
  const options = { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

/** `npm run records:verify -- FILE`: whether records are as they were written; names the first row that is not. */
export async function verify({ args, machine }: ToolCall): Promise<boolean> {
  const [file] = args;
  if (file === undefined) throw new UsageError('usage: npm run records:verify -- FILE');
  const bytes = await readFile(file).catch((problem: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} could not be read (${problem.code ?? problem.message})`);
  });
  const found = await verifyRecords(new Uint8Array(bytes));
  machine.say(verdict(found));
  return found.kind === 'sound';
}

const reasons: Readonly<Record<BrokenBecause, string>> = {
  changed: 'its texts are not those that were written',
  'not-next': 'it does not follow the row before: a row was removed, added or moved here',
  'cut-off': 'the closing row is missing: rows at the end were removed',
  'goes-on': 'something stands behind the closing row',
};

function verdict(found: Verification): string {
  switch (found.kind) {
    case 'sound':
      return `Sound: ${found.count} records. Compare the seal with the one kept: ${found.seal}`;
    case 'broken':
      return `Broken at row ${found.row} of the file: ${reasons[found.because]}.`;
    case 'not-records':
      return 'This is no file of records, or its header was changed.';
  }
}
