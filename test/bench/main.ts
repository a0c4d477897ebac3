import { cpus, loadavg } from 'node:os';
import { runSlack } from '../sandbox/support/slack.ts';
import { measure, type Plan } from './measure.ts';
import { reportOf } from './report.ts';
import { commandFactory } from './signed-command.ts';
import { makeTargets, type Target } from './targets.ts';

/** `npm run bench`: a report, not a test; docs/performance.md says how to read it. Takes one and a half minutes. */

const plan: Plan = {
  starts: 3,
  warmUp: { milliseconds: 2_000 },
  constant: { rounds: 5, connections: 10, milliseconds: 2_000 },
  steady: { rounds: 2, perSecond: 200, milliseconds: 4_000 },
};

/** The tests' own PostgreSQL: TEST_DATABASE_URL, or the server that npm brought. */
async function withServer(work: () => Promise<void>): Promise<void> {
  const setup = await hook('../support/postgres-setup.mjs');
  const teardown = await hook('../support/postgres-teardown.mjs');
  await setup();
  try {
    await work();
  } finally {
    await teardown();
  }
}

async function hook(file: string): Promise<() => Promise<void>> {
  const module = (await import(new URL(file, import.meta.url).href)) as { default: () => Promise<void> };
  return module.default;
}

async function bench(): Promise<void> {
  const { slack } = await runSlack();
  const targets: Target[] = [];
  try {
    targets.push(...(await makeTargets(slack.apiUrl)));
    const load = loadavg()[0]?.toFixed(1);
    const measured = await measure(targets, plan, commandFactory(`${slack.url}/bench`));
    process.stdout.write(`${machine(load)}\n\n${reportOf(measured, plan)}\n`);
  } finally {
    for (const { cleanUp } of targets) await cleanUp();
    await slack.stop();
  }
}

function machine(load: string | undefined): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}; load before: ${load}`;
}

await withServer(bench);
