import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { systemAfter } from '../../src/slack/in-time.ts';
import { wordsIn } from '../../src/slack/words/index.ts';
import { seed } from '../../src/start/seed.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { aRequest } from '../actions/writes/world.ts';
import { makeOwnPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { type Relay, startRelay } from '../support/relay.ts';
import { CHANNEL, LEAD, MONDAY, type Running, run, STAFF } from '../support/running.ts';
import { newFolder } from '../support/stores.ts';
import { formOf, saidIn, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask } from './talk.ts';

const waiting = wordsIn('ja')('waiting.sentence');

/** A server that may be broken, behind an address that stays, and a bot that is never restarted. */
let server: OwnPostgres;
/** The newest first: its files are beside those of the first. */
const servers: OwnPostgres[] = [];
let relay: Relay;
let store: Store;
let close: () => Promise<void>;
let running: Running;

beforeAll(async () => {
  // What a process loses by dying is the same without: the system has what was written.
  server = await makeOwnPostgres({ folder: await newFolder(), settings: ['fsync=off'] });
  servers.push(server);
  await server.start();
  relay = await startRelay(server.port);
  const database = await openServerDatabase({ url: atRelay() });
  close = () => database.close();
  store = storeOver(database);
  await seed(store, { now: () => MONDAY });
}, 120_000);
afterAll(async () => {
  await close();
  await relay.close();
  for (const each of servers) await each.remove();
});
beforeEach(async () => {
  running = await run({
    intake: 'http',
    reader: store,
    ping: () => store.ping(),
    administrators: [LEAD],
    after: systemAfter,
  });
});
afterEach(async () => {
  // Acknowledgements within three seconds, among others.
  expect(await running.stop()).toEqual([]);
});

function atRelay(): string {
  return Object.assign(new URL(server.url), { port: String(relay.port) }).href;
}

const readiness = async () => (await fetch(new URL('/readyz', running.url))).status;

/** Polls as a balancer does. */
async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if ((await readiness()) === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it is not ready again');
}

/** What stands at last where the question was answered. */
async function answerTo(text: string): Promise<string> {
  const first = await ask(running, text);
  const now = () => running.slack.messages(CHANNEL, STAFF).find(({ ts }) => ts === first.ts) ?? first;
  for (let waits = 0; isWaiting(now()) && waits < 4; waits += 1) {
    await running.slack.until(() => !isWaiting(now())).catch(() => undefined);
  }
  return wordsOf(now());
}

const isWaiting = (message: Message) => wordsOf(message) === waiting;

/** The form of a record, filled in by its line; to be submitted later. */
async function openForm(text: string): Promise<void> {
  await running.slack.command({
    as: LEAD,
    conversation: CHANNEL,
    text: `/project 8 記録 R2.8.20 ${text}`,
  });
  await formOf(running, LEAD);
}

/** Submits the open form; gives what is then said in it, or in the channel where it has gone. */
async function submitted(): Promise<string> {
  const answer = await submit(running, LEAD);
  // Said in the form, in which everything stays as it was typed.
  if (answer.kind === 'errors') return Object.values(answer.errors).join('\n');
  expect(answer).toEqual({ kind: 'taken' });
  const said = () =>
    running.slack.modals(LEAD).map(saidIn)[0] ??
    wordsOf(running.slack.messages(CHANNEL, LEAD).at(-1) ?? { blocks: [] });
  const works = () => said().includes('記録しています');
  for (let waits = 0; works() && waits < 4; waits += 1) {
    await running.slack.until(() => !works()).catch(() => undefined);
  }
  return said();
}

/** How often something stands in the table, and that every row of the trail belongs to one that was counted. */
async function countOf(text: string): Promise<number> {
  const project = await store.findProject(8);
  const { changes } = await store.history({ skip: 0, most: 200 });
  const told = changes.filter(({ after }) => after?.kind === 'milestone' && after.text === text);
  const there = project?.milestones.filter((milestone) => milestone.text === text) ?? [];
  expect(told).toHaveLength(there.length);
  return there.length;
}

/** A write through the action that forms use; rejects where it was not taken. */
async function writeDirectly(text: string): Promise<void> {
  const result = await submitWrite(
    { store, reader: store, administrators: [LEAD as PersonId] },
    aRequest({
      person: { id: LEAD as PersonId, standing: 'member', language: 'ja' },
      fields: { text, when: 'R2.8.20' },
      requestKey: text,
    }),
  );
  if (!result.ok || result.value.kind !== 'written') throw new Error(JSON.stringify(result));
}

/** Each complaint of the person is a line of the log, by its 受付番号; the others say that it is not ready. */
function expectNoted(...complaints: readonly string[]): void {
  const trouble = running.takeTrouble();
  for (const words of complaints) {
    const reference = /受付番号 ([2-9A-Y]{6})/.exec(words)?.[1];
    expect(trouble.map((line) => line.reference)).toContain(reference);
  }
  const others = trouble.filter(({ reference }) => reference === undefined);
  expect([...new Set(others.map(({ msg }) => msg))]).toEqual(['not ready: the store does not answer']);
}

/** What people meet while the store is away: they are told so, and nothing is written. */
async function expectHonesty(text: string): Promise<void> {
  const [answer, failed, status] = await Promise.all([answerTo('8'), submitted(), readiness()]);
  expect(answer).toContain('お答えできませんでした');
  // What was typed stays, to be copied.
  expect(JSON.stringify(running.slack.modals(LEAD))).toContain(text);
  expect(status).toBe(503);
  expectNoted(answer, failed);
  await running.slack.closeView({ as: LEAD, all: true });
}

/** What people meet when it is back: the same bot answers, writes, and nothing is there by half. */
async function expectRecovery(lost: string, next: string): Promise<void> {
  await untilReady();
  running.takeTrouble();
  expect(await answerTo('8')).toContain('13.9%/16.0%');
  expect(await countOf(lost)).toBe(0);
  await openForm(next);
  expect(await submitted()).toContain('記録しました');
  expect(await countOf(next)).toBe(1);
}

describe('PostgreSQL', () => {
  test('is stopped for a while', async () => {
    await openForm('停止中の記録');
    await server.stop('fast');
    await expectHonesty('停止中の記録');
    await server.start();
    await expectRecovery('停止中の記録', '停止後の記録');
  });

  test('is restarted between two questions: whoever asks then is answered', async () => {
    await ask(running, '8');
    await server.stop('fast');
    await server.start();
    await untilReady();
    running.takeTrouble();
    expect(await answerTo('8 指標')).toContain('13.9%/16.0%');
  });

  test('crashes while ten people write: what was accepted is there, and nothing by half', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => `同時の記録${index}`);
    const accepted: string[] = [];
    const writing = texts.map((text) => writeDirectly(text).then(() => accepted.push(text)));
    await Promise.race(writing);
    await server.stop('immediate');
    await Promise.allSettled(writing);
    await server.start();
    await untilReady();
    running.takeTrouble();
    for (const text of texts) {
      const count = await countOf(text);
      expect(accepted.includes(text) ? count === 1 : count <= 1).toBe(true);
    }
    expect(accepted.length).toBeGreaterThan(0);
  });

  test('has no connection left: the bot says so in time, and goes on when there are some', async () => {
    await openForm('満員の記録');
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query('BEGIN; LOCK TABLE "change" IN ACCESS EXCLUSIVE MODE');
    // Each keeps one of the ten connections and waits.
    const holding = Array.from({ length: 10 }, () => store.history({ skip: 0, most: 1 }));
    await expectHonesty('満員の記録');
    await client.query('COMMIT');
    await client.end();
    await Promise.all(holding);
    await expectRecovery('満員の記録', '満員後の記録');
  });

  test('fails over to a standby behind the same address: nothing accepted is lost', async () => {
    const standby = await server.standby();
    servers.unshift(standby);
    await openForm('引き継ぎ前の記録');
    expect(await submitted()).toContain('記録しました');
    await openForm('引き継ぎ中の記録');
    await server.stop('immediate');
    await expectHonesty('引き継ぎ中の記録');
    await standby.promote();
    relay.leadTo(standby.port);
    await expectRecovery('引き継ぎ中の記録', '引き継ぎ後の記録');
    expect(await countOf('引き継ぎ前の記録')).toBe(1);
  });
});
