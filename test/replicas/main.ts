// npm run replicas [-- SECONDS]: three processes of the built bot on one PostgreSQL behind a balancer, people who record
// without a pause, and digests that fall due. First each process is restarted in turn, which must lose no request; then
// one is killed (kill -9), which must lose no write that somebody saw taken, and post nothing twice. Exits 1 otherwise.
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import type { Subscription } from '../../src/digests/subscription.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { DEMO_BOT, DEMO_PEOPLE, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import { appFromManifest } from '../../src/sandbox/slack/app-definition.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import { startSlack } from '../../src/sandbox/start-slack.ts';
import { systemWallClock } from '../../src/sandbox/wall-clock.ts';
import { seed } from '../../src/start/seed.ts';
import { withStoreClient } from '../../src/store/client.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { withServer } from '../bench/server.ts';
import { doing, settings } from '../digests/support/subscriptions.ts';
import { lead } from '../support/changes.ts';
import { createDatabase } from '../support/stores.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type Replica, startReplica } from './fleet.ts';
import { writeConstantly } from './writer.ts';

const [seconds = 60] = process.argv.slice(2).map(Number);

const TOKEN = 'xoxb-of-the-replicas';
const SECRET = 'the signing secret of the replicas';
const CHANNEL = 'C0STRATEGY';
const periods = 20;
const { staff, lead: leader, administrator, english } = DEMO_PEOPLE;
const writers = [staff.id, leader.id, administrator.id, english.id];

async function startWorkspace(): Promise<SandboxSlack> {
  const wallClock = systemWallClock(Date.now);
  const manifest = new URL('../../manifest.yml', import.meta.url);
  return startSlack({
    workspace: DEMO_WORKSPACE,
    bot: { ...DEMO_BOT, token: TOKEN, appToken: 'xapp-none', signingSecret: SECRET, deliverTo: null },
    app: appFromManifest(parse(await readFile(manifest, 'utf8'))),
    clock: { now: () => new Date() },
    wallClock,
    onClockAdvance: () => undefined,
  });
}

/** Digests that somebody pressed for: due now, and all in one channel. */
async function orderDigests(store: Store): Promise<void> {
  const now = await store.sharedClock();
  const never = new Date(now.getTime() + 365 * 86_400_000);
  const given = settings({ channelId: CHANNEL, ownerId: administrator.id as never, confirmedShared: true });
  const made = { requestKey: 'replicas', nextRunAt: never, at: now, by: lead };
  const subscription: Subscription = await store.subscriptions.add(given, made);
  const span = { first: calendarDay('2020-08-24'), last: calendarDay('2020-09-20') };
  for (let period = 0; period < periods; period += 1) {
    const planned = { periodKey: `hand-${period}`, dueAt: now, span };
    await store.subscriptions.addByHand(subscription.id, planned, doing(now));
  }
}

interface Fleet {
  readonly replicas: Replica[];
  readonly env: Readonly<Record<string, string>>;
  readonly balancer: Balancer;
}

const serveAll = ({ balancer, replicas }: Fleet) => balancer.serve(replicas.map(({ port }) => port));

/** A supervisor's update: the next is stopped when the last one's successor is ready. */
async function rollingRestart(fleet: Fleet): Promise<readonly (number | null)[]> {
  const codes: (number | null)[] = [];
  for (const old of fleet.replicas.slice()) {
    fleet.replicas.splice(fleet.replicas.indexOf(old), 1, await startReplica(fleet.env));
    serveAll(fleet);
    codes.push(await old.stop());
  }
  return codes;
}

async function killOne(fleet: Fleet): Promise<void> {
  const [victim] = fleet.replicas.splice(0, 1);
  // The balancer does not know yet.
  await victim?.kill();
  await wait(1_000);
  serveAll(fleet);
}

/** Digests are sent on the minute. */
const untilTheMinute = () => wait(60_000 - (Date.now() % 60_000) + 700);

async function judge(store: Store, slack: SandboxSlack, accepted: readonly string[]) {
  const texts = (await store.findProject(8))?.milestones.map(({ text }) => text) ?? [];
  const digests = slack.messages(CHANNEL, staff.id).filter(({ threadTs }) => threadTs === null).length;
  return {
    accepted: accepted.length,
    lost: accepted.filter((text) => !texts.includes(text)),
    twice: texts.filter((text, index) => texts.indexOf(text) !== index),
    digests,
  };
}

async function run(url: string): Promise<boolean> {
  const store = await openStore({ kind: 'server', url });
  await seed(store, { now: () => new Date() });
  const slack = await startWorkspace();
  const balancer = await startBalancer();
  slack.connect(balancer.url);
  const env = {
    DATABASE_URL: url,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    ADMIN_USER_IDS: writers.join(','),
  };
  const replicas = await Promise.all([1, 2, 3].map(() => startReplica(env)));
  const fleet: Fleet = { replicas, env, balancer };
  serveAll(fleet);
  let goesOn = true;
  const writing = writers.map((person) => writeConstantly(slack, person, () => goesOn));
  await wait((seconds * 1_000) / 4);
  const before = slack.journal.length;
  const codes = await rollingRestart(fleet);
  // An acknowledgement that is late is slow, and not lost: on a busy machine there are such.
  const ends = slack.journal.slice(before).filter(({ direction }) => direction === 'to-bot');
  const lostByRestart = ends.filter(({ status }) => !['ack', 'operation_timeout'].includes(status));
  await orderDigests(store);
  await untilTheMinute();
  await killOne(fleet);
  await wait((seconds * 1_000) / 2);
  goesOn = false;
  const done = await Promise.all(writing);
  await untilAllHaveEnded(url);
  const told = await judge(
    store,
    slack,
    done.flatMap(({ accepted }) => accepted),
  );
  const states = await digestStates(url);
  console.log({
    ...told,
    states,
    codes,
    requestsOfRestart: ends.length,
    lostByRestart: lostByRestart.length,
    tries: balancer.tries(),
  });
  console.log({ troubles: done.flatMap(({ troubles }) => troubles) });
  for (const replica of fleet.replicas) await replica.stop();
  balancer.close();
  await slack.stop();
  await store.close();
  const sent = states.sent ?? 0;
  const unsure = states.unknown ?? 0;
  const isCounted = told.digests >= sent && told.digests <= sent + unsure && sent + unsure === periods;
  return (
    told.lost.length === 0 &&
    told.twice.length === 0 &&
    isCounted &&
    lostByRestart.length === 0 &&
    codes.every((code) => code === 0)
  );
}

/** What the killed one had in hands is taken over after its lease of two minutes, at a minute after that. */
async function untilAllHaveEnded(url: string): Promise<void> {
  for (let looks = 0; looks < 60; looks += 1) {
    const { waiting = 0, claimed = 0, posting = 0 } = await digestStates(url);
    if (waiting + claimed + posting === 0) return;
    await wait(5_000);
  }
}

/** How the periods ended, by state. */
async function digestStates(url: string): Promise<Readonly<Record<string, number>>> {
  return withStoreClient({ kind: 'server', url }, async (client) => {
    const { rows } = await client.query<{ state: string; count: number }>(
      'SELECT "state"::text, count(*)::int AS "count" FROM "digest_occurrence" GROUP BY 1',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  });
}

await withServer(async () => {
  const { url, drop } = await createDatabase();
  try {
    process.exitCode = (await run(url)) ? 0 : 1;
  } finally {
    await drop();
  }
});
