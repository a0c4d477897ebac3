// npx tsx test/bench/burst.ts, after npm run build: how long `/project 8` takes while a thousand channels get their
// digest in one slot, at 300 posts a minute. One process of the bot on PostgreSQL, and our own strict Slack. Six minutes.
import { randomUUID } from 'node:crypto';
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

/** The clock of the bench begins on Monday, 24 August 2020, at nine in Tokyo: two minutes later all are due. */
const slot = { time: '09:02', at: new Date('2020-08-24T09:02:00+09:00') };

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

/** How many of the channels have their digest. */
const posts = (slack: SandboxSlack) =>
  Array.from({ length: channels }, (_, index) => slack.messages(idOf(index), STAFF).length).filter(
    (count) => count > 0,
  ).length;

async function burst(): Promise<void> {
  const { slack } = await runSlack({ workspace });
  const targets = await makeTargets(slack.apiUrl);
  const target = targets.find(({ name }) => name === 'postgresql');
  if (target === undefined) throw new Error('no PostgreSQL to measure');
  const { env } = target.program;
  await subscribeAll(env.DATABASE_URL ?? '');
  const bot = await start({ ...target.program, env: { ...env, ADMIN_USER_IDS: owner } });
  const door = openDoor(bot.port, commandFactory(`${slack.url}/bench`));
  try {
    await bot.settled;
    await askSteadily(door, { perSecond: 50, milliseconds: 3_000 });
    console.log(`before: ${await timesOf(door)}`);
    while (posts(slack) < 20) await setTimeout(200);
    const began = performance.now();
    const first = posts(slack);
    for (let round = 0; round < 3; round += 1) console.log(`while digests go out: ${await timesOf(door)}`);
    const minutes = (performance.now() - began) / 60_000;
    console.log(`posts a minute meanwhile: ${Math.round((posts(slack) - first) / minutes)}`);
  } finally {
    door.close();
    await bot.stop();
    await slack.stop();
    for (const each of targets) await each.cleanUp();
  }
}

await withServer(burst);
