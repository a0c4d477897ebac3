import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { QuestionPort } from '../../src/actions/ask-question.ts';
import { cachedReader } from '../../src/actions/cached-reader.ts';
import type { ChangeStore } from '../../src/actions/change-ports.ts';
import type { EditionWriter, ProjectReader, WelcomeBook } from '../../src/actions/ports.ts';
import type { RecordReader } from '../../src/actions/records/record-ports.ts';
import type { EditionBook } from '../../src/actions/reports/report-ports.ts';
import type { DigestStore, SubscriptionStore } from '../../src/digests/ports.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { createLog } from '../../src/logging.ts';
import type { Meter } from '../../src/metrics/meter.ts';
import type { ReminderStore, ReminderWishes } from '../../src/reminders/ports.ts';
import type { Painter } from '../../src/reports/pictures/painter.ts';
import { fileRenderer } from '../../src/reports/write/render.ts';
import { DEMO_BOT, DEMO_PEOPLE, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import { type MovableClock, movableClock } from '../../src/sandbox/movable-clock.ts';
import { appFromManifest } from '../../src/sandbox/slack/app-definition.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import { startSlack } from '../../src/sandbox/start-slack.ts';
import { systemWallClock, type WallClock } from '../../src/sandbox/wall-clock.ts';
import type { SlackConnection } from '../../src/slack/app.ts';
import type { After } from '../../src/slack/in-time.ts';
import { startBot } from '../../src/start/bot.ts';
import { plainSearch } from '../../src/start/search.ts';
import { seed } from '../../src/start/seed.ts';
import type { Store } from '../../src/store/open-store.ts';
import { freshStore } from './fresh-stores.ts';
import { leaks } from './leaks.ts';
import { badManners } from './manners.ts';
import type { OpenedStore } from './stores.ts';

export const BOT_TOKEN = 'xoxb-of-the-tests';
const APP_TOKEN = 'xapp-of-the-tests';
const SIGNING_SECRET = 'the signing secret of the tests';

/** The Monday on which the demonstration begins. */
export const MONDAY = new Date('2020-08-24T09:00:00+09:00');

export const STAFF = DEMO_PEOPLE.staff.id;
export const LEAD = DEMO_PEOPLE.lead.id;
export const GUEST = DEMO_PEOPLE.guest.id;
export const STRANGER = DEMO_PEOPLE.stranger.id;
export const ENGLISH = DEMO_PEOPLE.english.id;
/** Everybody and the bot are in it. */
export const CHANNEL = 'C0STRATEGY';
/** The bot is not in it. */
export const WITHOUT_BOT = 'C0CHAT';

/** Both ways in which Slack reaches the bot, for `describe.each(eachIntake)('over %s', (_name, intake) => …)`. */
export const eachIntake = [
  ['HTTP', 'http'],
  ['Socket Mode', 'socket'],
] as const;

export type IntakeKind = (typeof eachIntake)[number][1];

export interface RunOptions {
  readonly intake: IntakeKind;
  readonly reader: ProjectReader;
  /** Where changes go; the reader itself where it is a store. */
  readonly changes?: ChangeStore & WelcomeBook & EditionWriter;
  /** The search; without it one with the simpler splitter. */
  readonly search?: QuestionPort;
  /** Where the words of the search are kept; without it they are the shipped ones. */
  readonly words?: Pick<Store, 'search'>;
  /** Editions and records; a test without reports has none. */
  readonly reports?: Pick<Store, 'editions' | 'records'>;
  /** Where digests are kept; a test without them has none. */
  readonly digests?: Pick<Store, 'digests' | 'subscriptions' | 'reminders' | 'reminderWishes'>;
  readonly administrators?: readonly string[];
  readonly ping?: () => Promise<void>;
  readonly guestsMayRead?: boolean;
  /** Draws pictures, where bots are to share one. */
  readonly painter?: Painter;
  readonly meter?: Meter;
  /** When people are asked to wait; never, unless told, so that no busy machine puts another answer into a test. */
  readonly after?: After;
  /** Compiled files of the page; without them only the page's own address fails. */
  readonly pageDirectory?: URL;
  /** The language of everybody's Slack; without it each has their own. */
  readonly locale?: 'ja-JP' | 'en-US';
}

/** A line of the log, as an operator's tools read it. */
export interface LogLine {
  /** As it was written. */
  readonly line: string;
  /** 30 info, 40 warning, 50 error. */
  readonly level: number;
  readonly msg: string;
  readonly reference?: string;
  readonly err?: { readonly message: string };
}

/** The real bot in our own strict Slack. */
export interface Running {
  readonly slack: SandboxSlack;
  /** The product's clock. */
  readonly clock: MovableClock;
  /** Slack's wall clock, and the system's for the bot; it runs, and can be moved on. */
  readonly wall: WallClock & Pick<MovableClock, 'advance'>;
  /** Where the bot listens. */
  readonly url: URL;
  readonly log: readonly LogLine[];
  /** Resolves once a warning or error is logged that nobody has taken. */
  troubled(): Promise<void>;
  /** The warnings and errors logged so far, which are then expected and no complaint any more. */
  takeTrouble(): readonly LogLine[];
  /** What Slack refused so far, which is then expected and no complaint any more. */
  takeRefusals(): readonly string[];
  /** Tells people what waits for them, as the tick of every minute does. */
  remind(): Promise<void>;
  /** Sends what is due, as the tick of every minute does. */
  digest(): Promise<void>;
  /** Renews Home for those who look at it, as every few seconds; gives of how many. */
  renewHome(): Promise<number>;
  /** Stops the bot alone: it finishes what is under way. */
  stopBot(): Promise<void>;
  /**
   * Stops the bot, then Slack. Gives what nobody expected: messages that Slack refused, acknowledgements that took
   * three seconds or more, warnings and errors in the log, and lines that hold a secret or what a person typed. Every
   * test ends with none.
   */
  stop(): Promise<readonly string[]>;
}

/** A store with the shipped edition. */
export function openSeededStore(): Promise<OpenedStore> {
  return freshStore({ name: 'seeded', load: (store) => seed(store, { now: () => MONDAY }) });
}

const noStore = new Proxy(
  {} as EditionBook &
    RecordReader &
    ChangeStore &
    WelcomeBook &
    EditionWriter &
    DigestStore &
    SubscriptionStore &
    ReminderStore &
    ReminderWishes,
  {
    get: (_, name) => () => Promise.reject(new Error(`this test gave no store to ${String(name)}`)),
  },
);

const never: After = () => ({ passed: new Promise(() => undefined), cancel: () => undefined });

const noChanges: ChangeStore & WelcomeBook & EditionWriter = noStore;

/** As in service, where the reader is a store. */
function followerOf(given: object): { readonly follower?: Store['follower'] } {
  return 'follower' in given ? { follower: (given as Store).follower } : {};
}

/** Editions are the store's, where there is one. */
function editionsOf(given: object): EditionBook {
  return 'editions' in given ? (given as Pick<Store, 'editions'>).editions : noStore;
}

/** A store reads and writes; a reader that a test made writes nothing. */
function changesOf(reader: ProjectReader): typeof noChanges {
  return 'apply' in reader ? (reader as ProjectReader & typeof noChanges) : noChanges;
}

const manifest = new URL('../../manifest.yml', import.meta.url);
const ackLimitMs = 3_000;
const warning = 40;

/** Starts Slack on a Monday in August 2020 and connects the bot, which reads through the cache it has in service. */
export async function run(options: RunOptions): Promise<Running> {
  const clock = movableClock({ start: MONDAY, system: Date.now });
  const wall = runningWall();
  const slack = await startTestSlack(options, { clock, wall });
  const log = logBook();
  const reader = cachedReader(options.reader, { maxProjects: 1_000, ...followerOf(options.reader) });
  const bot = await startBot({
    connection: connectionOf(slack, options.intake),
    reader,
    search: options.search ?? plainSearch(reader, options.words?.search ?? null),
    changes: options.changes ?? changesOf(options.reader),
    reports: {
      editions: options.reports?.editions ?? editionsOf(options.changes ?? options.reader),
      records: options.reports?.records ?? noStore,
      write: fileRenderer(),
    },
    digests: {
      store: options.digests?.digests ?? noStore,
      subscriptions: options.digests?.subscriptions ?? noStore,
      clock: async () => clock.now(),
      // Whoever waits is waited for: the clock moves on.
      pause: async (milliseconds) => clock.advance(milliseconds),
    },
    reminders: {
      store: options.digests?.reminders ?? noStore,
      wishes: options.digests?.reminderWishes ?? noStore,
    },
    administrators: (options.administrators ?? []).map((id) => id as PersonId),
    ping: options.ping ?? (async () => {}),
    guestsMayRead: options.guestsMayRead ?? false,
    ...(options.meter && { meter: options.meter }),
    ...(options.painter && { painter: options.painter }),
    clock,
    timeZone: 'Asia/Tokyo',
    host: '127.0.0.1',
    port: 0,
    log: createLog({ level: 'info', to: log }),
    after: options.after ?? never,
    systemNow: () => wall.now().getTime(),
    // What grows old by it can be made to.
    monotonic: () => wall.now().getTime(),
  });
  const url = new URL(`http://127.0.0.1:${bot.port}`);
  slack.connect(options.intake === 'http' ? new URL('/slack/events', url) : 'socket');
  if (options.intake === 'socket') await slack.until(() => slack.sockets.count() > 0);
  const watch = watchTrouble(slack, log);
  const stopBot = atMostOnce(() => bot.stop());
  const stop = async () => {
    await stopBot();
    await slack.stop();
    return watch.complaints();
  };
  return {
    slack,
    clock,
    wall,
    url,
    log: log.lines,
    ...watch,
    digest: () => bot.digest(),
    renewHome: () => bot.renewHome(),
    remind: () => bot.remind(),
    stopBot,
    stop,
  };
}

interface LogBook {
  readonly lines: readonly LogLine[];
  write(line: string): void;
  /** Resolves when the lines are so. */
  when(isSo: () => boolean): Promise<void>;
}

function logBook(): LogBook {
  const lines: LogLine[] = [];
  const written = new EventEmitter();
  return {
    lines,
    write: (line) => {
      lines.push({ ...JSON.parse(line), line });
      written.emit('line');
    },
    when: async (isSo) => {
      while (!isSo()) await once(written, 'line');
    },
  };
}

function runningWall(): Running['wall'] {
  const timers = systemWallClock(Date.now);
  return {
    ...movableClock({ start: new Date(), system: Date.now }),
    after: (milliseconds, ring) => timers.after(milliseconds, ring),
  };
}

/** The demonstration's workspace with everybody's Slack in one language. */
function speaking(locale: string): typeof DEMO_WORKSPACE {
  return { ...DEMO_WORKSPACE, people: DEMO_WORKSPACE.people.map((person) => ({ ...person, locale })) };
}

async function startTestSlack(
  { pageDirectory, locale }: RunOptions,
  { clock, wall }: Pick<Running, 'clock' | 'wall'>,
): Promise<SandboxSlack> {
  return startSlack({
    workspace: locale === undefined ? DEMO_WORKSPACE : speaking(locale),
    bot: {
      ...DEMO_BOT,
      token: BOT_TOKEN,
      appToken: APP_TOKEN,
      signingSecret: SIGNING_SECRET,
      deliverTo: null,
    },
    app: appFromManifest(parse(await readFile(manifest, 'utf8'))),
    clock,
    wallClock: wall,
    onClockAdvance: (milliseconds) => clock.advance(milliseconds),
    ...(pageDirectory && { pageDirectory }),
  });
}

function connectionOf({ apiUrl }: SandboxSlack, intake: IntakeKind): SlackConnection {
  return {
    botToken: BOT_TOKEN,
    apiUrl,
    intake:
      intake === 'http'
        ? { kind: 'http', signingSecret: SIGNING_SECRET }
        : { kind: 'socket', appToken: APP_TOKEN },
  };
}

function watchTrouble({ refusals, journal }: SandboxSlack, book: LogBook) {
  const { lines } = book;
  let [expectedRefusals, expectedLines] = [0, 0];
  const refused = () =>
    refusals.slice(expectedRefusals).map(({ method, problem }) => `${method}: ${problem}`);
  const trouble = () => lines.slice(expectedLines).filter(({ level }) => level >= warning);
  return {
    troubled: () => book.when(() => trouble().length > 0),
    takeRefusals: () => {
      const taken = refused();
      expectedRefusals = refusals.length;
      return taken;
    },
    takeTrouble: () => {
      const taken = trouble();
      expectedLines = lines.length;
      return taken;
    },
    complaints: () => [
      ...refused().map((refusal) => `Slack refused ${refusal}`),
      ...journal
        .filter(({ direction, milliseconds }) => direction === 'to-bot' && milliseconds >= ackLimitMs)
        .map(({ what, milliseconds }) => `${what} was acknowledged after ${milliseconds} ms`),
      ...trouble().map(({ line }) => `logged ${line}`),
      ...badManners(journal).map((wrong) => `a screen reader stumbles over ${wrong}`),
      ...leaks(lines, journal).map((line) => `a secret or a text was logged: ${line}`),
    ],
  };
}

function atMostOnce(stop: () => Promise<void>): () => Promise<void> {
  let under: Promise<void> | null = null;
  return () => {
    under ??= stop();
    return under;
  };
}
