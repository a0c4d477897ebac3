import type { ChangedProjects, SearchStore } from '../search/ports.ts';
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

interface End {
  readonly seq: bigint;
  readonly editions: bigint;
}

/**
 * By the audit trail, in which every change of a project stands in the order of its commit; a row that moves from one
 * project to another names both. Whatever loads an edition writes no change: then all may have changed.
 */
async function changedSince(prisma: Database['prisma'], mark: string | null): Promise<ChangedProjects> {
  const [end] = await prisma.$queryRaw<End[]>`
    SELECT (SELECT coalesce(max("seq"), 0) FROM "change") AS "seq", (SELECT count(*) FROM "edition") AS "editions"`;
  const [seq, editions] = [end?.seq ?? 0n, end?.editions ?? 0n];
  const now = `${seq} ${editions}`;
  if (mark === now) return { mark: now, projects: new Set() };
  const [before, editionsBefore] = (mark ?? '').split(' ');
  if (mark === null || editionsBefore !== String(editions) || BigInt(before ?? 0) > seq) {
    return { mark: now, projects: 'all' };
  }
  const rows = await prisma.$queryRaw<{ readonly id: string | null }[]>`
    SELECT DISTINCT unnest(ARRAY[
      "project_id"::text, "before"->>'projectId', "after"->>'projectId',
      CASE WHEN "target_kind" = 'project' THEN "target_id"::text END]) AS "id"
      FROM "change" WHERE "seq" > ${BigInt(before ?? 0)} AND "seq" <= ${seq}`;
  return { mark: now, projects: new Set(rows.flatMap(({ id }) => id ?? [])) };
}
