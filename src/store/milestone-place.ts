import type { MilestoneSnapshot } from '../domain/change.ts';
import { behind, type Hand, type Transaction } from './snapshot-table.ts';

/**
 * Makes room for the milestone `id` and gives its position: where it stood before it left; else behind the last that
 * stands below its parent, or at the end of its column. Those that follow move on by one. Within the turn of
 * `takeTurn` only.
 */
export async function placeMilestone(
  { tx, placeBefore }: Hand,
  id: string,
  snapshot: MilestoneSnapshot,
): Promise<number> {
  const { projectId, column } = snapshot;
  const place = placeBefore(id) ?? (await behindFamily(tx, id, snapshot));
  if (place === null) {
    return behind(await tx.milestone.aggregate({ where: { projectId, column }, _max: { position: true } }));
  }
  await tx.milestone.updateMany({
    where: { projectId, column, position: { gte: place } },
    data: { position: { increment: 1 } },
  });
  return place;
}

/** The position behind the last among the parent and all that stands below it; null where there is no parent. */
async function behindFamily(
  tx: Transaction,
  id: string,
  { projectId, column, parentId }: MilestoneSnapshot,
): Promise<number | null> {
  if (parentId === null) return null;
  const [family] = await tx.$queryRaw<{ next: number | null }[]>`
    WITH RECURSIVE family AS (
      SELECT "id" FROM "milestone" WHERE "id" = ${parentId}::uuid
      UNION
      SELECT m."id" FROM "milestone" m JOIN family f ON m."parent_id" = f."id" WHERE m."id" <> ${id}::uuid
    )
    SELECT max(m."position") + 1 AS "next" FROM "milestone" m JOIN family f ON f."id" = m."id"
     WHERE m."project_id" = ${projectId}::uuid AND m."table_column"::text = ${column}`;
  return family?.next ?? null;
}
