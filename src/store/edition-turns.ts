import type { ChangeSet, SetEdition } from '../actions/change-ports.ts';
import { asOfColumns } from './period-rows.ts';
import type { Hand, Transaction } from './snapshot-table.ts';

/** The id of the edition of a set, kept now unless one of its month is there; null for a set of people. */
export async function keepEdition(
  tx: Transaction,
  { edition, at }: ChangeSet,
  newId: () => string,
): Promise<string | null> {
  if (edition === undefined) return null;
  const { key, title, asOf, footer, checksum } = edition;
  const there = await tx.edition.findUnique({ where: { key }, select: { id: true } });
  if (there !== null) return there.id;
  const id = newId();
  const data = { id, key, title, checksum, loadedAt: at, ...asOfColumns(asOf), footer: [...footer] };
  await tx.edition.create({ data });
  return id;
}

/** Projects are in the edition of the set from now on, unless they are in a newer one; what is undone goes back. */
export async function turnEditions(
  { tx, newId, editionId }: Hand,
  { set: { edition, undoes }, setId }: { readonly set: ChangeSet; readonly setId: string },
): Promise<void> {
  if (undoes !== null) {
    const turns = await tx.editionTurn.findMany({ where: { setId: undoes } });
    for (const { projectId, beforeId, afterId } of turns) {
      const undone = await tx.project.updateMany({
        where: { id: projectId, editionId: afterId },
        data: { editionId: beforeId },
      });
      if (undone.count > 0) {
        const turn = { id: newId(), setId, projectId, beforeId: afterId, afterId: beforeId };
        await tx.editionTurn.create({ data: turn });
      }
    }
  }
  if (edition === undefined || editionId === null) return;
  const turning = await tx.project.findMany({
    where: { id: { in: [...edition.projects] }, OR: olderThan(edition) },
    select: { id: true, editionId: true },
  });
  await tx.editionTurn.createMany({
    data: turning.map((project) => ({
      id: newId(),
      setId,
      projectId: project.id,
      beforeId: project.editionId,
      afterId: editionId,
    })),
  });
  await tx.project.updateMany({
    where: { id: { in: turning.map(({ id }) => id) } },
    data: { editionId },
  });
}

function olderThan({ key }: SetEdition) {
  return [{ editionId: null }, { edition: { key: { lt: key } } }];
}
