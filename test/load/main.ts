// npm run load [-- MINUTES] [--questions 200] [--writers 50] [--cpu-prof DIRECTORY]: one process of the built bot on a PostgreSQL of its own that keeps
// what it is told, with 100,000 entries. 200 questions a second, whether or not the last are answered, and 50 people
// each of whom records something every five seconds. Ten minutes, a line for each. Exits with 1 where something failed,
// was lost or written twice, or where a goal was missed: p99 of the commands below 100 ms in every minute, memory that does not grow.
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import { seed } from '../../src/start/seed.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { fillStore } from '../bench/fill.ts';
import { steadily } from '../bench/load.ts';
import { startReplica } from '../replicas/fleet.ts';
import { writeConstantly } from '../replicas/writer.ts';
import { SECRET, TOKEN } from '../sandbox/support/slack.ts';
import { makeOwnPostgres } from '../support/own-postgres.ts';
import { type Gauges, gaugesAt } from './gauges.ts';
import { judgementOf } from './judge.ts';
import { loadSlack, writers } from './people.ts';
import { type Questioner, questioner } from './questioner.ts';
import { head, type Minute, row, type Tally, tally } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '200' },
    writers: { type: 'string', default: '50' },
    'cpu-prof': { type: 'string' },
  },
});
const minutes = Number(positionals[0] ?? 10);
const filling = { projects: 500, entriesEach: 200 };
const projects = filling.projects + 10;
const perSecond = Number(values.questions);
const writing = writers.slice(0, Number(values.writers));
const pauseMs = 5_000;

async function fill(url: string): Promise<number> {
  const database = await openServerDatabase({ url });
  await seed(storeOver(database), { now: () => new Date() });
  const entries = await fillStore(database, filling);
  await database.close();
  return entries;
}

/** How often each text of an entry that people made stands in the store. */
async function countTexts(url: string): Promise<ReadonlyMap<string, number>> {
  const database = await openServerDatabase({ url });
  const rows = await database.prisma.milestone.groupBy({
    by: ['text'],
    where: { text: { contains: 'の記録その' } },
    _count: true,
  });
  await database.close();
  return new Map(rows.map(({ text, _count }) => [text, _count]));
}

interface Rig {
  readonly slack: SandboxSlack;
  readonly told: Tally;
  readonly questions: Questioner;
  readonly gauges: () => Promise<Gauges>;
}

/** The search takes in all entries before it answers; then a while of the same load, of which nothing is counted. */
async function warmUp({ questions, told, gauges }: Rig, log: () => string): Promise<void> {
  while (!log().includes('the dictionary of the search has loaded')) await wait(200);
  await steadily({ perSecond: 20, milliseconds: 10_000 }, questions.ask);
  await questions.answered();
  await steadily({ perSecond, milliseconds: 5_000 }, questions.ask);
  await questions.answered();
  told.minute(await gauges());
  told.failures.clear();
}

async function measure({ slack, told, questions, gauges }: Rig) {
  let goesOn = true;
  const people = writing.map((person, index) =>
    writeConstantly(slack, person, () => goesOn, {
      project: 11 + index,
      // The first pause spreads them over the seconds.
      pause: pauses(index),
      took: (what, milliseconds) => told.took(what, milliseconds),
    }),
  );
  const measured: Minute[] = [];
  console.log(head);
  for (let left = minutes; left > 0; left -= 1) {
    await steadily({ perSecond, milliseconds: Math.min(1, left) * 60_000 }, questions.ask);
    const minute = told.minute(await gauges());
    measured.push(minute);
    console.log(row(measured.length, minute));
  }
  goesOn = false;
  await questions.answered();
  return { measured, written: await Promise.all(people) };
}

function pauses(index: number): () => Promise<unknown> {
  let first = true;
  return () => {
    const milliseconds = first ? (pauseMs * index) / writing.length : pauseMs;
    first = false;
    return wait(milliseconds);
  };
}

function environment(url: string, slack: SandboxSlack) {
  return {
    DATABASE_URL: url,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    ADMIN_USER_IDS: writers.join(','),
    CLOCK_START: '2020-08-24T09:00:00+09:00',
    SEARCH_DICTIONARY: 'on',
    METRICS_PORT: '0',
  };
}

async function load(url: string): Promise<boolean> {
  console.log(`${await fill(url)} entries\n`);
  const slack = await loadSlack();
  const profile = values['cpu-prof'];
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const bot = await startReplica(environment(url, slack), flags);
  slack.connect(new URL(`http://127.0.0.1:${bot.port}/slack/events`));
  const told = tally();
  const responseUrl = `${slack.url}/load`;
  const questions = questioner(told, { port: bot.port, projects, responseUrl });
  const gauges = gaugesAt(Number(/"port":(\d+)[^\n]*"msg":"metrics"/.exec(bot.log())?.[1]));
  try {
    const rig = { slack, told, questions, gauges };
    await warmUp(rig, bot.log);
    const shown = await measure(rig);
    const texts = await countTexts(url);
    const { lines, isGood } = judgementOf({ ...shown, texts });
    console.log('');
    for (const [why, count] of told.failures) console.log(`${count} ×: ${why}`);
    for (const line of lines) console.log(line);
    return isGood;
  } finally {
    questions.close();
    await bot.stop();
    await slack.stop();
  }
}

const server = await makeOwnPostgres();
try {
  await server.start();
  process.exitCode = (await load(server.url)) ? 0 : 1;
} finally {
  await server.remove();
}
