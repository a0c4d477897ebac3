import { cachedReader } from '../actions/cached-reader.ts';
import type { ProjectReader } from '../actions/ports.ts';
import type { Config } from '../config.ts';
import { holidaysEndSoon, holidaysKnownUntil } from '../digests/holidays.ts';
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import type { Clock } from '../domain/clock.ts';
import type { PersonId } from '../domain/person.ts';
import type { Log } from '../logging.ts';
import { fileRenderer } from '../reports/write/render.ts';
import { systemAfter } from '../slack/in-time.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type BotOptions, startBot } from './bot.ts';
import { digestPauses, scheduleTicks } from './digests.ts';
import { type MetricsPart, metricsPart } from './metrics.ts';
import { type SearchPart, searchPart, shippedWords } from './search.ts';
import { type Stopping, stopping } from './stopping.ts';
import { scheduleUpkeep } from './upkeep.ts';

/** Nobody writes and searches within so many milliseconds; while many write, nobody's search waits for all of them. */
const searchLag = 300;

/** What the machine gives: only `main` takes these from it. */
export interface Machine {
  /** The system's clock in milliseconds. */
  readonly systemNow: () => number;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  /** Ends the process at once: the folder of the store has been taken by another. */
  readonly abort: (problem: Error) => void;
  /** Tells the person at the terminal. */
  readonly say: (line: string) => void;
}

/** What both ways of running have. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly machine: Machine;
  readonly store: Store;
  readonly metrics: MetricsPart;
  /** What a bot needs, but for its connection and its clock. */
  readonly bot: Omit<BotOptions, 'connection' | 'clock' | 'digests'>;
}

/** Opens the store and starts the bot, in a workspace or in the sandbox; gives the way to stop it all. */
export async function serve(config: Config, log: Log, machine: Machine): Promise<Stopping> {
  const all = stopping(log);
  try {
    const store = await openConfigured(config, machine);
    all.add('store', () => store.close());
    if (store.upkeep) all.add('upkeep', scheduleUpkeep(store.upkeep, { log, timeZone: config.TIME_ZONE }));
    const { follower } = store;
    const reader = cachedReader(store, { maxProjects: 1_000, follower, onRevision: () => search.follow() });
    await store.search.loadSearchWords(shippedWords);
    const lag = { most: searchLag, monotonic: machine.monotonic };
    const search = searchPart({ reader, store: store.search, log, lag });
    all.add('search', search.stop);
    const metrics = await metricsPart({ config, log, store }, all);
    const bot = botParts({ config, log, machine, store, reader, search, metrics });
    const parts: Parts = { config, log, machine, store, metrics, bot };
    if (config.slack.kind === 'sandbox') await (await import('./sandbox.ts')).serveSandbox(parts, all);
    else await serveWorkspace({ ...parts, connection: config.slack }, all);
    // Only now: loading the dictionary must not hold up that the bot answers.
    if (config.SEARCH_DICTIONARY === 'on') search.start();
    return all;
  } catch (problem) {
    await all.stop();
    throw problem;
  }
}

/** The store that the configuration names. */
export function openConfigured({ store }: Config, { abort }: Machine): Promise<Store> {
  return openStore(store.kind === 'embedded' ? { ...store, onLockLost: abort } : store);
}

async function serveWorkspace(
  { config, log, machine, bot, store, metrics, connection }: Parts & Pick<BotOptions, 'connection'>,
  all: Stopping,
): Promise<void> {
  const clock = clockOf(config, machine);
  warnOfHolidays(log, dayAt(clock.now(), config.TIME_ZONE));
  const pauses = digestPauses();
  const digests = {
    store: store.digests,
    subscriptions: store.subscriptions,
    // What replicas compare has to be one clock: where nobody moves the product's, it is the database's.
    clock: config.CLOCK_START === null ? store.sharedClock : async () => clock.now(),
    pause: pauses.pause,
  };
  const running = await startBot({ ...bot, connection, clock, digests });
  all.add('bot', () => running.stop());
  await metrics.open({ bot: running, clock: digests.clock });
  const ticking = { log, timeZone: config.TIME_ZONE, pauses };
  all.add('reminders', scheduleTicks(running.remind, { ...ticking, name: 'reminding' }).stop);
  all.add('digests', scheduleTicks(running.digest, { ...ticking, name: 'sending digests' }).stop);
  log.info({ port: running.port, intake: connection.intake.kind }, 'ready');
}

/** A year before the calendar of holidays ends: beyond that, digests and reminders would come on holidays. */
export function warnOfHolidays(log: Log, today: CalendarDay, knownUntil = holidaysKnownUntil): void {
  if (!holidaysEndSoon(today, knownUntil)) return;
  log.warn({ knownUntil }, 'the calendar of holidays ends within a year: update the program');
}

function clockOf({ CLOCK_START }: Config, { systemNow }: Machine): Clock {
  if (CLOCK_START === null) return { now: () => new Date(systemNow()) };
  const ahead = CLOCK_START.getTime() - systemNow();
  return { now: () => new Date(systemNow() + ahead) };
}

function botParts({
  config,
  log,
  machine,
  store,
  reader,
  search,
  metrics,
}: Omit<Parts, 'bot'> & { reader: ProjectReader; search: SearchPart }): Parts['bot'] {
  return {
    reader,
    search,
    changes: store,
    reports: { editions: store.editions, records: store.records, write: fileRenderer() },
    reminders: { store: store.reminders, wishes: store.reminderWishes },
    administrators: config.adminUserIds.map((id) => id as PersonId),
    ping: () => store.ping(),
    guestsMayRead: config.guestsMayRead,
    timeZone: config.TIME_ZONE,
    host: config.HOST,
    port: config.PORT,
    log,
    ...(metrics.meter && { meter: metrics.meter }),
    after: systemAfter,
    systemNow: machine.systemNow,
    monotonic: machine.monotonic,
  };
}
