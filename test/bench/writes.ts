import { pathToFileURL } from 'node:url';
import { cachedReader } from '../../src/actions/cached-reader.ts';
import type { ChangeSet } from '../../src/actions/change-ports.ts';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { seed } from '../../src/start/seed.ts';
import { CHANNEL, LEAD, MONDAY, type Running, run } from '../support/running.ts';
import { type OpenedStore, openServerStore } from '../support/stores.ts';
import { type Filling, fillStore } from './fill.ts';
import { quantile } from './statistics.ts';

const filling: Filling = { projects: 500, entriesEach: 200 };
const [opens, writes, atOnce] = [200, 300, 50];
const goals = { open: 300, write: 100 } as const;

/** What was measured; times in milliseconds. */
interface WritesMeasured {
  readonly entries: number;
  /** From the command until Slack has the view, with our own Slack's part in it. */
  readonly opened: readonly number[];
  /** Until the form is filled in. */
  readonly filled: readonly number[];
  /** A submission from the rights to the committed row, audit row and request. */
  readonly written: readonly number[];
  /** Of that the transaction alone. */
  readonly applied: readonly number[];
  /** Of fifty people at once: how long the last one waited, and what the tables then held more. */
  readonly lastOfAll: number;
  readonly newRows: number;
  readonly newAuditRows: number;
}

/** Forms and writes on PostgreSQL with 100,000 entries in it. */
async function measureWrites(opened: OpenedStore): Promise<WritesMeasured> {
  const { store, database } = opened;
  await seed(store, { now: () => MONDAY });
  const entries = await fillStore(database, filling);
  const running = await run({ intake: 'http', reader: store, changes: store, administrators: [LEAD] });
  const visible: Opened[] = [];
  try {
    for (let n = 0; n < opens; n += 1) visible.push(await openForm(running, projectOf(n)));
  } finally {
    await running.stop();
  }
  const applied: number[] = [];
  const write = writerOf(opened, applied);
  const written: number[] = [];
  for (let n = 0; n < writes; n += 1) written.push(await timed(() => write(projectOf(n), `w${n}`)));
  const alone = applied.slice();
  const { prisma } = database;
  const counted = async () => [await prisma.milestone.count(), await prisma.change.count()] as const;
  const before = await counted();
  const people = Array.from({ length: atOnce }, (_, index) => `p${index}`);
  const lastOfAll = await timed(() => Promise.all(people.map((person) => write(8, person))));
  const after = await counted();
  return {
    entries,
    opened: visible.map(({ view }) => view),
    filled: visible.map(({ form }) => form),
    written,
    applied: alone,
    lastOfAll,
    newRows: after[0] - before[0],
    newAuditRows: after[1] - before[1],
  };
}

/** Another project each time, so that what is remembered does not help. */
function projectOf(n: number): number {
  return 11 + ((n * 37) % filling.projects);
}

interface Opened {
  readonly view: number;
  readonly form: number;
}

async function openForm({ slack }: Running, project: number): Promise<Opened> {
  const start = performance.now();
  const text = `/project ${project} 記録 R2.8.20 計測`;
  const sent = slack.command({ as: LEAD, conversation: CHANNEL, text });
  await slack.until(() => slack.modals(LEAD).length > 0);
  const view = performance.now() - start;
  await slack.until(() => slack.modals(LEAD).at(-1)?.view.submit !== undefined);
  const form = performance.now() - start;
  await sent;
  await slack.closeView({ as: LEAD });
  return { view, form };
}

/** Writes as the lead, through the action that forms use and the reader that is in service; notes each transaction. */
function writerOf(
  { store }: OpenedStore,
  applied: number[],
): (project: number, key: string) => Promise<void> {
  const person = { id: LEAD as PersonId, standing: 'member', language: 'ja' } as const;
  const ports = {
    store: {
      ...store,
      apply: async (set: ChangeSet) => {
        const start = performance.now();
        const result = await store.apply(set);
        applied.push(performance.now() - start);
        return result;
      },
    },
    reader: cachedReader(store, { maxProjects: 1_000 }),
    administrators: [person.id],
  };
  return async (projectNumber, key) => {
    const result = await submitWrite(ports, {
      verb: 'record-milestone',
      person,
      fields: { text: `計測のための記録 ${key}`, when: 'R2.8.20' },
      projectNumber,
      row: null,
      requestKey: `bench ${key}`,
      origin: { via: 'command', channelId: CHANNEL, permalink: null },
      confirmed: null,
      now: MONDAY,
      today: calendarDay('2020-08-24'),
    });
    if (!result.ok) throw new Error(`not written: ${JSON.stringify(result.refusal)}`);
    if (result.value.kind !== 'written') throw new Error('only proposed');
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The report of `npm run bench` on forms and writes. */
export async function writesReport(): Promise<string> {
  const opened = await openServerStore();
  try {
    const measured = await measureWrites(opened);
    const { entries, lastOfAll, newRows, newAuditRows } = measured;
    const lost = newRows === atOnce && newAuditRows === atOnce ? '✅ nothing lost' : '❌ lost';
    return [
      `Forms and writes on PostgreSQL with ${entries.toLocaleString('en')} entries`,
      '',
      '| | p50 ms | p99 ms |',
      '| --- | ---: | --- |',
      line(`modal visible (${opens} times)`, measured.opened, goals.open),
      line('form filled in', measured.filled, null),
      line(`write and audit (${writes} times)`, measured.written, goals.write),
      line('— of which the transaction', measured.applied, null),
      '',
      `${atOnce} people writing to one project at once: ${newRows} rows and ${newAuditRows} audit rows more ${lost}, all answered after ${Math.round(lastOfAll)} ms.`,
    ].join('\n');
  } finally {
    await opened.cleanUp();
  }
}

function line(title: string, values: readonly number[], goal: number | null): string {
  const p99 = quantile(values, 0.99);
  const judged = goal === null ? '' : ` ${p99 < goal ? '✅' : '❌ missed:'} < ${goal}`;
  return `| ${title} | ${quantile(values, 0.5).toFixed(1)} | ${p99.toFixed(1)}${judged} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { withServer } = await import('./server.ts');
  await withServer(async () => {
    process.stdout.write(`${await writesReport()}\n`);
  });
}
