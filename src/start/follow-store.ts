import type { ProjectReader } from '../actions/ports.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { SearchStore } from '../search/ports.ts';

/**
 * Brings an index to the revision that the store has now: the words in force, and the projects that have changed since
 * it was brought there last. Whoever comes while that goes on waits for it, and once more where the store was written
 * to meanwhile: the second taking began after the question came. Who may do with an index that was right a moment ago
 * (`lag`) asks for nothing and does not wait.
 */
export function followStore(
  {
    reader,
    changes,
    lag,
  }: {
    readonly reader: ProjectReader;
    readonly changes: Pick<SearchStore, 'changedSince'>;
    readonly lag?: Lag | undefined;
  },
  opened: () => Promise<SearchEngine>,
): (asked?: { readonly mayLag: boolean }) => Promise<void> {
  const state: Followed = { revision: null, mark: null, known: new Map(), rightAt: null };
  const now = lag?.monotonic ?? (() => 0);
  let under: Promise<void> | null = null;
  const shared = (revision: string, askedAt: number) => {
    under ??= take({ reader, changes, opened, revision, askedAt }, state).finally(() => {
      under = null;
    });
    return under;
  };
  const isRecent = (at: number) =>
    state.rightAt !== null && lag !== undefined && at - state.rightAt < lag.most;
  return async ({ mayLag } = { mayLag: false }) => {
    if (mayLag && isRecent(now())) return;
    for (let times = 0; times < 2; times += 1) {
      const askedAt = now();
      const revision = await reader.revision();
      if (revision === state.revision) {
        state.rightAt = askedAt;
        return;
      }
      await shared(revision, askedAt);
    }
  };
}

/** How old a search may be, in milliseconds of a clock that only goes forward. */
export interface Lag {
  readonly most: number;
  readonly monotonic: () => number;
}

interface Followed {
  revision: string | null;
  /** Of what was taken in: see `SearchStore.changedSince`. */
  mark: string | null;
  /** The projects in the index: number and id. */
  known: ReadonlyMap<number, string>;
  /** When the index was right last: it holds all that was written before. */
  rightAt: number | null;
}

interface Taking {
  readonly reader: ProjectReader;
  readonly changes: Pick<SearchStore, 'changedSince'>;
  readonly opened: () => Promise<SearchEngine>;
  /** Asked for before this begins. */
  readonly revision: string;
  readonly askedAt: number;
}

/** The revision and the mark are asked before anything is read: what is read is never older. */
async function take({ reader, changes, opened, revision, askedAt }: Taking, state: Followed): Promise<void> {
  const engine = await opened();
  const { mark, projects: changed, words } = await changes.changedSince(state.mark);
  if (words) await engine.reloadWords();
  const store = (await reader.pinned?.()) ?? reader;
  const now = new Map((await store.listProjects()).map(({ number, id }) => [number, id] as const));
  const gone = [...state.known.keys()].filter((number) => !now.has(number));
  const before = state.known;
  // Until all are taken in, those that are there from before are known as well: a reading may fail.
  state.known = new Map([...before, ...now]);
  for (const [number, id] of now) {
    const isOld = changed !== 'all' && !changed.has(id) && before.get(number) === id;
    if (isOld) continue;
    const project = await store.findProject(number);
    await (project === null ? engine.remove(number) : engine.put(project));
  }
  for (const number of gone) await engine.remove(number);
  Object.assign(state, { revision, mark, known: now, rightAt: askedAt });
}
