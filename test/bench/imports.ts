import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { createDatabase } from '../support/stores.ts';
import { withServer } from './server.ts';

const run = promisify(execFile);
const program = new URL('./one-import.mjs', import.meta.url).pathname;

/** How often the edition of August 2020 is repeated: 10 projects and 500. */
const sizes = [1, 50] as const;

const Step = z.object({ ms: z.number(), held: z.number() });

const Measured = z.object({
  steps: z.object({
    read: Step,
    first: Step,
    again: Step,
    next: Step,
    freeze: Step,
    compare: Step,
    'undo next': Step,
    'undo first': Step,
  }),
  megabytes: z.number().nullable(),
  written: z.number(),
  changed: z.number(),
  left: z.number(),
});

/**
 * The import of the real edition and of one with 500 projects, the next edition after it, freezing that and comparing with it, and taking both back, as a
 * Markdown table: each in a process of its own, on the embedded store and on PostgreSQL. `held`: the longest that a timer
 * of the process had to wait.
 */
export async function importsReport(): Promise<string> {
  const lines = [
    '| import | rows | read, ms | into an empty store, ms (held) | the same again: review | next edition: rows | ms (held) | frozen, ms (held) | compared with the frozen one, ms (held) | taken back, ms (held) | the first taken back, ms (held) | most memory, MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const times of sizes) {
    lines.push(await lineOf(times, 'embedded'));
    const { url, drop } = await createDatabase();
    lines.push(await lineOf(times, 'PostgreSQL', url));
    await drop();
  }
  return lines.join('\n');
}

async function lineOf(times: number, store: string, ...url: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, String(times), ...url], { timeout: 600_000 });
  const { steps, megabytes, written, changed, left } = Measured.parse(JSON.parse(stdout));
  if (left > 0) throw new Error(`${left} rows differ after an import`);
  const told = ({ ms, held }: z.infer<typeof Step>) => `${ms} (${held})`;
  const cells = [
    `${times * 10} projects, ${store}`,
    written,
    steps.read.ms,
    told(steps.first),
    told(steps.again),
    changed,
    told(steps.next),
    told(steps.freeze),
    told(steps.compare),
    told(steps['undo next']),
    told(steps['undo first']),
    megabytes ?? '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await withServer(async () => {
    process.stdout.write(`${await importsReport()}\n`);
  });
