import type { IndicatorSnapshot } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { IndicatorModel } from '../generated/prisma/models.ts';
import { placeInProject } from './place-in-project.ts';
import {
  comparatorOf,
  comparatorRowOf,
  frequencyOf,
  frequencyRowOf,
  valueColumns,
  valueFrom,
} from './row-words.ts';
import { type Stored, snapshotTable } from './snapshot-table.ts';

/** The indicator of a row. */
export function indicatorFrom(row: IndicatorModel): Stored<IndicatorSnapshot> {
  const snapshot: IndicatorSnapshot = {
    kind: 'indicator',
    projectId: row.projectId as ProjectId,
    name: row.name,
    unit: row.unit,
    unitOnActual: row.unitOnActual,
    target: valueFrom(row.targetAmount, row.targetState),
    comparator: comparatorOf[row.comparator],
    comparatorWritten: row.comparatorWritten,
    cumulative: row.cumulative,
    rhythm: { frequency: frequencyOf[row.frequency], lagMonths: row.lagMonths },
    note: row.note,
  };
  return { version: row.version, removed: row.removedAt !== null, snapshot, place: row.position };
}

/** Indicators, but for their observations. */
export const indicators = snapshotTable('indicator', {
  find: async (tx, id) => {
    const row = await tx.indicator.findUnique({ where: { id } });
    return row && indicatorFrom(row);
  },
  insert: async (hand, id, snapshot) => {
    const position = await placeInProject(hand, 'indicator', { id, projectId: snapshot.projectId });
    await hand.tx.indicator.create({ data: { id, position, ...columnsOf(snapshot) } });
  },
  update: async (hand, id, { was, is, mark }) => {
    const { projectId } = is;
    const moved = was.projectId !== projectId;
    const position = moved ? { position: await placeInProject(hand, 'indicator', { id, projectId }) } : {};
    await hand.tx.indicator.update({ where: { id }, data: { ...columnsOf(is), ...position, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.indicator.update({ where: { id }, data: mark });
  },
  rival: async () => null,
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
