import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { digestEngine } from '../../src/digests/engine.ts';
import { nextOccurrence } from '../../src/digests/schedule.ts';
import { DEMO_BOT, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import type { Fault } from '../../src/sandbox/slack/state/faults.ts';
import { startSlack } from '../../src/sandbox/start-slack.ts';
import { systemWallClock } from '../../src/sandbox/wall-clock.ts';
import type { Database } from '../../src/store/database.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { subscriptionStore } from '../../src/store/digest-subscriptions.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { type Child, startScript } from '../support/child.ts';
import { createDatabase } from '../support/stores.ts';
import { realParts } from './support/real-parts.ts';
import { emptyDigests, minutesAfter, monday } from './support/rig.ts';
import { doing, settings } from './support/subscriptions.ts';

const places = ['before the claim', 'after the claim', 'after the post', 'after the commit'] as const;
const channelId = 'C0STRATEGY';
const botToken = 'xoxb-1';
const script = new URL('./support/child-engine.ts', import.meta.url);

let slack: SandboxSlack;
let database: Database;
let drop: () => Promise<void>;
let children: ReadonlyMap<string, Child>;

beforeAll(async () => {
  const made = await createDatabase();
  drop = made.drop;
  database = await openServerDatabase({ url: made.url });
  slack = await startSlack({
    workspace: DEMO_WORKSPACE,
    bot: { ...DEMO_BOT, token: botToken, appToken: 'xapp-1', signingSecret: 's', deliverTo: null },
    app: { commands: [], shortcuts: [], events: [], scopes: ['chat:write'] } as never,
    clock: { now: () => monday },
    wallClock: systemWallClock(Date.now),
  });
  const start = (place: string) =>
    startScript(script, made.url, slack.apiUrl, botToken, monday.toISOString(), place);
  children = new Map(places.map((place) => [place, start(place)]));
  for (const child of children.values()) expect(await child.nextLine()).toBe('ready');
}, 120_000);
afterAll(async () => {
  await Promise.all([...children.values()].map((child) => child.kill()));
  await slack.stop();
  await database.close();
  await drop();
});

const shown = () => slack.messages(channelId, 'U0YAMADA').map(({ text }) => text);

/** Another process ticks, minutes later. */
async function tickAfter(minutes: number): Promise<void> {
  const now = minutesAfter(minutes);
  const parts = realParts({ store: digestStore(database), now, slack: { apiUrl: slack.apiUrl, botToken } });
  await digestEngine(parts).tick(now);
}

/** The usual digest of the channel, due on Monday; gives how many messages the channel has. */
async function subscribe(requestKey: string): Promise<number> {
  await emptyDigests(database);
  const whole = settings({ channelId });
  const at = minutesAfter(-1);
  const nextRunAt = nextOccurrence(whole, at).dueAt;
  await subscriptionStore(database).add(whole, { requestKey, nextRunAt, ...doing(at) });
  return shown().length;
}

const ends = async () =>
  (await database.prisma.digestOccurrence.findMany()).map(({ periodKey, state }) => `${periodKey} ${state}`);

test.each([
  ['before the claim', 'sent', 1],
  ['after the claim', 'sent', 1],
  // It stands in the channel, and nobody can say so: people are asked.
  ['after the post', 'unknown', 1],
  ['after the commit', 'sent', 1],
] as const)(
  'kill -9 of a process %s: the period ends as %s, the channel shows %i',
  async (place, end, count) => {
    const before = await subscribe(place);
    const child = children.get(place);
    child?.process.stdin.write('go\n');
    expect(await child?.nextLine()).toBe('reached');
    await child?.kill();
    for (const minutes of [1, 2, 3, 10, 60]) await tickAfter(minutes);
    expect(await ends()).toEqual([`2020-W35 ${end}`]);
    expect(shown().length - before).toBe(count);
  },
);

test.each<[string, Fault, string, number]>([
  ['429 with Retry-After', { kind: 'rate-limited', retryAfter: 20 }, 'sent', 1],
  ['429 without Retry-After', { kind: 'rate-limited', retryAfter: null }, 'sent', 1],
  ['500', { kind: 'server-error' }, 'unknown', 0],
  ['a reply that is lost after Slack accepted', { kind: 'dropped', applied: true }, 'unknown', 1],
])('%s: the period ends as it should, and nothing comes twice', async (name, fault, end, count) => {
  const before = await subscribe(name);
  slack.faults.next('chat.postMessage', fault);
  for (const minutes of [0, 1, 2, 10, 60]) await tickAfter(minutes);
  expect(await ends()).toEqual([`2020-W35 ${end}`]);
  expect(shown().length - before).toBe(count);
});
