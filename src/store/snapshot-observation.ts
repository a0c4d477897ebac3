import { isDeepStrictEqual } from 'node:util';
import type { ObservationSnapshot } from '../domain/change.ts';
import type { IndicatorId } from '../domain/indicator.ts';
import type { ObservationModel } from '../generated/prisma/models.ts';
import { asOfColumns, asOfOf } from './period-rows.ts';
import { valueColumns, valueFrom } from './row-words.ts';
import { behind, type Mark, type Stored, snapshotTable, type Transaction } from './snapshot-table.ts';

/** The observation of a row. */
export function observationFrom(row: ObservationModel): Stored<ObservationSnapshot> {
  const snapshot: ObservationSnapshot = {
    kind: 'observation',
    indicatorId: row.indicatorId as IndicatorId,
    value: valueFrom(row.amount, row.state),
    asOf: asOfOf(row),
    note: row.note,
  };
  return { version: row.version, removed: row.withdrawnAt !== null, snapshot };
}

/** Observations: added, withdrawn and brought back, never changed (RangeError). */
export const observations = snapshotTable('observation', {
  find: async (tx, id) => {
    const row = await tx.observation.findUnique({ where: { id } });
    return row && observationFrom(row);
  },
  insert: async ({ tx, at, by, editionId }, id, { indicatorId, value, asOf, note }) => {
    const last = await tx.observation.aggregate({ where: { indicatorId }, _max: { position: true } });
    await tx.observation.create({
      data: {
        id,
        indicatorId,
        position: behind(last),
        ...valueColumns(value),
        ...(asOf && asOfColumns(asOf)),
        note,
        ...(editionId === null ? { recordedById: by } : { editionId }),
        recordedAt: at,
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

async function withdraw(tx: Transaction, id: string, { version, removedAt }: Mark): Promise<void> {
  await tx.observation.update({ where: { id }, data: { version, withdrawnAt: removedAt } });
}
