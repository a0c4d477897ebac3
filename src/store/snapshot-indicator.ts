import type { IndicatorSnapshot } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { IndicatorModel } from '../generated/prisma/models.ts';
import { indicatorTermsOf } from './indicator-terms.ts';
import { insertRows } from './many-rows.ts';
import { placeInProject } from './place-in-project.ts';
import { placeRows } from './place-rows.ts';
import { comparatorRowOf, frequencyRowOf, valueColumns } from './row-words.ts';
import { counted, oneByOne, type Stored, snapshotTable, storedById } from './snapshot-table.ts';

/** The indicator of a row. */
export function indicatorFrom(row: IndicatorModel): Stored<IndicatorSnapshot> {
  const snapshot: IndicatorSnapshot = {
    kind: 'indicator',
    projectId: row.projectId as ProjectId,
    ...indicatorTermsOf(row),
  };
  return { version: row.version, removed: row.removedAt !== null, snapshot, place: row.position };
}

/** Indicators, but for their observations. */
export const indicators = snapshotTable('indicator', {
  find: async (tx, ids) =>
    storedById(await tx.indicator.findMany({ where: { id: { in: [...ids] } } }), indicatorFrom),
  insert: async ({ tx }, rows) => {
    const places = await placeRows(
      tx,
      'indicator',
      rows.map(({ id, behind, snapshot: { projectId } }) => ({ id, projectId, parentId: null, behind })),
    );
    const data: Prisma.IndicatorCreateManyInput[] = rows.map(({ id, snapshot }) => ({
      id,
      position: places.get(id) ?? 0,
      ...columnsOf(snapshot),
    }));
    await insertRows(tx, 'indicator', data);
  },
  update: oneByOne(async (hand, id, { was, is, mark }) => {
    const { projectId } = is;
    const moved = was.projectId !== projectId;
    const position = moved ? { position: await placeInProject(hand, 'indicator', { id, projectId }) } : {};
    await hand.tx.indicator.update({ where: { id }, data: { ...columnsOf(is), ...position, ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.indicator.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

function columnsOf({ kind: _kind, target, comparator, rhythm, ...told }: IndicatorSnapshot) {
  const { amount: targetAmount, state: targetState } = valueColumns(target);
  return {
    ...told,
    targetAmount,
    targetState,
    comparator: comparatorRowOf[comparator],
    frequency: frequencyRowOf[rhythm.frequency],
    lagMonths: rhythm.lagMonths,
  };
}
