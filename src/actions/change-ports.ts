import type {
  Author,
  Change,
  ChangeVerb,
  Origin,
  ProjectRole,
  Snapshot,
  SnapshotKind,
  Target,
  Versioned,
} from '../domain/change.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';

/** One row to be changed. Ids of new rows are made by the caller through `newId`. */
export interface Draft {
  readonly target: Target;
  readonly projectId: ProjectId | null;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
  /** The version on which `before` was read; null for a new row and for one that is brought back under its id. */
  readonly version: number | null;
  /**
   * Where a new row stands in its list: behind that sister, null before all of them. Left out, behind the last; so it
   * does where the sister is not there.
   */
  readonly behind?: string | null | undefined;
  /** Where an observation of an edition stands in it: the project's number there, and which of its indicators, from 1. */
  readonly row?: { readonly project: number; readonly line: number } | undefined;
}

/** The edition from which a set comes: its observations are that edition's, and the projects are in it. */
export interface SetEdition {
  readonly content: EditionContent;
  readonly projects: readonly ProjectId[];
}

/** All that one submission changes, applied whole or not at all. */
export interface ChangeSet {
  /** The same for every delivery of one submission: view id + hash, trigger id. */
  readonly requestKey: string;
  readonly at: Date;
  readonly verb: ChangeVerb;
  readonly by: Author;
  readonly approvedBy: Author | null;
  readonly reason: string | null;
  readonly origin: Origin;
  readonly undoes: string | null;
  readonly drafts: readonly Draft[];
  /** The proposal that this decides, closed in the same transaction. */
  readonly proposalId?: string;
  /** Kept in the same transaction, unless an edition of its month is there; undoing the set takes projects back to theirs. */
  readonly edition?: SetEdition;
  /** Whether the proposal was corrected before it was approved. */
  readonly amended?: boolean;
  /** Who must be allowed to write it; null for the program itself. */
  readonly guard: Guard | null;
}

/**
 * A right, asked again within the transaction that writes: one that was taken away after the action asked counts no
 * more.
 */
export interface Guard {
  readonly person: PersonId;
  /** Whether somebody of this standing may. */
  readonly allows: (standing: Standing) => boolean;
}

export type ApplyResult =
  /** `changes` in the order of the drafts. */
  | { readonly kind: 'applied'; readonly setId: string; readonly changes: readonly Change[] }
  /** The request key was seen: what was written then. */
  | { readonly kind: 'repeated'; readonly setId: string; readonly changes: readonly Change[] }
  /** The person of the guard may not write it any more; nothing was written. */
  | { readonly kind: 'not-allowed' }
  /** Somebody was faster: how the row stands now (null: it is gone) and who changed it last. */
  | {
      readonly kind: 'conflict';
      readonly target: Target;
      readonly current: Versioned | null;
      readonly last: Change | null;
    };

export interface HistoryFilter {
  readonly projectId?: ProjectId;
  readonly target?: Target;
  readonly setId?: string;
  /** Changes that take one of these sets back. */
  readonly undoing?: readonly string[];
  /** Changes of rows of one of these kinds. */
  readonly kinds?: readonly SnapshotKind[];
  /** Newest first, from this position on. */
  readonly skip: number;
  readonly most: number;
}

/** Which sets of changes are asked for: those with a change of the project, or of a row of one of these kinds. */
export interface SetsFilter extends Pick<HistoryFilter, 'projectId' | 'kinds'> {
  /** Newest first, from this set on. */
  readonly skip: number;
  readonly most: number;
}

/** What a person may do, from the posts that the person occupies now. */
export interface Standing {
  readonly posts: readonly {
    readonly id: string;
    readonly label: string;
    readonly isAdministrator: boolean;
  }[];
  readonly roles: readonly { readonly projectId: ProjectId; readonly role: ProjectRole }[];
}

/** Somebody without the right to write asks those who have it. */
export interface Proposal {
  readonly id: string;
  readonly verb: ChangeVerb;
  readonly projectId: ProjectId;
  /** The row it would change and the version that its author saw; both null where it would add one. */
  readonly target: Target | null;
  readonly version: number | null;
  /** The fields as they were typed, read again when it is decided. */
  readonly fields: Readonly<Record<string, string>>;
  readonly author: Author;
  readonly origin: Origin;
  readonly proposedAt: Date;
  readonly state: 'open' | 'approved' | 'rejected';
  readonly decidedBy: Author | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** When those who decide had been told of it; null while somebody is still to be. */
  readonly announcedAt: Date | null;
  /** When its author had been told what became of it. */
  readonly resultToldAt: Date | null;
  /** What was written when it was approved. */
  readonly setId: string | null;
  /** Whether it was corrected before it was approved. */
  readonly amended: boolean;
}

/** That somebody is told of a proposal: that it waits, what became of it, or that nobody could be told. */
export interface Notice {
  readonly proposalId: string;
  readonly about: 'asked' | 'result' | 'stuck';
  readonly personId: PersonId;
}

/** Whether the caller is to tell that person now. */
export type NoticeClaim =
  /** Yes, for the so manieth time. */
  | { readonly kind: 'claimed'; readonly attempts: number }
  /** No: it is tried again later. */
  | { readonly kind: 'deferred' }
  /** No: the person cannot be told. */
  | { readonly kind: 'failed' }
  /** No: somebody else does, or has done. */
  | { readonly kind: 'taken' };

/** What became of a rejection. */
export type RejectResult =
  | { readonly kind: 'rejected'; readonly proposal: Proposal }
  | { readonly kind: 'decided-before' }
  /** The person of the guard may not decide any more. */
  | { readonly kind: 'not-allowed' };

/** What the actions that write need from a store. */
export interface ChangeStore {
  newId(at: Date): string;
  read(target: Target): Promise<Versioned | null>;
  /** Those of the rows that are there, in any order. */
  readAll(targets: readonly Target[]): Promise<readonly Versioned[]>;
  /** What was written under that request key, or null: a second delivery finds the row already changed. */
  findRequest(
    requestKey: string,
  ): Promise<{ readonly setId: string; readonly changes: readonly Change[] } | null>;
  /** The rows of all projects, also of those retired, by number. */
  listProjectRows(): Promise<readonly Versioned[]>;
  /**
   * The rows in force of a project, also of a retired one: strands, working groups, milestones, indicators,
   * observations, programmes, initiatives and roles, each kind in written order.
   */
  rowsOf(project: ProjectId): Promise<readonly Versioned[]>;
  /** The projects in force of which no edition of that month (`2021-02`) or a later one speaks, by number. */
  projectsBefore(edition: string): Promise<readonly ProjectId[]>;
  /** One transaction: rows, audit, request key, revision, and the proposal where there is one. */
  apply(set: ChangeSet): Promise<ApplyResult>;
  history(filter: HistoryFilter): Promise<{ readonly changes: readonly Change[]; readonly total: number }>;
  /** The same by sets: of each the changes that the filter has, in the order in which they were written; `total` sets. */
  historySets(
    filter: SetsFilter,
  ): Promise<{ readonly sets: readonly (readonly Change[])[]; readonly total: number }>;
  standingOf(person: PersonId): Promise<Standing>;
  /** Who may write to the project by role, leads before deputies. */
  writersOf(
    project: ProjectId,
  ): Promise<readonly { readonly personId: PersonId; readonly role: ProjectRole; readonly post: string }[]>;
  /** Posts with their occupants and roles, by section and name. */
  listPosts(): Promise<readonly PostRecord[]>;
  /** The words and the synonyms of the search that are in force, each kind by its writing. */
  listSearchWords(): Promise<readonly Versioned[]>;
  /** Keeps a proposal; the same request key gives the earlier one. */
  propose(proposal: Proposal, requestKey: string): Promise<Proposal>;
  findProposal(id: string): Promise<Proposal | null>;
  openProposals(filter: {
    readonly projectId?: ProjectId;
    readonly before?: Date;
  }): Promise<readonly Proposal[]>;
  /** Closes an open proposal without a write. */
  reject(
    id: string,
    decision: {
      readonly by: Author;
      readonly at: Date;
      readonly reason: string;
      readonly guard: Guard | null;
    },
  ): Promise<RejectResult>;
  /** The proposals of which somebody is still to be told, the oldest first: open ones, or decided ones. */
  untoldProposals(about: 'asked' | 'result'): Promise<readonly Proposal[]>;
  /** Takes it upon the caller to tell that person, before anything is sent. Nobody else tells the person the same. */
  claimNotice(notice: Notice, at: Date): Promise<NoticeClaim>;
  /** Gives a claim back of which it is certain that nothing was sent: the person is to be told, not before a time. */
  deferNotice(notice: Notice, notBefore: Date): Promise<void>;
  /** Ends a claim of which it is certain that nothing was sent and nothing will be, and keeps why: a word of Slack's. */
  failNotice(notice: Notice, why: string): Promise<void>;
  /** Everybody was told who could be. */
  noteTold(id: string, about: 'asked' | 'result', at: Date): Promise<void>;
}

export interface PostRecord {
  readonly id: string;
  readonly version: number;
  readonly section: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly occupants: readonly {
    readonly id: string;
    readonly version: number;
    readonly personId: PersonId;
  }[];
  readonly roles: readonly {
    readonly id: string;
    readonly version: number;
    readonly projectId: ProjectId;
    readonly projectNumber: number;
    readonly role: ProjectRole;
  }[];
}
