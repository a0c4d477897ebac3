import { Prisma } from '../generated/prisma/client.ts';
import type { Hand } from './snapshot-table.ts';

/** The tables whose rows stand in one list of their project. */
type ListedTable = 'strand' | 'working_group' | 'indicator' | 'programme' | 'initiative';

/** The position for the row `id` in the list of its project: where it stood before it left, or at the end. */
export async function placeInProject(
  { tx, placeBefore }: Hand,
  table: ListedTable,
  { id, projectId }: { readonly id: string; readonly projectId: string },
): Promise<number> {
  const name = Prisma.raw(`"${table}"`);
  const before = placeBefore(id);
  if (before === null) {
    const [end] = await tx.$queryRaw<{ next: number }[]>`
      SELECT coalesce(max("position") + 1, 0) AS "next" FROM ${name} WHERE "project_id" = ${projectId}::uuid`;
    return end?.next ?? 0;
  }
  await tx.$executeRaw`
    UPDATE ${name} SET "position" = "position" + 1
     WHERE "project_id" = ${projectId}::uuid AND "position" >= ${before}`;
  return before;
}
