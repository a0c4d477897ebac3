// One export in a process of its own: prints milliseconds, the most memory it took, and the bytes written. Arguments: how
// often the edition of August 2020 is repeated, the format. Works on the compiled program.
import { readFile } from 'node:fs/promises';

const [times = '1', format = 'docx'] = process.argv.slice(2);
const { readEditionFile, shippedEditionFile } = await import('../../dist/reports/edition-file.js');
const { writeReport } = await import('../../dist/reports/write/report-file.js');
const read = readEditionFile(await shippedEditionFile());
const projects = Array.from({ length: Number(times) }, (_, n) =>
  read.value.projects.map((project) => ({ ...project, number: n * 10 + project.number })),
).flat();
const began = performance.now();
const bytes = await writeReport({ ...read.value, projects }, { format, at: new Date(0) });
const milliseconds = Math.round(performance.now() - began);
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
process.stdout.write(JSON.stringify({ milliseconds, megabytes: Math.round(peak), bytes: bytes.byteLength }));
