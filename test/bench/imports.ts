import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const program = new URL('./one-import.mjs', import.meta.url).pathname;

/** How often the edition of August 2020 is repeated: 10 projects and 500. */
const sizes = [1, 50] as const;

const Measured = z.object({
  taken: z.tuple([z.number(), z.number(), z.number()]),
  megabytes: z.number().nullable(),
  written: z.number(),
  left: z.number(),
});

/** The import of the real edition and of one with 500 projects as a Markdown table, each in a process of its own. */
export async function importsReport(): Promise<string> {
  const lines = [
    '| import | rows | read and understand, ms | into an empty store, ms | review of the same again, ms | most memory, MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const times of sizes) {
    const { stdout } = await run(process.execPath, [program, String(times)], { timeout: 300_000 });
    const { taken, megabytes, written, left } = Measured.parse(JSON.parse(stdout));
    if (left > 0) throw new Error(`${left} rows differ after an import`);
    lines.push(`| ${times * 10} projects | ${written} | ${taken.join(' | ')} | ${megabytes ?? '–'} |`);
  }
  return lines.join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${await importsReport()}\n`);
