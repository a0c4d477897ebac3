import type { Span } from '../domain/period/period.ts';
import type { Project, ProjectSummary } from '../domain/project.ts';
import type { ProjectReader, ScheduledMilestone } from './ports.ts';

/** What was read at one revision. */
interface Shelf {
  readonly revision: string;
  readonly projects: Map<number, Promise<Project | null>>;
  readonly spans: Map<string, Promise<readonly ScheduledMilestone[]>>;
  readonly lists: Map<'all', Promise<readonly ProjectSummary[]>>;
}

const maxSpans = 32;

/**
 * The reader with a memory: what it has read at the present revision it gives again, so that an answer costs one
 * question for the revision. Keeps the list, the `maxProjects` projects and the 32 spans used last. Callers that
 * miss the same thing at once share one reading; a reading that failed, or found no project, is not kept.
 */
export function cachedReader(
  reader: ProjectReader,
  { maxProjects }: { readonly maxProjects: number },
): ProjectReader {
  let shelf = emptyShelf('');
  /** The revision is asked before anything is read: what is read is never older than the shelf it lands on. */
  const current = async (): Promise<Shelf> => {
    const revision = await reader.revision();
    if (shelf.revision !== revision) shelf = emptyShelf(revision);
    return shelf;
  };
  return {
    revision: () => reader.revision(),
    listProjects: async () =>
      keep((await current()).lists, { key: 'all', most: 1, read: () => reader.listProjects() }),
    findProject: async (number) =>
      keep((await current()).projects, {
        key: number,
        most: maxProjects,
        read: () => reader.findProject(number),
      }),
    findScheduled: async (span: Span) =>
      keep((await current()).spans, {
        key: `${span.first}/${span.last}`,
        most: maxSpans,
        read: () => reader.findScheduled(span),
      }),
  };
}

function emptyShelf(revision: string): Shelf {
  return { revision, projects: new Map(), spans: new Map(), lists: new Map() };
}

/** A Map keeps the order of insertion: its first key is the one that was used longest ago. */
function keep<Key, Value>(
  kept: Map<Key, Promise<Value>>,
  { key, most, read }: { key: Key; most: number; read: () => Promise<Value> },
): Promise<Value> {
  const value = kept.get(key) ?? reading(kept, { key, read });
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}

function reading<Key, Value>(
  kept: Map<Key, Promise<Value>>,
  { key, read }: { key: Key; read: () => Promise<Value> },
): Promise<Value> {
  const value = read();
  const forget = () => {
    if (kept.get(key) === value) kept.delete(key);
  };
  value.then((found) => {
    if (found === null) forget();
  }, forget);
  return value;
}
