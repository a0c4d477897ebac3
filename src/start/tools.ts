import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { examine } from './doctor/doctor.ts';
import { finder, isSound, printFindings } from './doctor/finding.ts';
import type { Machine } from './serve.ts';
import { UsageError } from './usage-error.ts';

/** A command of the operator, as it was typed. */
export interface ToolCall {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly machine: Machine & { readonly nodeVersion: string };
}

/** Runs to its end and says what it did; gives whether that was well. Rejects with what `operatorLine` words. */
type Tool = (call: ToolCall) => Promise<boolean>;

/** The commands besides start, sandbox and seed, by name. */
export const tools: Readonly<Record<string, Tool>> = { doctor };

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

/** What `read` gives; options that there are not are the operator's mistake. */
function typed<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem));
  }
}
