import type { Span } from '../domain/period/period.ts';
import type { Project, ProjectSummary } from '../domain/project.ts';
import { type Kept, keep, without } from './kept.ts';
import type { ProjectFollower, ProjectReader, ScheduledMilestone } from './ports.ts';

/** What was read until one revision. */
interface Shelf {
  readonly revision: string;
  /** Of the changes that are known: see `ProjectFollower.changedSince`. */
  readonly mark: string | null;
  readonly projects: Kept<number, Project | null>;
  readonly spans: Kept<string, readonly ScheduledMilestone[]>;
  readonly lists: Kept<'all', readonly ProjectSummary[]>;
}

interface Memory {
  readonly maxProjects: number;
  /** Tells which projects have changed; without it, all is forgotten at each new revision. */
  readonly follower?: ProjectFollower;
  /** Called when a call has found another revision than the one before. */
  readonly onRevision?: () => void;
}

const maxSpans = 32;

/**
 * The reader with a memory: what it has read at the present revision it gives again, so that an answer costs one
 * question for the revision; of what it has read before, only the projects that changed since are read again. Keeps
 * the list, the `maxProjects` projects and the 32 spans used last. Callers that miss the same thing at once share one
 * reading; a reading that failed, or found no project, is not kept.
 */
export function cachedReader(
  reader: ProjectReader,
  { maxProjects, follower, onRevision = () => {} }: Memory,
): ProjectReader {
  const current = shelves(reader, { follower, onRevision });
  const readerOver = (shelfNow: () => Shelf | Promise<Shelf>): ProjectReader => ({
    revision: async () => (await shelfNow()).revision,
    listProjects: async () =>
      keep((await shelfNow()).lists, {
        key: 'all',
        most: 1,
        read: () => reader.listProjects(),
        mend: async (list, changed) => mendedList(list, { changed, now: await follower?.listSome(changed) }),
      }),
    findProject: async (number) =>
      keep((await shelfNow()).projects, {
        key: number,
        most: maxProjects,
        read: () => reader.findProject(number),
        mend: async (project, changed) => (isAmong(changed, project) ? reader.findProject(number) : project),
      }),
    findScheduled: async (span: Span) =>
      keep((await shelfNow()).spans, {
        key: `${span.first}/${span.last}`,
        most: maxSpans,
        read: () => reader.findScheduled(span),
        mend: async (found, changed) =>
          mendedSpan(found, { changed, now: await follower?.scheduledIn(changed, span) }),
      }),
  });
  /** Of a pinned one again: at the revision of then. */
  const pinned = async (): Promise<ProjectReader> => {
    const shelf = await current();
    return { ...readerOver(() => shelf), pinned };
  };
  return { ...readerOver(current), revision: () => reader.revision(), pinned };
}

/** Gives the shelf of the present revision. */
function shelves(
  reader: ProjectReader,
  {
    follower,
    onRevision,
  }: { readonly follower: ProjectFollower | undefined; readonly onRevision: () => void },
): () => Promise<Shelf> {
  let shelf = emptyShelf('', null);
  let turning: Promise<void> | null = null;
  /** The revision is known before it is asked what has changed: what lands on a shelf is never older than it. */
  const turn = async (revision: string) => {
    const was = shelf;
    const { mark, projects } = (await follower?.changedSince(was.mark)) ?? { mark: null, projects: 'all' };
    shelf =
      projects === 'all' ? emptyShelf(revision, mark) : nextShelf(was, { revision, mark, changed: projects });
    onRevision();
  };
  return async () => {
    const revision = await reader.revision();
    // One that is under way may have begun before our revision was there: then another follows it.
    while (turning !== null && shelf.revision !== revision) await turning;
    if (shelf.revision === revision) return shelf;
    turning = turn(revision).finally(() => {
      turning = null;
    });
    await turning;
    return shelf;
  };
}

function emptyShelf(revision: string, mark: string | null): Shelf {
  return { revision, mark, projects: new Map(), spans: new Map(), lists: new Map() };
}

function nextShelf(
  { projects, spans, lists }: Shelf,
  { revision, mark, changed }: { revision: string; mark: string; changed: ReadonlySet<string> },
): Shelf {
  if (changed.size === 0) return { revision, mark, projects, spans, lists };
  const isStill = (project: Project | null) => !isAmong(changed, project);
  return {
    revision,
    mark,
    projects: without(projects, changed, isStill),
    spans: without(spans, changed),
    lists: without(lists, changed),
  };
}

interface Mending<Item> {
  readonly changed: ReadonlySet<string>;
  /** How those that have changed are now. */
  readonly now: readonly Item[] | undefined;
}

function mendedList(
  list: readonly ProjectSummary[],
  { changed, now = [] }: Mending<ProjectSummary>,
): readonly ProjectSummary[] {
  return [...list.filter(({ id }) => !changed.has(id)), ...now].toSorted((a, b) => a.number - b.number);
}

function mendedSpan(
  found: readonly ScheduledMilestone[],
  { changed, now = [] }: Mending<ScheduledMilestone>,
): readonly ScheduledMilestone[] {
  const others = found.filter(({ projectId }) => !changed.has(projectId));
  return [...others, ...now].toSorted((a, b) => a.projectNumber - b.projectNumber);
}

function isAmong(changed: ReadonlySet<string>, project: Project | null): boolean {
  return project === null || changed.has(project.id);
}
