#!/usr/bin/env node
import { type Config, readConfig } from './config.ts';
import { createLog, type Log } from './logging.ts';
import { operatorLine } from './start/operator-line.ts';
import { seed } from './start/seed.ts';
import { type Machine, openConfigured, serve } from './start/serve.ts';

/** The front door: the only place that reads the environment, the system's clock and the command line. */

const machine: Machine = {
  systemNow: () => Date.now(),
  monotonic: () => performance.now(),
  abort: (problem) => giveUp([problem.message]),
  say: (line) => process.stdout.write(`${line}\n`),
};

const nodeVersion = process.versions.node;

const credentials = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'];

async function main(verb: string, args: readonly string[]): Promise<void> {
  if (verb !== 'start' && verb !== 'sandbox' && verb !== 'seed') return useTool(verb, args);
  const isSandbox = verb === 'sandbox';
  const env = Object.entries(process.env).filter(([name]) => !(isSandbox && credentials.includes(name)));
  const read = readConfig(Object.fromEntries(env), verb === 'seed' ? 'store' : 'serve');
  if (!read.ok) return giveUp(read.problems);
  const log = createLog({ level: read.config.LOG_LEVEL });
  process.on('unhandledRejection', (problem) => {
    log.fatal({ err: problem }, 'an error was not handled: stopping');
    process.exit(1);
  });
  return verb === 'seed' ? seedOnce(read.config) : serveUntilSignal(read.config, log);
}

/** A bot that starts loads none of them. */
async function useTool(verb: string, args: readonly string[]): Promise<void> {
  const { tools } = await import('./start/tools.ts');
  const tool = tools[verb];
  if (tool === undefined)
    return giveUp([`unknown command ${verb}: use start, sandbox, seed, ${Object.keys(tools).join(', ')}`]);
  const done = await tool({ args, env: process.env, machine: { ...machine, nodeVersion } });
  process.exitCode = typeof done === 'number' ? done : done ? 0 : 1;
}

async function serveUntilSignal(config: Config, log: Log): Promise<void> {
  const starting = serve(config, log, machine);
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping: finishing what is under way');
    // Of a start that fails the caller tells.
    void starting
      .then((all) => all.stop())
      .then(
        () => process.exit(0),
        () => {},
      );
  };
  // Listened for from the first moment: a start that is cut off would leave its folder locked. Not `once`:
  // the lock's library ends the process on a signal to which nobody else listens any more.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  await starting;
}

async function seedOnce(config: Config): Promise<void> {
  const store = await openConfigured(config, machine);
  try {
    const { ok, line } = await seed(store, { now: () => new Date(machine.systemNow()) });
    machine.say(line);
    process.exitCode = ok ? 0 : 1;
  } finally {
    await store.close();
  }
}

function giveUp(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`shinchoku: ${line}\n`);
  process.exit(1);
}

main(process.argv[2] ?? 'start', process.argv.slice(3)).catch((problem: unknown) => {
  const line = operatorLine(problem);
  if (line !== null) return giveUp([line]);
  process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
  process.exit(1);
});
