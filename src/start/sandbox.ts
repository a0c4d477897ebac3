import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import { nextReminders } from '../reminders/business-days.ts';
import { DEMO_BOT, DEMO_WORKSPACE } from '../sandbox/demo-workspace.ts';
import { type MovableClock, movableClock } from '../sandbox/movable-clock.ts';
import { appFromManifest } from '../sandbox/slack/app-definition.ts';
import type { SandboxSlack } from '../sandbox/slack/sandbox-slack.ts';
import { startSlack } from '../sandbox/start-slack.ts';
import { systemWallClock } from '../sandbox/wall-clock.ts';
import { exampleFacts } from '../slack/help/example-facts.ts';
import { readyLines } from '../slack/help/help-lines.ts';
import { commandTable } from '../slack/subcommands/index.ts';
import { wordsIn } from '../slack/words/index.ts';
import { startBot } from './bot.ts';
import { digestPauses, moveThroughDigests, scheduleTicks } from './digests.ts';
import { seedDemoDigest } from './sandbox-digest.ts';
import { demoAdministrator, seedDemoRoles } from './sandbox-roles.ts';
import { seed } from './seed.ts';
import type { Parts } from './serve.ts';
import type { Stopping } from './stopping.ts';

/** The Monday after which the edition of August 2020 was published. */
const demonstrationStart = new Date('2020-08-24T09:00:00+09:00');

/** Anyone who can reach the page acts as anyone in it: it stays on this machine. */
const loopback = '127.0.0.1';

const manifestFile = new URL('../../manifest.yml', import.meta.url);

/** Starts our own Slack with its page, loads the shipped edition into an empty store, and connects the bot. */
export async function serveSandbox(parts: Parts, all: Stopping): Promise<void> {
  const { config, log, machine, store, bot } = parts;
  const clock = movableClock({ start: config.CLOCK_START ?? demonstrationStart, system: machine.systemNow });
  const { line } = await seed(store, clock);
  log.info({ line }, 'edition');
  const administrators = [...new Set([demoAdministrator, ...bot.administrators])];
  const { reader, changes } = bot;
  await seedDemoRoles({ store: changes, reader, administrators }, { clock, timeZone: config.TIME_ZONE });
  const rights = { store: changes, administrators };
  const { subscriptions } = store;
  await seedDemoDigest({ subscriptions, rights, clock: async () => clock.now() }, config.TIME_ZONE);
  const secrets = newSecrets();
  const onMove: ((milliseconds: number) => Promise<void>)[] = [];
  const slack = await startDemoSlack(parts, { clock, secrets, onMove });
  all.add('sandbox', () => slack.stop());
  const pauses = digestPauses();
  const running = await startBot({
    ...bot,
    administrators,
    host: loopback,
    homePage: slack.url,
    clock,
    digests: {
      store: store.digests,
      subscriptions,
      clock: async () => clock.now(),
      pause: pauses.pause,
    },
    connection: {
      botToken: secrets.token,
      apiUrl: slack.apiUrl,
      intake: { kind: 'http', signingSecret: secrets.signingSecret },
    },
  });
  all.add('bot', () => running.stop());
  await parts.metrics.open({ bot: running, clock: async () => clock.now() });
  // Whoever moves the clock on is not to wait for the next minute of the system's.
  const timeZone = config.TIME_ZONE;
  const digests = scheduleTicks(running.digest, { name: 'sending digests', log, timeZone, pauses });
  const reminders = scheduleTicks(running.remind, { name: 'reminding', log, timeZone, pauses });
  all.add('digests', digests.stop);
  all.add('reminders', reminders.stop);
  const tick = async () => {
    await digests.tick();
    await reminders.tick();
  };
  onMove.push((milliseconds) =>
    moveThroughDigests(
      { clock, subscriptions, tick, nextReminders: (after) => nextReminders(after, timeZone) },
      milliseconds,
    ),
  );
  slack.connect(new URL(`http://${loopback}:${running.port}/slack/events`));
  machine.say(welcome(slack.url));
}

interface Secrets {
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** New at every start: nothing else on this machine can speak to the bot in the name of the sandbox. */
function newSecrets(): Secrets {
  const random = () => randomBytes(16).toString('hex');
  return { token: `xoxb-${random()}`, appToken: `xapp-${random()}`, signingSecret: random() };
}

async function startDemoSlack(
  { config, machine }: Parts,
  {
    clock,
    secrets,
    onMove,
  }: {
    clock: MovableClock;
    secrets: Secrets;
    onMove: readonly ((milliseconds: number) => Promise<void>)[];
  },
): Promise<SandboxSlack> {
  const today = dayAt(clock.now(), config.TIME_ZONE);
  return startSlack({
    workspace: DEMO_WORKSPACE,
    bot: { ...DEMO_BOT, ...secrets, deliverTo: null },
    app: appFromManifest(parse(await readFile(manifestFile, 'utf8')), { '/project': completions(today) }),
    clock,
    wallClock: systemWallClock(machine.systemNow),
    onClockAdvance: async (milliseconds) => {
      // Until the bot is there, nothing can be due.
      if (onMove.length === 0) clock.advance(milliseconds);
      for (const move of onMove) await move(milliseconds);
    },
    host: loopback,
    port: config.SANDBOX_PORT,
  });
}

/** What the page offers behind `/project`: the lines of the help, those that everybody needs first. */
function completions(today: CalendarDay) {
  const facts = exampleFacts([], { own: new Set(), today, language: 'ja' });
  const lines = commandTable.subcommands.flatMap(({ help }) => help);
  const ordered = [
    ...lines.filter(({ short }) => short === true),
    ...lines.filter(({ short }) => short !== true),
  ];
  return readyLines(ordered, facts, wordsIn('ja')).map(({ example, does }) => ({
    text: example,
    hint: does,
  }));
}

function welcome(url: string): string {
  return [
    '',
    '  進捗 Shinchoku: the sandbox is ready (no Slack credentials are set, so it runs its own Slack).',
    `  Open ${url}/ and type  /project 8`,
    '  Stop it with Ctrl+C.',
    '',
  ].join('\n');
}
