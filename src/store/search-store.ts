import type { SearchStore } from '../search/ports.ts';
import { changedSince } from './changed-projects.ts';
import type { Database } from './database.ts';
import type { Revision } from './revision.ts';
import { loadSearchWords, readSearchWords } from './search-words.ts';

/** Small enough that a statement holds the one thread of an embedded store for milliseconds only. */
const atOnce = 500;

/** What the search keeps, over a database. */
export function searchStore({
  database,
  revision,
}: {
  readonly database: Database;
  readonly revision: Revision;
}): SearchStore {
  const { prisma } = database;
  return {
    readSearchWords: () => readSearchWords(prisma),
    loadSearchWords: (shipped) => loadSearchWords(database, revision, shipped),
    readCuts: async (keys) => {
      const found = new Map<string, string>();
      for (const some of batches(keys)) {
        const rows = await prisma.searchCut.findMany({ where: { key: { in: some } } });
        for (const { key, terms } of rows) found.set(key, terms);
      }
      return found;
    },
    writeCuts: async (cuts) => {
      const rows = [...cuts].map(([key, terms]) => ({ key, terms }));
      // Another replica may have cut the same line: then it has written the same.
      for (const data of batches(rows)) await prisma.searchCut.createMany({ data, skipDuplicates: true });
    },
    countCuts: () => prisma.searchCut.count(),
    keepCuts: async (keys) => {
      const rows = await prisma.searchCut.findMany({ select: { key: true } });
      const others = rows.map(({ key }) => key).filter((key) => !keys.has(key));
      for (const some of batches(others)) await prisma.searchCut.deleteMany({ where: { key: { in: some } } });
    },
    changedSince: (mark) => changedSince(prisma, mark),
  };
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / atOnce);
  return Array.from({ length: count }, (_, at) => items.slice(at * atOnce, (at + 1) * atOnce));
}
