// One import in a process of its own: prints the milliseconds of reading and understanding, of writing into an empty
// embedded store, of the review of the same edition once more, and the most memory that all of it took. Argument: how
// often the edition of August 2020 is repeated. Works on the compiled program.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [times = '1'] = process.argv.slice(2);
const { readTableFile } = await import('../../dist/reports/read/read-table-file.js');
const { understand } = await import('../../dist/reports/review/understand.js');
const { acceptImport } = await import('../../dist/actions/imports/accept-import.js');
const { reviewImport } = await import('../../dist/actions/imports/review-import.js');
const { openStore } = await import('../../dist/store/open-store.js');

const fixture = new URL('../fixtures/progress-report-2020-08.txt', import.meta.url);
const published = await readFile(fixture, 'utf8');
const [title, ...rest] = published.trim().split(/\r?\n/);
const footer = rest.pop();
const repeated = Array.from({ length: Number(times) }, (_, n) =>
  rest.map((line) => line.replace(/^<p>(\d+)\. /, (_all, number) => `<p>${n * 10 + Number(number)}. `)),
).flat();
const bytes = Buffer.from([title, ...repeated, footer].join('\n'));

const folder = await mkdtemp(path.join(tmpdir(), 'import-bench-'));
const store = await openStore({ kind: 'embedded', dataDir: folder, onLockLost: () => {} });
const taken = [];
const timed = async (work) => {
  const began = performance.now();
  const result = await work();
  taken.push(Math.round(performance.now() - began));
  return result;
};
const read = await timed(async () => {
  const { value } = await readTableFile({ name: 'report.txt', bytes });
  understand(value.grid);
  return value;
});
const now = new Date('2020-08-24T00:00:00Z');
const ports = { store, aliases: async () => new Map(), timeZone: 'Asia/Tokyo' };
const accepted = await timed(() =>
  acceptImport(ports, {
    file: read,
    acceptance: { kind: 'likely' },
    by: { kind: 'operator', author: { personId: 'OPERATOR', posts: [] } },
    requestKey: 'bench',
    origin: { via: 'operator', channelId: null, permalink: null },
    now,
  }),
);
const again = await timed(() => reviewImport(ports, { file: read, now }));
const left = again.value.review.rows.filter(({ difference }) => difference !== 'unchanged').length;
await store.close();
await rm(folder, { recursive: true, force: true });
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const megabytes = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
process.stdout.write(JSON.stringify({ taken, megabytes, written: accepted.value.written.length, left }));
