import type { QuestionPort } from '../actions/ask-question.ts';
import type { ChangeStore } from '../actions/change-ports.ts';
import type { EditionWriter, ProjectReader, WelcomeBook } from '../actions/ports.ts';
import type { Clock } from '../domain/clock.ts';
import type { PersonId } from '../domain/person.ts';
import { boltLogger, type Log } from '../logging.ts';
import type { Meter } from '../metrics/meter.ts';
import { openPainter, type Painter } from '../reports/pictures/painter.ts';
import { connectSlack, type SlackConnection } from '../slack/app.ts';
import { type DigestStores, digestDesk } from '../slack/digests/desk.ts';
import { slackDirectMessages } from '../slack/direct-messages.ts';
import { slackDirectory } from '../slack/directory.ts';
import { slackFiles } from '../slack/files/sender.ts';
import { homeDesk } from '../slack/home/desk.ts';
import { httpFront } from '../slack/http-front.ts';
import { followWork } from '../slack/in-flight.ts';
import type { After } from '../slack/in-time.ts';
import { type ListenerServices, listen } from '../slack/listeners.ts';
import { listenForMentions, slackThreads } from '../slack/mentions.ts';
import { tellWhatIsUntold } from '../slack/modals/proposal/announce.ts';
import { once } from '../slack/once.ts';
import { pictureDesk } from '../slack/pictures.ts';
import { type ReminderStores, reminderDesk } from '../slack/reminders/desk.ts';
import { replyMemory } from '../slack/reply-memory.ts';
import { type ReportDeskParts, reportDesk } from '../slack/reports/desk.ts';
import { respondTo } from '../slack/respond-to.ts';
import { commandTable } from '../slack/subcommands/index.ts';
import { trustsSlackAt } from '../slack/trusted-hosts.ts';
import { watchAcks } from '../slack/watch-acks.ts';
import { dayKeeper } from './day-keeper.ts';
import { slackImports } from './imports.ts';
import { closeServer, listenOn } from './listening.ts';
import { countedBy, measuredChanges, measuredSearch, watchedDigests } from './measured.ts';
import { renewHome } from './renew-home.ts';
import { beginner, causeOf, reporter } from './trace.ts';

export interface BotOptions {
  readonly connection: SlackConnection;
  readonly reader: ProjectReader;
  /** Answers what is asked in ordinary words. */
  readonly search: QuestionPort;
  readonly changes: ChangeStore & WelcomeBook & EditionWriter;
  readonly digests: DigestStores;
  /** Editions and records, and what makes the table as a file. */
  readonly reports: Pick<ReportDeskParts, 'editions' | 'records' | 'write'>;
  readonly reminders: Pick<ReminderStores, 'store' | 'wishes'>;
  /** Draws pictures; without one the bot has its own, for as long as it runs. */
  readonly painter?: Painter;
  /** Who administers by configuration. */
  readonly administrators: readonly PersonId[];
  /** Rejects while the store does not answer. */
  readonly ping: () => Promise<void>;
  readonly guestsMayRead: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly host: string;
  readonly port: number;
  /** Where a browser that opens the bot's own address is sent; nowhere in production. */
  readonly homePage?: string;
  readonly log: Log;
  /** Counts what happens; left out, nothing is counted. */
  readonly meter?: Meter;
  /** Waits before a person is asked to wait. */
  readonly after: After;
  /** The system's clock in milliseconds, for signatures. */
  readonly systemNow: () => number;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
}

export interface Bot {
  /** The port it listens on. */
  readonly port: number;
  /** Rejects while the bot cannot answer. */
  readonly ready: () => Promise<void>;
  /** Tells what was to be told of proposals and of what waits, on the clock of digests; rejects without a store. */
  readonly remind: () => Promise<void>;
  /** Sends the digests that are due on their clock; rejects while the store is down. */
  readonly digest: () => Promise<void>;
  /** Renews Home for those who look at it, as it is done every few seconds; gives of how many. */
  readonly renewHome: () => Promise<number>;
  /** Takes no more requests and finishes what is under way. */
  stop(): Promise<void>;
}

/** Connects the bot to Slack and opens its HTTP door. Rejects when Slack refuses the token or the port is taken. */
export async function startBot(given: BotOptions): Promise<Bot> {
  const options = measured(given);
  const { connection, reader, changes, administrators, ping, log, systemNow, host, port, homePage } = options;
  const { meter, monotonic } = options;
  const slack = await connectSlack(connection, boltLogger(log));
  const failed = (problem: unknown) => meter?.failed(causeOf(problem));
  const begin = beginner(log, failed);
  const report = reporter(begin);
  const inFlight = followWork(report);
  const directMessages = slackDirectMessages(connection);
  const trusts = trustsSlackAt(connection.apiUrl);
  const directory = slackDirectory({
    client: slack.client,
    teamId: slack.identity.teamId,
    monotonic: options.monotonic,
  });
  const digests = digestDesk({
    stores: options.digests,
    connection,
    read: { reader, store: changes, administrators },
    directory,
    directMessages,
    timeZone: options.timeZone,
    report: (problem, reference) => {
      failed(problem);
      log.error({ err: problem, reference }, 'a digest failed');
    },
    now: () => options.clock.now(),
  });
  const painter = options.painter ?? openPainter();
  const files = slackFiles({ ...connection, trusts });
  const pictures = pictureDesk(painter, files);
  const writes = { store: changes, reader, administrators };
  const { store: pace, clock, pause } = options.digests;
  const reminders = reminderDesk({
    stores: { ...options.reminders, pace, clock, pause },
    connection,
    read: writes,
    directory,
    directMessages,
    timeZone: options.timeZone,
    report,
  });
  const reports = reportDesk({
    ...options.reports,
    pictures: painter,
    files,
    directMessages,
    inFlight,
    report,
    now: () => options.clock.now(),
  });
  const policy = { guestsMayRead: options.guestsMayRead };
  const ports = {
    reader,
    search: options.search,
    store: changes,
    administrators,
    policy,
    digests,
    pictures,
    reminders,
    reports,
  };
  const [today, now] = [dayKeeper(options), () => options.clock.now()];
  const home = homeDesk({
    services: { ports, writes, directory, today, now, timeZone: options.timeZone },
    connection,
    monotonic,
    report,
  });
  const stopRenewing = renewHome(home, report);
  const services: ListenerServices = {
    ports,
    home,
    directory,
    table: commandTable,
    memory: replyMemory(),
    today,
    timeZone: options.timeZone,
    ...begin(),
    begin,
    report,
    ...(meter && { counted: countedBy(meter) }),
    after: options.after,
    inFlight,
    trusts,
    respondTo: respondTo({ trusts, report }),
    writes,
    imports: slackImports(
      { store: changes, editions: options.reports.editions, timeZone: options.timeZone },
      { client: slack.client, trusts },
    ),
    client: slack.client,
    directMessages,
    isFirst: once(),
    welcomes: changes,
    now,
    acksMayBeJson: slack.acksMayBeJson,
  };
  listen(slack.app, services);
  listenForMentions(slack.app, { ...services, threads: slackThreads(connection) });
  if (meter)
    watchAcks(slack.app, { acked: (kind, milliseconds) => meter.acked(kind, milliseconds), monotonic });
  slack.app.error(async (problem) => {
    report(problem);
  });
  const ready = async () => {
    if (!slack.isConnected()) throw new Error('not connected to Slack');
    await ping().catch((problem: unknown) => {
      failed(problem);
      log.warn({ err: problem }, 'not ready: the store does not answer');
      throw problem;
    });
  };
  const server = httpFront({
    ready,
    report,
    systemNow,
    ...(slack.requestListener ? { slack: slack.requestListener } : {}),
    ...(homePage ? { homePage } : {}),
  });
  const listening = await listenOn(server, { host, port });
  await slack.start();
  return {
    port: listening,
    ready,
    remind: () => tellWhatIsUntold(services).then(() => reminders.tick()),
    digest: () => digests.tick(),
    renewHome: () => home.renew(),
    async stop() {
      await stopRenewing();
      await closeServer(server);
      // What came through a socket is acknowledged through it: it stays open until then.
      await inFlight.drained();
      await slack.stop();
      await inFlight.drained();
      if (painter !== options.painter) await painter.close();
    },
  };
}

/** The same, with what is counted on the way. */
function measured(options: BotOptions): BotOptions {
  const { meter, monotonic, log, digests } = options;
  const store = watchedDigests(digests.store, { log, ...(meter && { meter }) });
  if (meter === undefined) return { ...options, digests: { ...digests, store } };
  return {
    ...options,
    search: measuredSearch(options.search, { meter, monotonic }),
    changes: measuredChanges(options.changes, meter),
    digests: { ...digests, store },
  };
}
