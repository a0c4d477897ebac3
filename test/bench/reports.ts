import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { reportFormats } from '../../src/domain/report-format.ts';

const run = promisify(execFile);
const program = new URL('./one-report.mjs', import.meta.url).pathname;

/** How often the edition of August 2020 is repeated: 10 projects and 500. */
const sizes = [1, 50] as const;

const Measured = z.object({ milliseconds: z.number(), megabytes: z.number().nullable(), bytes: z.number() });

/** Every export of the real edition and of one with 500 projects as a Markdown table, each in a process of its own. */
export async function reportsReport(): Promise<string> {
  const lines = ['| export | projects | ms | most memory, MB | KB |', '| --- | ---: | ---: | ---: | ---: |'];
  for (const format of reportFormats)
    for (const times of sizes) {
      const { stdout } = await run(process.execPath, [program, String(times), format], { timeout: 300_000 });
      const { milliseconds, megabytes, bytes } = Measured.parse(JSON.parse(stdout));
      const kilobytes = Math.round(bytes / 1000);
      lines.push(`| .${format} | ${times * 10} | ${milliseconds} | ${megabytes ?? '–'} | ${kilobytes} |`);
    }
  return lines.join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${await reportsReport()}\n`);
