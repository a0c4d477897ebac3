import type { ChangeStore } from '../actions/change-ports.ts';
import type { EditionWriter, ProjectFollower, ProjectReader, WelcomeBook } from '../actions/ports.ts';
import type { RecordReader } from '../actions/records/record-ports.ts';
import type { EditionBook } from '../actions/reports/report-ports.ts';
import type { DigestStore, SharedClock, SubscriptionStore } from '../digests/ports.ts';
import type { ReminderStore, ReminderWishes } from '../reminders/ports.ts';
import type { SearchStore } from '../search/ports.ts';
import { changeStore } from './change-store.ts';
import type { Database } from './database.ts';
import { databaseNow } from './digest-clock.ts';
import { digestStore } from './digest-store.ts';
import { subscriptionStore } from './digest-subscriptions.ts';
import { editionBook } from './edition-book.ts';
import { loadEdition } from './edition-writer.ts';
import type { Heartbeat } from './folder-lock.ts';
import { oldestDue } from './oldest-due.ts';
import { projectFollower, projectReader } from './project-reader.ts';
import { recordReader } from './record-reader.ts';
import { reminderStore } from './reminder-store.ts';
import { reminderWishes } from './reminder-wishes.ts';
import { revisionOf } from './revision.ts';
import { searchStore } from './search-store.ts';
import { openServerDatabase } from './server-database.ts';
import { type Upkeep, upkeepOf } from './upkeep.ts';
import { noteWelcome } from './welcome-book.ts';

export type StoreOptions =
  | {
      readonly kind: 'embedded';
      /** The operator's folder; made if it is not there. */
      readonly dataDir: string;
      /** Called when another process took the folder: the process has to end. */
      readonly onLockLost: (error: Error) => void;
      readonly heartbeat?: Heartbeat;
    }
  | {
      readonly kind: 'server';
      /** `postgresql://USER:PASSWORD@HOST:PORT/DATABASE` */
      readonly url: string;
    };

/** Where projects live. Every call rejects when the database is down; none waits for ever. */
export interface Store extends ProjectReader, EditionWriter, ChangeStore, WelcomeBook {
  readonly kind: 'embedded' | 'server';
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Tells which projects were written to, and reads those alone. */
  readonly follower: ProjectFollower;
  /** What sends digests, what people set, and the one clock of all replicas. */
  readonly digests: DigestStore;
  readonly subscriptions: SubscriptionStore;
  readonly reminders: ReminderStore;
  readonly reminderWishes: ReminderWishes;
  readonly sharedClock: SharedClock;
  /** The words of the search, and what it keeps over a restart. */
  readonly search: SearchStore;
  /** When the oldest digest that waits at `now` was due; null where none does. */
  oldestDue(now: Date): Promise<Date | null>;
  /** Editions that were loaded or frozen. */
  readonly editions: EditionBook;
  /** What was done in a period, for the record. */
  readonly records: RecordReader;
  /** What has to be called on schedule; null on a server, which looks after itself. */
  readonly upkeep: Upkeep | null;
  /** Waits for what is under way and lets go of everything; a second call does nothing more. */
  close(): Promise<void>;
}

/**
 * Opens the store: made, migrated and ready.
 *
 * @throws StoreRefusal for what the operator has to put right, with a line that says how
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.kind === 'server') return storeOver(await openServerDatabase(options));
  // Loaded here, since it brings an engine that a bot on a server never needs.
  const { openEmbeddedDatabase } = await import('./embedded-database.ts');
  return storeOver(await openEmbeddedDatabase(options));
}

/** The store over a database that is open already. */
export function storeOver(database: Database): Store {
  const revision = revisionOf(database);
  return {
    kind: database.kind,
    ...projectReader(database),
    ...changeStore({ database, revision }),
    revision: () => revision.current(),
    loadEdition: (content, at) => loadEdition({ database, revision, content, at }),
    noteWelcome: (person, at) => noteWelcome(database, { person, at }),
    ping: async () => {
      await database.prisma.$queryRaw`SELECT 1`;
    },
    follower: projectFollower(database),
    digests: digestStore(database),
    subscriptions: subscriptionStore(database),
    reminders: reminderStore(database),
    reminderWishes: reminderWishes(database),
    search: searchStore({ database, revision }),
    sharedClock: () => databaseNow(database),
    oldestDue: (now) => oldestDue(database, now),
    editions: editionBook(database),
    records: recordReader(database),
    upkeep: database.kind === 'embedded' ? upkeepOf(database) : null,
    close: () => database.close(),
  };
}
