import type { DigestStore, Poster, SharedClock } from '../digests/ports.ts';
import type { PersonId } from '../domain/person.ts';
import type { Gathered, ReminderOrder, ReminderStore } from './ports.ts';

/** What the engine is built from. */
export interface ReminderParts<Message> {
  readonly store: ReminderStore;
  readonly clock: SharedClock;
  readonly timeZone: string;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** The pace of all posts of the workspace, which digests share. */
  readonly pace: Pick<DigestStore, 'reserve' | 'slowDown'>;
  readonly gather: () => Promise<Gathered>;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  /** Those of the people who can be told something; rejects while Slack does not tell. */
  readonly present: (people: readonly PersonId[]) => Promise<ReadonlySet<PersonId>>;
  readonly render: (order: ReminderOrder) => Promise<Message>;
  /** The conversation with the person; null where there can be none. Opening it twice gives the same. */
  readonly conversation: (person: PersonId) => Promise<string | null>;
  readonly poster: Poster<Message>;
  /** What went wrong by our own mistake, the database's or Slack's; the engine goes on. */
  readonly report: (error: unknown, during: string) => void;
}
