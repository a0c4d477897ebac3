import type { ChangeSet, SetEdition } from '../actions/change-ports.ts';
import { editionRow } from './edition-row.ts';
import type { Hand, Transaction } from './snapshot-table.ts';

/** The id of the edition of a set, kept now unless one of its month is there; null for a set of people. */
export async function keepEdition(
  tx: Transaction,
  { edition, at }: ChangeSet,
  newId: () => string,
): Promise<string | null> {
  if (edition === undefined) return null;
  const { key } = edition.content;
  const there = await tx.edition.findUnique({ where: { key }, select: { id: true } });
  if (there !== null) return there.id;
  const data = editionRow(edition.content, { id: newId(), at });
  await tx.edition.create({ data });
  return data.id;
}

/** Projects are in the edition of the set from now on, unless they are in a newer one; what is undone goes back. */
export async function turnEditions(
  { tx, newId, editionId }: Hand,
  { set: { edition, undoes }, setId }: { readonly set: ChangeSet; readonly setId: string },
): Promise<void> {
  if (undoes !== null) await turnBack({ tx, newId }, { undoes, setId });
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

function olderThan({ content: { key } }: SetEdition) {
  return [{ editionId: null }, { edition: { key: { lt: key } } }];
}

/** Projects that have not gone on to another edition since. */
async function turnBack(
  { tx, newId }: Pick<Hand, 'tx' | 'newId'>,
  { undoes, setId }: { readonly undoes: string; readonly setId: string },
): Promise<void> {
  const turns = await tx.editionTurn.findMany({
    where: { setId: undoes },
    include: { project: { select: { editionId: true } } },
  });
  const back = turns.filter(({ afterId, project }) => project.editionId === afterId);
  for (const beforeId of new Set(back.map((turn) => turn.beforeId))) {
    const ids = back.filter((turn) => turn.beforeId === beforeId).map(({ projectId }) => projectId);
    await tx.project.updateMany({ where: { id: { in: ids } }, data: { editionId: beforeId } });
  }
  await tx.editionTurn.createMany({
    data: back.map(({ projectId, beforeId, afterId }) => ({
      id: newId(),
      setId,
      projectId,
      beforeId: afterId,
      afterId: beforeId,
    })),
  });
}
