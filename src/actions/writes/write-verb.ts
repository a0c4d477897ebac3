import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { ChangeVerb, SnapshotKind, Versioned } from '../../domain/change.ts';
import type { MilestoneState } from '../../domain/milestone.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Period } from '../../domain/period/period.ts';
import type { PeriodRefusal } from '../../domain/period/refusal.ts';
import type { Project } from '../../domain/project.ts';
import type { Draft, PostRecord } from '../change-ports.ts';

/** What a person filled in, by field, as typed; a field that is not there was left empty. */
export type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** The fields of all forms. A modal uses the name as block id, so that a problem finds its place. */
export const fieldNames = [
  'project',
  'strand',
  'group',
  'text',
  'when',
  'figures',
  'note',
  'reason',
  'indicator',
  'value',
  'name',
  'unit',
  'target',
  'comparator',
  'cumulative',
  'frequency',
  'lag',
  'number',
  'aliases',
  'national',
  'isNew',
  'into',
  'section',
  'administrator',
  'person',
  'post',
  'role',
  'word',
  'reading',
  'parts',
  'means',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What is wrong with a field. A closed list: the view words each, with an accepted example. */
export type FieldProblem = { readonly field: FieldName } & (
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly most: number; readonly length: number }
  | { readonly kind: 'unprintable' }
  | { readonly kind: 'period'; readonly refusal: PeriodRefusal }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'wrong-unit'; readonly unit: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-months'; readonly most: number }
  | { readonly kind: 'not-a-state' }
  | { readonly kind: 'future'; readonly today: CalendarDay }
  | { readonly kind: 'unknown-choice' }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-kana' }
  /** A part of a word that does not stand in it. */
  | { readonly kind: 'not-inside'; readonly part: string }
  /** A synonym that stands for itself. */
  | { readonly kind: 'itself' }
  /** An event that is achieved or cancelled can be neither completed nor moved. */
  | { readonly kind: 'wrong-state'; readonly state: MilestoneState }
  /** What sharpens a date lies within it; a date outside it is a postponement. */
  | { readonly kind: 'not-within'; readonly period: Period }
);

/** What a person should look at twice before it is written; the same submission once more confirms it. */
export type Warning =
  | { readonly kind: 'falls'; readonly field: 'value'; readonly from: string }
  | { readonly kind: 'jumps'; readonly field: 'value'; readonly from: string }
  | { readonly kind: 'understood'; readonly field: 'when'; readonly period: Period }
  | { readonly kind: 'older'; readonly field: 'when'; readonly than: Period }
  /** A plan for a time that has passed: more often a slip than meant. */
  | { readonly kind: 'past'; readonly field: 'when'; readonly today: CalendarDay }
  /** An entry of the same words stands there for a time that overlaps. */
  | {
      readonly kind: 'already';
      readonly field: 'text';
      readonly state: MilestoneState;
      readonly period: Period;
    };

/** What a verb decides on, gathered before. */
export interface WriteContext {
  readonly today: CalendarDay;
  /** The project it concerns; null for posts and people. */
  readonly project: Project | null;
  /** The row it changes, as the store holds it now; null for a new one. */
  readonly target: Versioned | null;
  /** The rows of all projects, also of those retired; empty unless the verb needs them. */
  readonly projects: readonly Versioned[];
  /** All posts; empty unless the verb needs them. */
  readonly posts: readonly PostRecord[];
  /** The rows of the project that is changed and of the one named by `into`; empty unless the verb needs them. */
  readonly rows: readonly Versioned[];
  /** The words and synonyms of the search; empty unless the verb needs them. */
  readonly searchWords: readonly Versioned[];
  /** Makes the id of a new row. */
  readonly newId: () => string;
}

export interface Decision {
  readonly drafts: readonly Draft[];
  readonly warnings: readonly Warning[];
  readonly reason: string | null;
}

/** One thing that people can write: who may, and what it changes. Pure. */
export interface WriteVerb {
  readonly verb: ChangeVerb;
  /** Leads, deputies and administrators; or administrators only. Others propose, where there is a project to ask. */
  readonly by: 'writers' | 'administrators';
  /** The kind of the row that it changes; null where it adds one or finds its rows by its fields. */
  readonly changes: SnapshotKind | null;
  /** What it decides on besides the project and the row. */
  readonly needs?: readonly ('projects' | 'posts' | 'rows' | 'search-words')[];
  decide(fields: Fields, context: WriteContext): Outcome<Decision, readonly FieldProblem[]>;
}
