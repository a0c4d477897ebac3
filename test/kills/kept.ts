import type { Database } from '../../src/store/database.ts';

/** What a store holds of the things that were recorded. */
export interface Kept {
  readonly names: readonly string[];
  /** What belongs together and is not all there, in words. */
  readonly halves: readonly string[];
}

interface Row {
  readonly name: string;
  readonly dates: number;
  readonly changes: number;
  readonly requests: number;
}

/** Each thing is a row with its date, a row of the audit trail and a request: all of them or none. */
export async function readKept({ prisma }: Database): Promise<Kept> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT m."text" AS "name",
      (SELECT count(*)::int FROM "milestone_date" d WHERE d."milestone_id" = m."id") AS "dates",
      (SELECT count(*)::int FROM "change" c WHERE c."target_id" = m."id") AS "changes",
      (SELECT count(*)::int FROM "request" r JOIN "change" c ON c."set_id" = r."set_id"
        WHERE c."target_id" = m."id" AND r."key" = m."text") AS "requests"
      FROM "milestone" m ORDER BY m."text"`;
  const [counts] = await prisma.$queryRaw<{ sets: bigint; requests: bigint; revision: bigint }[]>`
    SELECT (SELECT count(DISTINCT "set_id") FROM "change") AS "sets", (SELECT count(*) FROM "request") AS "requests",
      (SELECT "value" FROM "store_revision" WHERE "id" = 1) AS "revision"`;
  const { sets = 0n, requests = 0n, revision = 0n } = counts ?? {};
  const whole = { dates: 1, changes: 1, requests: 1 };
  const halves = rows
    .filter((row) => Object.entries(whole).some(([key, count]) => row[key as keyof typeof whole] !== count))
    .map((row) => JSON.stringify(row));
  if (sets !== requests || sets !== revision) {
    halves.push(`${sets} sets, ${requests} requests, revision ${revision}`);
  }
  return { names: rows.map(({ name }) => name), halves };
}
