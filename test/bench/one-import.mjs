// One import in a process of its own: prints what each step took in milliseconds, the longest that the event loop was
// held up, and the most memory that all of it took. Arguments: how often the edition of August 2020 is repeated, and
// the address of an empty database on a PostgreSQL server; without it an embedded store. Works on the compiled program.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [times = '1', url] = process.argv.slice(2);
const { readTableFile } = await import('../../dist/reports/read/read-table-file.js');
const { acceptImport } = await import('../../dist/actions/imports/accept-import.js');
const { reviewImport } = await import('../../dist/actions/imports/review-import.js');
const { compareWithLast, freezeEdition } = await import('../../dist/actions/reports/editions.js');
const { undo } = await import('../../dist/actions/writes/undo.js');
const { openStore } = await import('../../dist/store/open-store.js');

const fixture = new URL('../fixtures/progress-report-2020-08.txt', import.meta.url);
const published = await readFile(fixture, 'utf8');
const [title, ...rest] = published.trim().split(/\r?\n/);
const footer = rest.pop();
const august = Array.from({ length: Number(times) }, (_, n) =>
  rest.map((line) => line.replace(/^<p>(\d+)\. /, (_all, number) => `<p>${n * 10 + Number(number)}. `)),
).flat();
// Half a year later: new entries in every project, most sentences worded anew.
const february = august.map((line) =>
  line
    .replace(/\t<p>■/u, '\t<p>■オンライン説明会の開催(R2.12)</p> <p>■')
    .replaceAll('開催', '開催等')
    .replaceAll('実施', '実施等'),
);
const fileOf = (head, rows) => Buffer.from([head, ...rows, footer].join('\n'));

const folder = await mkdtemp(path.join(tmpdir(), 'import-bench-'));
const embedded = { kind: 'embedded', dataDir: folder, onLockLost: () => {} };
const store = await openStore(url === undefined ? embedded : { kind: 'server', url });
const steps = {};
// A timer that comes late tells for how long nobody else was served.
const beat = 5;
const timed = async (name, work) => {
  const began = performance.now();
  let [last, held] = [began, 0];
  const note = () => {
    const now = performance.now();
    held = Math.max(held, now - last - beat);
    last = now;
  };
  const timer = setInterval(note, beat);
  const result = await work();
  note();
  clearInterval(timer);
  steps[name] = { ms: Math.round(performance.now() - began), held: Math.round(held) };
  return result;
};
const by = { kind: 'operator', author: { personId: 'OPERATOR', posts: [] } };
const origin = { via: 'operator', channelId: null, permalink: null };
const person = { id: 'U0ADMIN', standing: 'member', language: 'ja' };
const ports = { store, aliases: async () => new Map(), timeZone: 'Asia/Tokyo' };
const importing = async (name, file, now) => {
  const accepted = await timed(name, () =>
    acceptImport(ports, { file, acceptance: { kind: 'likely' }, by, requestKey: name, origin, now }),
  );
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.refusal));
  return accepted.value;
};
const takingBack = async (name, setId, now) => {
  const all = { store, reader: store, administrators: [person.id] };
  const done = await timed(name, () => undo(all, { setId, person, requestKey: name, origin, now }));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal).slice(0, 300));
};
const read = await timed('read', async () => {
  const { value } = await readTableFile({ name: 'report.txt', bytes: fileOf(title, august) });
  return value;
});
const [then, later] = [new Date('2020-08-24T00:00:00Z'), new Date('2021-02-24T00:00:00Z')];
const first = await importing('first', read, then);
const again = await timed('again', () => reviewImport(ports, { file: read, now: then }));
const left = again.value.review.rows.filter(({ difference }) => difference !== 'unchanged').length;
const next = await readTableFile({
  name: 'report.txt',
  bytes: fileOf(title.replace('令和2年（2020年）8月', '令和3年（2021年）2月'), february),
});
await timed('review', () => reviewImport(ports, { file: next.value, now: later }));
const second = await importing('next', next.value, later);
const reports = { reader: store, editions: store.editions, policy: { guestsMayRead: false } };
const freezing = { ...reports, store, administrators: [person.id] };
const asked = { typed: '', today: '2021-02-24', person, now: later };
const done = async (name, work) => {
  const result = await timed(name, work);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
};
await done('freeze', () => freezeEdition(freezing, asked));
await done('compare', () => compareWithLast(reports, asked));
await takingBack('undo next', second.setId, later);
await takingBack('undo first', first.setId, then);
await store.close();
await rm(folder, { recursive: true, force: true });
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const megabytes = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
const { length: written } = first.written;
process.stdout.write(JSON.stringify({ steps, megabytes, written, changed: second.written.length, left }));
