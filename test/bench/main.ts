import { cpus, loadavg } from 'node:os';
import { runSlack } from '../sandbox/support/slack.ts';
import { importsReport } from './imports.ts';
import { measure, type Plan } from './measure.ts';
import { picturesReport } from './pictures.ts';
import { reportOf } from './report.ts';
import { reportsReport } from './reports.ts';
import { withServer } from './server.ts';
import { commandFactory } from './signed-command.ts';
import { makeTargets, type Target } from './targets.ts';
import { writesReport } from './writes.ts';

/** `npm run bench`: a report, not a test; docs/performance.md says how to read it. Takes about two minutes. */

const plan: Plan = {
  starts: 3,
  warmUp: { milliseconds: 1_500 },
  constant: { rounds: 7, connections: 10, milliseconds: 1_200 },
  steady: { rounds: 2, perSecond: 200, milliseconds: 4_000 },
};

async function bench(): Promise<void> {
  const { slack } = await runSlack();
  const targets: Target[] = [];
  try {
    targets.push(...(await makeTargets(slack.apiUrl)));
    const load = loadavg()[0]?.toFixed(1);
    const measured = await measure(targets, plan, commandFactory(`${slack.url}/bench`));
    process.stdout.write(`${machine(load)}\n\n${reportOf(measured, plan)}\n`);
  } finally {
    for (const target of targets) await target.cleanUp();
    await slack.stop();
  }
}

function machine(load: string | undefined): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}; load before: ${load}`;
}

// A number that cannot be got is no failure of the build either: it is told, and the exit code stays 0.
await withServer(async () => {
  await bench();
  process.stdout.write(`\n${await writesReport()}\n`);
  process.stdout.write(`\n${await reportsReport()}\n`);
  process.stdout.write(`\n${await importsReport()}\n`);
  process.stdout.write(`\n${await picturesReport()}\n`);
}).catch((problem: unknown) => {
  process.stdout.write(`The bench could not be run to its end: ${String(problem)}\n`);
});
