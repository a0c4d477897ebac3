import type { QuestionAnswer } from '../../actions/ask-question.ts';
import type { PostRecord } from '../../actions/change-ports.ts';
import type { WritePorts } from '../../actions/writes/gather.ts';
import type { WritableVerb } from '../../actions/writes/index.ts';
import type { WriteResult } from '../../actions/writes/write-result.ts';
import type { Fields } from '../../actions/writes/write-verb.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { SnapshotKind, Versioned } from '../../domain/change.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Project, ProjectSummary } from '../../domain/project.ts';
import type { Reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import type { Field } from './field.ts';

/** What a form is drawn from, gathered before. */
export interface Facts {
  readonly words: Words;
  readonly today: CalendarDay;
  /** In which instants are told. */
  readonly timeZone: string;
  /** The project it concerns; null while the person has not chosen one. */
  readonly project: Project | null;
  /** What the person can choose from while there is no project. */
  readonly projects: readonly ProjectSummary[];
  /** The row it changes, as it stands now; null for a new one. */
  readonly target: Versioned | null;
  /** Who decides on what the person submits; null where the person may write it. */
  readonly proposesTo: readonly PersonId[] | null;
  /** All posts; empty unless the form needs them. */
  readonly posts: readonly PostRecord[];
  /** All projects; empty unless the form needs them. */
  readonly others: readonly ProjectSummary[];
}

/**
 * A form as a value: which verb it fills in, and what it asks for. Opening, showing problems, conflicts and success
 * are the same for all of them. A new form is one file and one line in the table.
 */
export interface Modal {
  readonly verb: WritableVerb;
  /** At most 24 characters, as the submit button. */
  readonly title: WordKey;
  readonly submit: WordKey;
  /** What leaves it unsubmitted says; modal.cancel where it is left out. */
  readonly close?: WordKey;
  /** Which kind of row it changes; null for one that adds. */
  readonly changes: SnapshotKind | null;
  /** What it adds belongs to no project: the form asks for none. */
  readonly ofNoProject?: boolean;
  /** What it is drawn from besides the project and the row. */
  readonly needs?: readonly ('posts' | 'projects')[];
  /** What the form is about, in lines above its fields: the event, the value so far. */
  about?(facts: Facts, typed: Fields): readonly string[];
  fields(facts: Facts, typed: Fields): readonly Field[];
  /** What stands in the fields at first. */
  initial?(facts: Facts): Fields;
  /** What a line behind `/project 8 WORD`, or a message, fills in. */
  read?(text: string, facts: Facts): Fields;
  /** A verb that this form leads to: deleting from editing. */
  readonly leadsTo?: { readonly verb: WritableVerb; readonly label: WordKey };
  /** Says what was written, where old → new does not say it. */
  confirm?(written: Written, view: Confirming): Promise<Reply>;
}

/** What was written. */
export type Written = Extract<WriteResult, { readonly kind: 'written' }>;

/** What a confirmation is put together from. */
export interface Confirming {
  readonly words: Words;
  readonly today: CalendarDay;
  readonly timeZone: string;
  readonly writes: WritePorts;
  /** What a question in ordinary words finds now; null for who may not read. */
  readonly find: (typed: string) => Promise<QuestionAnswer | null>;
}
