import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { backupTool, moveTool, restoreTool } from './copy-tools.ts';
import { examine } from './doctor/doctor.ts';
import { finder, isSound, printFindings } from './doctor/finding.ts';
import { importFile } from './import-file.ts';
import { onStore } from './on-store.ts';
import { personTool } from './person-tool.ts';
import { records, verify } from './records.ts';
import { report } from './report.ts';
import { openConfigured } from './serve.ts';
import type { Tool, ToolCall } from './tool-call.ts';
import { UsageError } from './usage-error.ts';

/** The commands besides start, sandbox and seed, by name. */
export const tools: Readonly<Record<string, Tool>> = {
  doctor,
  import: importTable,
  report: onStore(report),
  records: onStore(records),
  'records-verify': verify,
  backup: backupTool,
  restore: restoreTool,
  move: moveTool,
  person: personTool,
};

/** Says how everything is. What is wrong in the environment is a finding as well. */
async function doctor({ args, env, machine }: ToolCall): Promise<boolean> {
  const { values } = typed(() =>
    parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }),
  );
  const read = readConfig(env);
  const { fault } = finder('environment', '環境変数');
  const findings = read.ok
    ? await examine(read.config, machine)
    : read.problems.map((problem) =>
        fault(problem, 'Correct the environment (.env) and run the doctor again.'),
      );
  const ok = isSound(findings);
  if (values.json) machine.say(JSON.stringify({ ok, findings }, null, 2));
  else for (const line of printFindings(findings)) machine.say(line);
  return ok;
}

/** Reads a published table into the store, or shows what it would change. Exit codes: see `ImportExit`. */
async function importTable({ args, env, machine }: ToolCall): Promise<number> {
  const options = { yes: { type: 'boolean', default: false } } as const;
  const { values, positionals } = typed(() =>
    parseArgs({ args: [...args], allowPositionals: true, options }),
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('npm run import -- FILE [--yes]: name one file');
  const read = readConfig(env, 'store');
  if (!read.ok) throw new UsageError(read.problems.join('\n'));
  const { config } = read;
  const store = await openConfigured(config, machine);
  try {
    const clock = { now: () => new Date(machine.systemNow()) };
    const { yes } = values;
    return await importFile({ file, yes, store, clock, timeZone: config.TIME_ZONE, say: machine.say });
  } finally {
    await store.close();
  }
}

/** What `read` gives; options that there are not are the operator's mistake. */
function typed<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem));
  }
}
