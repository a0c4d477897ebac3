import { isDeepStrictEqual } from 'node:util';
import type { IndicatorSnapshot } from '../domain/change.ts';
import type { IndicatorId } from '../domain/indicator.ts';
import type { ProjectId } from '../domain/project.ts';
import { asOfColumns, asOfOf } from './period-rows.ts';
import { comparatorOf, comparatorRowOf, valueColumns, valueFrom } from './row-words.ts';
import { behind, type Mark, snapshotTable, type Transaction } from './snapshot-table.ts';

/** Indicators, but for their observations. */
export const indicators = snapshotTable('indicator', {
  find: async (tx, id) => {
    const row = await tx.indicator.findUnique({ where: { id } });
    if (row === null) return null;
    const { name, unit, unitOnActual, comparatorWritten, cumulative, note } = row;
    const snapshot = {
      kind: 'indicator',
      projectId: row.projectId as ProjectId,
      ...{ name, unit, unitOnActual, comparatorWritten, cumulative, note },
      target: valueFrom(row.targetAmount, row.targetState),
      comparator: comparatorOf[row.comparator],
    } as const;
    return { version: row.version, removed: row.removedAt !== null, snapshot };
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

/** Observations: added, withdrawn and brought back, never changed (RangeError). */
export const observations = snapshotTable('observation', {
  find: async (tx, id) => {
    const row = await tx.observation.findUnique({ where: { id } });
    if (row === null) return null;
    const snapshot = {
      kind: 'observation',
      indicatorId: row.indicatorId as IndicatorId,
      value: valueFrom(row.amount, row.state),
      asOf: asOfOf(row),
      note: row.note,
    } as const;
    return { version: row.version, removed: row.withdrawnAt !== null, snapshot };
  },
  insert: async ({ tx, at, by }, id, { indicatorId, value, asOf, note }) => {
    const last = await tx.observation.aggregate({ where: { indicatorId }, _max: { position: true } });
    await tx.observation.create({
      data: {
        ...{ id, indicatorId, note, recordedById: by, recordedAt: at },
        position: behind(last),
        ...valueColumns(value),
        ...(asOf && asOfColumns(asOf)),
      },
    });
  },
  update: async ({ tx }, id, { was, is, mark }) => {
    // What was withdrawn may come back as it was.
    if (!isDeepStrictEqual(was, is)) {
      throw new RangeError('an observation is never changed: withdraw it and add another');
    }
    await withdraw(tx, id, mark);
  },
  mark: (tx, id, mark) => withdraw(tx, id, mark),
  rival: async () => null,
  owners: ({ indicatorId }) => [{ kind: 'indicator', id: indicatorId }],
});

function columnsOf({ kind: _kind, target, comparator, ...told }: IndicatorSnapshot) {
  const { amount: targetAmount, state: targetState } = valueColumns(target);
  return { ...told, targetAmount, targetState, comparator: comparatorRowOf[comparator] };
}

async function lastPlace(tx: Transaction, { projectId }: IndicatorSnapshot): Promise<number> {
  return behind(await tx.indicator.aggregate({ where: { projectId }, _max: { position: true } }));
}

async function withdraw(tx: Transaction, id: string, { version, removedAt }: Mark): Promise<void> {
  await tx.observation.update({ where: { id }, data: { version, withdrawnAt: removedAt } });
}
