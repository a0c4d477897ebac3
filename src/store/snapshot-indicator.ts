import type { IndicatorSnapshot } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { IndicatorModel } from '../generated/prisma/models.ts';
import { comparatorOf, comparatorRowOf, valueColumns, valueFrom } from './row-words.ts';
import { behind, type Stored, snapshotTable, type Transaction } from './snapshot-table.ts';

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
    note: row.note,
  };
  return { version: row.version, removed: row.removedAt !== null, snapshot };
}

/** Indicators, but for their observations. */
export const indicators = snapshotTable('indicator', {
  find: async (tx, id) => {
    const row = await tx.indicator.findUnique({ where: { id } });
    return row && indicatorFrom(row);
  },
  insert: async ({ tx }, id, snapshot) => {
    const position = await lastPlace(tx, snapshot);
    await tx.indicator.create({ data: { id, position, ...columnsOf(snapshot) } });
  },
  update: async ({ tx }, id, { was, is, mark }) => {
    const position = was.projectId === is.projectId ? {} : { position: await lastPlace(tx, is) };
    await tx.indicator.update({ where: { id }, data: { ...columnsOf(is), ...position, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.indicator.update({ where: { id }, data: mark });
  },
  rival: async () => null,
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

function columnsOf({ kind: _kind, target, comparator, ...told }: IndicatorSnapshot) {
  const { amount: targetAmount, state: targetState } = valueColumns(target);
  return { ...told, targetAmount, targetState, comparator: comparatorRowOf[comparator] };
}

async function lastPlace(tx: Transaction, { projectId }: IndicatorSnapshot): Promise<number> {
  return behind(await tx.indicator.aggregate({ where: { projectId }, _max: { position: true } }));
}
