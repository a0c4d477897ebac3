import type { QuestionPorts } from '../actions/ask-question.ts';
import type { ChangeStore } from '../actions/change-ports.ts';
import type { WritableVerb } from '../actions/writes/index.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { DigestDesk } from './digests/desk.ts';
import type { HelpLine } from './help/topics.ts';
import type { PictureDesk } from './pictures.ts';
import type { ReminderDesk } from './reminders/desk.ts';
import type { Reply } from './reply.ts';
import type { ReportDesk } from './reports/desk.ts';
import type { Words } from './words/index.ts';

/** What sub-commands read from. */
export interface CommandPorts extends QuestionPorts {
  readonly store: ChangeStore;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  readonly digests: DigestDesk;
  readonly reports: ReportDesk;
  readonly reminders: ReminderDesk;
  readonly pictures: PictureDesk;
}

/** Everything a sub-command may know when it answers. */
export interface Asked {
  readonly ports: CommandPorts;
  readonly person: Person;
  readonly today: CalendarDay;
  /** In which instants are told. */
  readonly timeZone: string;
  /** The moment on the product's clock. */
  readonly now: Date;
  readonly words: Words;
  /** The project it is asked of; null where it is asked of all. */
  readonly project: number | null;
  /** What was typed behind its word, in one width, without page. */
  readonly rest: string;
  /** The past time asked about, as typed behind an @; null for the present. */
  readonly time: string | null;
  /** The page asked for, from 1. */
  readonly page: number;
  /** Where it is asked. */
  readonly channel: string | null;
}

/**
 * What `/project` understands, as a value: its words, how it is explained, and how it answers. Routing, help and
 * suggestions read the same table of these.
 */
export interface Subcommand {
  /** The canonical word, by which buttons call it. */
  readonly name: string;
  /** All words that call it. */
  readonly names: readonly string[];
  /** How those are read that have kanji: they call it as well, where they are no part of a project's name. */
  readonly readings?: readonly string[];
  /** Whether it is asked of one project, of all, or of either. */
  readonly of: 'one' | 'all' | 'either';
  /** Lines for the help; none for what only buttons call. */
  readonly help: readonly HelpLine[];
  /** Whether words behind its own mean something (予定 今月); what opens a form always takes them. */
  readonly takesRest?: boolean;
  /** Whether it can look back (@R2.3). */
  readonly takesTime?: boolean;
  /** The form that it opens; its answer is then a button for where a form cannot be opened at once. */
  readonly opens?: WritableVerb;
  /** Whether it has something to say while there are no projects yet. */
  readonly worksEmpty?: boolean;
  /** Whether its answer names the person who asked, so that it is nobody else's. */
  readonly namesAsker?: boolean;
  /** Whether its answer may change while data, day and asker stay the same. */
  readonly changesByItself?: boolean;
  answer(asked: Asked): Promise<Reply>;
}
