import type { EditionContent } from '../domain/edition.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Span } from '../domain/period/period.ts';
import type { PersonId } from '../domain/person.ts';
import type { Project, ProjectId, ProjectSummary } from '../domain/project.ts';

/** What the actions that answer questions need from a store. Every call may reject when the store is down. */
export interface ProjectReader {
  /** Changes whenever anything that the other calls return may have changed, in this process or another. */
  revision(): Promise<string>;
  /** All projects, by number. */
  listProjects(): Promise<readonly ProjectSummary[]>;
  /** The whole project of that number, or null. */
  findProject(number: number): Promise<Project | null>;
  /**
   * Planned and postponed milestones, all projects, of which a date may touch `span` (a null bound touches
   * everything on its side; dates without any bound do not touch), by project number and written order.
   */
  findScheduled(span: Span): Promise<readonly ScheduledMilestone[]>;
  /**
   * The same for one answer: the present revision is asked for now and not at each call. Left out where a call costs
   * nothing more for it.
   */
  pinned?(): Promise<ProjectReader>;
}

/** What a memory of projects needs, so that a change makes it read one project and not all. Rejects as a reader does. */
export interface ProjectFollower {
  /**
   * Which projects have changed since the mark that an earlier call gave: their ids, those of new and retired ones
   * included, or all of them. Nothing that a reader tells changes otherwise.
   */
  changedSince(
    mark: string | null,
  ): Promise<{ readonly mark: string; readonly projects: ReadonlySet<string> | 'all' }>;
  /** As `listProjects`, of these alone. */
  listSome(ids: ReadonlySet<string>): Promise<readonly ProjectSummary[]>;
  /** As `findScheduled`, of these alone. */
  scheduledIn(ids: ReadonlySet<string>, span: Span): Promise<readonly ScheduledMilestone[]>;
}

/** A milestone with the project it belongs to. */
export interface ScheduledMilestone {
  readonly projectId: ProjectId;
  readonly projectNumber: number;
  readonly projectName: string;
  /** The text of the entry above it; null for an entry itself. */
  readonly under: string | null;
  readonly milestone: Milestone;
}

/** What loading an edition needs from a store. */
export interface EditionWriter {
  /**
   * Writes the whole edition in one transaction. `already-loaded`: an edition of that key and content is there
   * and nothing was written. `differs`: one of that key but with another content is there; nothing was written.
   * `not-empty`: projects are there that did not come from this edition; nothing was written.
   */
  loadEdition(
    edition: EditionContent,
    at: Date,
  ): Promise<'loaded' | 'already-loaded' | 'differs' | 'not-empty'>;
}

/** What welcoming people needs from a store. */
export interface WelcomeBook {
  /** Notes that the person is welcomed; false where that was noted before, in this process or another. */
  noteWelcome(person: PersonId, at: Date): Promise<boolean>;
}
