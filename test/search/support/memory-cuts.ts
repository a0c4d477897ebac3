import type { KeptCuts } from '../../../src/search/index/entry-maker.ts';
import type { SearchStore } from '../../../src/search/ports.ts';
import { defaultWords } from '../../../src/search/words/default-words.ts';

/** Kept cuts that can be looked at. */
export interface MemoryCuts extends KeptCuts {
  readonly cuts: Map<string, string>;
}

/** Keeps cuts in memory, and those that are given from the start. */
export function memoryCuts(given: ReadonlyMap<string, string> = new Map()): MemoryCuts {
  const cuts = new Map(given);
  return {
    cuts,
    readCuts: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const found = cuts.get(key);
          return found === undefined ? [] : [[key, found] as const];
        }),
      ),
    writeCuts: async (made) => {
      for (const [key, terms] of made) cuts.set(key, terms);
    },
    countCuts: async () => cuts.size,
    keepCuts: async (keys) => {
      for (const key of cuts.keys()) if (!keys.has(key)) cuts.delete(key);
    },
  };
}

/** What the search keeps, in memory: the shipped words, and no knowledge of what has changed. */
export function memorySearchStore(): SearchStore {
  const { synonyms } = defaultWords;
  const words = defaultWords.words.map(({ written, reading = null, parts = [] }) => ({
    written,
    reading,
    parts,
  }));
  return {
    ...memoryCuts(),
    readSearchWords: async () => ({ words, synonyms }),
    loadSearchWords: async () => 0,
    changedSince: async () => ({ mark: '', projects: 'all', words: true }),
  };
}
