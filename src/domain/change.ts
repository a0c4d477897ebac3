import type { Comparator, IndicatorId, Value } from './indicator.ts';
import type {
  DatedOccurrence,
  Mark,
  MilestoneId,
  MilestoneState,
  StrandId,
  WorkingGroupId,
} from './milestone.ts';
import type { Period } from './period/period.ts';
import type { PersonId } from './person.ts';
import type { ProjectId } from './project.ts';
import type { Rhythm } from './rhythm.ts';

declare const brand: unique symbol;
export type ChangeId = string & { readonly [brand]: 'ChangeId' };
export type PostId = string & { readonly [brand]: 'PostId' };

/**
 * Everything that people can change, as it stands at a moment: plain data, kept word for word in the audit trail.
 * A change is a snapshot before and one after; adding has no before, removing no after; undoing swaps the two.
 */
export type Snapshot =
  | MilestoneSnapshot
  | ObservationSnapshot
  | IndicatorSnapshot
  | ProjectSnapshot
  | StrandSnapshot
  | WorkingGroupSnapshot
  | ProgrammeSnapshot
  | InitiativeSnapshot
  | PostSnapshot
  | OccupancySnapshot
  | RoleSnapshot
  | WordSnapshot
  | SynonymSnapshot;

export type SnapshotKind = Snapshot['kind'];

export interface MilestoneSnapshot {
  readonly kind: 'milestone';
  readonly projectId: ProjectId;
  readonly parentId: MilestoneId | null;
  readonly strandId: StrandId | null;
  readonly workingGroupId: WorkingGroupId | null;
  readonly column: 'progress' | 'upcoming';
  readonly mark: Mark;
  readonly text: string;
  readonly state: MilestoneState;
  readonly dates: readonly DatedOccurrence[];
  readonly figures: readonly string[];
  readonly notes: readonly string[];
  /** The period for which it was first planned, once that is no longer its date. */
  readonly firstPlanned: Period | null;
}

/** Only ever added and withdrawn: a correction withdraws one and adds another in one change set. */
export interface ObservationSnapshot {
  readonly kind: 'observation';
  readonly indicatorId: IndicatorId;
  readonly value: Value;
  readonly asOf: Period | null;
  readonly note: string | null;
}

export interface IndicatorSnapshot {
  readonly kind: 'indicator';
  readonly projectId: ProjectId;
  readonly name: string;
  readonly unit: string;
  readonly unitOnActual: boolean;
  readonly target: Value;
  readonly comparator: Comparator;
  readonly comparatorWritten: boolean;
  readonly cumulative: boolean;
  readonly rhythm: Rhythm;
  readonly note: string | null;
}

export interface ProjectSnapshot {
  readonly kind: 'project';
  readonly number: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A retired project is no longer listed; it stays in the history and can be brought back. */
  readonly retired: boolean;
}

export interface StrandSnapshot {
  readonly kind: 'strand';
  readonly projectId: ProjectId;
  readonly parentId: StrandId | null;
  readonly name: string;
}

export interface WorkingGroupSnapshot {
  readonly kind: 'working-group';
  readonly projectId: ProjectId;
  readonly strandId: StrandId | null;
  readonly name: string;
}

export interface ProgrammeSnapshot {
  readonly kind: 'programme';
  readonly projectId: ProjectId;
  readonly name: string;
  readonly national: boolean;
  readonly isNew: boolean;
}

/** A line of work (▼). */
export interface InitiativeSnapshot {
  readonly kind: 'initiative';
  readonly projectId: ProjectId;
  readonly text: string;
}

/** A post (section and name of the post) that people occupy: 産業政策課 主任. */
export interface PostSnapshot {
  readonly kind: 'post';
  readonly section: string;
  readonly name: string;
  readonly isAdministrator: boolean;
}

/** A person in a post. */
export interface OccupancySnapshot {
  readonly kind: 'occupancy';
  readonly postId: PostId;
  readonly personId: PersonId;
}

export const projectRoles = ['lead', 'deputy'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** What a post is in a project. */
export interface RoleSnapshot {
  readonly kind: 'role';
  readonly postId: PostId;
  readonly projectId: ProjectId;
  readonly role: ProjectRole;
}

/** A word that counts as one in the search, whatever a dictionary makes of it. */
export interface WordSnapshot {
  readonly kind: 'word';
  readonly written: string;
  /** In kana; without it the word is not found by kana. */
  readonly reading: string | null;
  /** Words inside it that find it as well. */
  readonly parts: readonly string[];
}

/** What staff say, and what the table writes for it. */
export interface SynonymSnapshot {
  readonly kind: 'synonym';
  readonly from: string;
  readonly to: readonly string[];
}

/** Which row. */
export interface Target {
  readonly kind: SnapshotKind;
  readonly id: string;
}

/** A snapshot with the version that guards it against lost updates. */
export interface Versioned {
  readonly target: Target;
  readonly version: number;
  readonly snapshot: Snapshot;
}

/** What somebody did, in the words of the history. */
export const changeVerbs = [
  'record-milestone',
  'plan-event',
  'complete-event',
  'postpone-event',
  'cancel-event',
  'sharpen-event',
  'edit-milestone',
  'delete-milestone',
  'record-observation',
  'correct-observation',
  'add-indicator',
  'edit-indicator',
  'add-project',
  'edit-project',
  'retire-project',
  'restore-project',
  'merge-projects',
  'add-strand',
  'edit-strand',
  'add-working-group',
  'edit-working-group',
  'add-programme',
  'edit-programme',
  'add-post',
  'edit-post',
  'assign-person',
  'release-person',
  'grant-role',
  'revoke-role',
  'hand-over',
  'add-word',
  'edit-word',
  'remove-word',
  'add-synonym',
  'edit-synonym',
  'remove-synonym',
  'import-edition',
  'undo',
] as const;
export type ChangeVerb = (typeof changeVerbs)[number];

/** Who did it, with the posts held at that moment, as text: posts are renamed, the record is not. */
export interface Author {
  readonly personId: PersonId;
  readonly posts: readonly string[];
}

/** Where it was said. */
export interface Origin {
  readonly via: 'command' | 'button' | 'message-shortcut' | 'global-shortcut' | 'operator';
  readonly channelId: string | null;
  /** The message it was read from. */
  readonly permalink: string | null;
}

/** One row of the audit trail. Rows are only added. */
export interface Change {
  readonly id: ChangeId;
  /** Changes of one submission share it. */
  readonly setId: string;
  readonly at: Date;
  readonly verb: ChangeVerb;
  readonly target: Target;
  /** The project it concerns; null for posts and people. */
  readonly projectId: ProjectId | null;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
  readonly by: Author;
  readonly approvedBy: Author | null;
  readonly reason: string | null;
  readonly origin: Origin;
  /** The set that this one takes back. */
  readonly undoes: string | null;
}
