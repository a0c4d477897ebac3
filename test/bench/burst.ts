// npm run bench:burst: how long `/project 8` takes while a thousand channels get their digest in one slot, at 300 posts
// a minute; of each digest the message and the rest in its thread are two posts. One process of the bot on PostgreSQL,
// and our own strict Slack. Measured from the tick on that finds the slot: then all thousand periods get their rows.
// Three minutes.
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { PersonId } from '../../src/domain/person.ts';
import { DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import { settingsColumns } from '../../src/store/digest-rows.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { settings } from '../digests/support/subscriptions.ts';
import { runSlack, STAFF } from '../sandbox/support/slack.ts';
import { askSteadily, type Door, openDoor } from './load.ts';
import { start } from './program.ts';
import { withServer } from './server.ts';
import { commandFactory } from './signed-command.ts';
import { quantile } from './statistics.ts';
import { makeTargets } from './targets.ts';

const channels = 1_000;
const BOT = 'U0SHINCHOKU';
const owner = 'U0SUZUKI' as PersonId;
const steady = { perSecond: 50, milliseconds: 20_000 };

const idOf = (index: number) => `C1${String(index).padStart(4, '0')}`;

/** The demonstration's people, in a thousand channels more. */
const workspace = {
  ...DEMO_WORKSPACE,
  conversations: [
    ...DEMO_WORKSPACE.conversations,
    ...Array.from({ length: channels }, (_, index) => ({
      id: idOf(index),
      name: `channel-${index}`,
      kind: 'channel' as const,
      members: [STAFF, owner, BOT],
    })),
  ],
};

const minute = 60_000;

/** All are due on Monday, 24 August 2020, at nine in Tokyo. */
const slot = { time: '09:00', at: new Date('2020-08-24T09:00:00+09:00') };

/** The bot ticks with the system's minutes: the tick that finds the slot, after time enough to start and to measure. */
function tickOfSlot(now: number): number {
  return Math.ceil((now + 75_000) / minute) * minute;
}

/** What the clock of the bot has to begin with now, so that the slot comes before that tick however slowly it starts. */
function clockStart(tick: number, now: number): string {
  return new Date(slot.at.getTime() - (tick - 30_000 - now)).toISOString();
}

async function subscribeAll(url: string): Promise<void> {
  const database = await openServerDatabase({ url });
  const data = Array.from({ length: channels }, (_, index) => ({
    id: randomUUID(),
    requestKey: `view-${index}`,
    ...settingsColumns(settings({ channelId: idOf(index), ownerId: owner, time: slot.time })),
    createdAt: slot.at,
    nextRunAt: slot.at,
  }));
  await database.prisma.digestSubscription.createMany({ data });
  await database.close();
}

/** p50 and p99 in milliseconds of so many answers. */
async function timesOf(door: Door): Promise<string> {
  const times = (await askSteadily(door, steady)).map(({ milliseconds }) => milliseconds);
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms (${times.length} answers)`;
}

/** How many channels have their digest, and in how many posts. */
function postedIn(slack: SandboxSlack): { readonly digests: number; readonly posts: number } {
  const counts = Array.from({ length: channels }, (_, index) => slack.messages(idOf(index), STAFF).length);
  return {
    digests: counts.filter((count) => count > 0).length,
    posts: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** When the first digest stood in its channel: milliseconds after the tick; looked for until a minute after it. */
async function firstDigest(slack: SandboxSlack, tick: number): Promise<number> {
  while (postedIn(slack).posts === 0 && Date.now() < tick + minute) await setTimeout(50);
  return Date.now() - tick;
}

/** Three times twenty seconds from a second before the tick on, and what was posted from it on. */
async function measureSlot(slack: SandboxSlack, door: Door, tick: number): Promise<void> {
  await setTimeout(tick - 1_000 - Date.now());
  const first = firstDigest(slack, tick);
  for (let round = 0; round < 3; round += 1) {
    const load = () => loadavg()[0]?.toFixed(1);
    console.log(`from ${round * 20} s on: ${await timesOf(door)}, load ${load()}`);
  }
  const minutes = (Date.now() - tick) / minute;
  const { digests, posts } = postedIn(slack);
  if (digests === 0) throw new Error('the tick did not find the slot: nothing was measured');
  console.log(`the first digest stood there ${await first} ms after the tick`);
  console.log(
    `in ${Math.round(minutes * 60)} s: ${digests} digests in ${posts} posts, ${Math.round(posts / minutes)} posts a minute`,
  );
}

async function burst(): Promise<void> {
  const { slack } = await runSlack({ workspace });
  const targets = await makeTargets(slack.apiUrl);
  const target = targets.find(({ name }) => name === 'postgresql');
  if (target === undefined) throw new Error('no PostgreSQL to measure');
  const { env } = target.program;
  await subscribeAll(env.DATABASE_URL ?? '');
  const tick = tickOfSlot(Date.now());
  const CLOCK_START = clockStart(tick, Date.now());
  const bot = await start({ ...target.program, env: { ...env, CLOCK_START, ADMIN_USER_IDS: owner } });
  const door = openDoor(bot.port, commandFactory(`${slack.url}/bench`));
  try {
    await bot.settled;
    await askSteadily(door, { perSecond: 50, milliseconds: 3_000 });
    console.log(`before: ${await timesOf(door)}`);
    await measureSlot(slack, door, tick);
  } finally {
    door.close();
    await bot.stop();
    await slack.stop();
    for (const each of targets) await each.cleanUp();
  }
}

await withServer(burst);
