import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Child, startScript } from '../support/child.ts';
import { BOT_TOKEN, LEAD, MONDAY, type Running, run } from '../support/running.ts';
import { type OpenedStore, serverUrl } from '../support/stores.ts';
import { wordsOf } from './read-message.ts';
import { directOf, openDemoStore } from './roles-and-people.ts';

const steps = ['after keeping it', 'after the claim', 'after the message'] as const;
const script = new URL('./child-proposer.ts', import.meta.url);

let opened: OpenedStore;
let running: Running;
let child: Child;

beforeAll(async () => {
  opened = await openDemoStore();
  const { store } = opened;
  running = await run({ intake: 'http', reader: store, digests: store });
  const { apiUrl } = running.slack;
  child = startScript(script, await urlOf(opened), apiUrl, BOT_TOKEN, MONDAY.toISOString(), ...steps);
}, 120_000);
afterAll(async () => {
  await child.kill();
  const complaints = await running.stop();
  await opened.cleanUp();
  expect(complaints).toEqual([]);
});

/** How many messages the lead has that speak of it. */
const heard = (step: string) =>
  running.slack
    .messages(directOf(LEAD), LEAD)
    .filter((message) => wordsOf(message).includes(`kill -9 ${step}`)).length;

const pass = async (hours: number) => {
  running.clock.advance(hours * 3_600_000);
  await running.remind();
};

test('kill -9 of a process that keeps proposals and tells the lead: told once, and reminded of what may be lost', async () => {
  for (const _step of steps) expect(await child.nextLine()).toBe('reached');
  await child.kill();
  for (const _minute of [1, 2, 3]) await pass(1 / 60);
  // Whether the one in the middle was told nobody can know: it is not told again, and comes with the reminders.
  expect(steps.map(heard)).toEqual([1, 0, 1]);
  await pass(49);
  expect(steps.map(heard)).toEqual([2, 1, 2]);
});

async function urlOf({ database }: OpenedStore): Promise<string> {
  const [row] = await database.prisma.$queryRaw<[{ name: string }]>`SELECT current_database() AS name`;
  const url = new URL(serverUrl());
  url.pathname = `/${row.name}`;
  return url.href;
}
