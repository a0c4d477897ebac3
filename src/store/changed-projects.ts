import type { ChangesOfStore } from '../search/ports.ts';
import type { Database } from './database.ts';

interface End {
  readonly seq: bigint;
  readonly editions: bigint;
  readonly revision: bigint;
}

interface Trail {
  readonly sets: bigint;
  readonly ids: readonly string[];
  readonly words: boolean;
}

/**
 * Which projects have changed since a mark that an earlier call gave, whether the words of the search have, and the mark
 * of now. By the audit trail, in which every change of a project stands in the order of its commit; a row that moves
 * from one project to another names both. Whatever loads an edition writes no change, nor does whoever erases a person: where the revision was counted
 * up more often than sets of changes were written, all may have changed.
 */
export async function changedSince(prisma: Database['prisma'], mark: string | null): Promise<ChangesOfStore> {
  const end = await endOf(prisma);
  const now = [end.seq, end.editions, end.revision].join(' ');
  if (mark === now) return { mark: now, projects: new Set(), words: false };
  const [seq, editions, revision] = (mark ?? '').split(' ');
  if (mark === null || editions !== String(end.editions)) return { mark: now, ...all };
  const { sets, ids, words } = await trailBetween(prisma, { after: BigInt(seq ?? 0), until: end.seq });
  const isTold = end.revision - BigInt(revision ?? 0) === sets;
  return isTold ? { mark: now, projects: new Set(ids), words } : { mark: now, ...all };
}

const all = { projects: 'all', words: true } as const;

/** One statement, so that the three belong together. */
async function endOf(prisma: Database['prisma']): Promise<End> {
  const [end] = await prisma.$queryRaw<End[]>`
    SELECT (SELECT coalesce(max("seq"), 0) FROM "change") AS "seq", (SELECT count(*) FROM "edition") AS "editions",
      (SELECT "value" FROM "store_revision" WHERE "id" = 1) AS "revision"`;
  if (end === undefined) throw new Error('the store has no revision');
  return end;
}

async function trailBetween(
  prisma: Database['prisma'],
  { after, until }: { readonly after: bigint; readonly until: bigint },
): Promise<Trail> {
  const [trail] = await prisma.$queryRaw<Trail[]>`
    WITH written AS (SELECT * FROM "change" WHERE "seq" > ${after} AND "seq" <= ${until}),
      touched AS (
        SELECT unnest(ARRAY["project_id"::text, "before"->>'projectId', "after"->>'projectId',
          CASE WHEN "target_kind" = 'project' THEN "target_id"::text END]) AS "project" FROM written
        UNION
        -- An edition that was taken back: its projects are in the one before again.
        SELECT "project_id"::text FROM "edition_turn" WHERE "set_id" IN (SELECT "set_id" FROM written))
    SELECT (SELECT count(DISTINCT "set_id") FROM written) AS "sets",
      ARRAY(SELECT "project" FROM touched WHERE "project" IS NOT NULL) AS "ids",
      EXISTS (SELECT FROM written WHERE "target_kind" IN ('word', 'synonym')) AS "words"`;
  return trail ?? { sets: 0n, ids: [], words: false };
}
