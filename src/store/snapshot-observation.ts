import { isDeepStrictEqual } from 'node:util';
import type { ObservationSnapshot } from '../domain/change.ts';
import type { IndicatorId } from '../domain/indicator.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ObservationModel } from '../generated/prisma/models.ts';
import { insertRows } from './many-rows.ts';
import { asOfColumns, asOfOf, noAsOf } from './period-rows.ts';
import { valueColumns, valueFrom } from './row-words.ts';
import {
  type Added,
  behind,
  type Hand,
  oneByOne,
  type Stored,
  snapshotTable,
  storedById,
  type Transaction,
} from './snapshot-table.ts';

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
  find: async (tx, ids) =>
    storedById(await tx.observation.findMany({ where: { id: { in: [...ids] } } }), observationFrom),
  insert: async (hand, rows) => {
    const places = await placesOf(hand.tx, rows);
    const data = rows.map(({ id, snapshot, row }, at): Prisma.ObservationCreateManyInput => {
      const { indicatorId, value, asOf, note } = snapshot;
      return {
        id,
        indicatorId,
        note,
        position: places[at] ?? 0,
        ...valueColumns(value),
        ...(asOf === null ? noAsOf : asOfColumns(asOf)),
        ...sourceColumns(hand, row),
        recordedAt: hand.at,
      };
    });
    await insertRows(hand.tx, 'observation', data);
  },
  update: oneByOne(async ({ tx }, id, { was, is, mark }) => {
    // What was withdrawn may come back as it was.
    if (!isDeepStrictEqual(was, is)) {
      throw new RangeError('an observation is never changed: withdraw it and add another');
    }
    const { version, removedAt } = mark;
    await tx.observation.update({ where: { id }, data: { version, withdrawnAt: removedAt } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.observation.updateMany({
      where: { id: { in: [...ids] } },
      data: { version: { increment: 1 }, withdrawnAt: removedAt },
    });
  },
  owners: ({ indicatorId }) => [{ kind: 'indicator', id: indicatorId }],
});

/** Each behind the last value of its indicator, in the order in which they come. */
async function placesOf(
  tx: Transaction,
  rows: readonly Added<ObservationSnapshot>[],
): Promise<readonly number[]> {
  const ids = [...new Set(rows.map(({ snapshot }) => snapshot.indicatorId))];
  const last = await tx.observation.groupBy({
    by: ['indicatorId'],
    where: { indicatorId: { in: ids } },
    _max: { position: true },
  });
  const next = new Map(last.map((each) => [each.indicatorId, behind(each)]));
  return rows.map(({ snapshot: { indicatorId } }) => {
    const place = next.get(indicatorId) ?? 0;
    next.set(indicatorId, place + 1);
    return place;
  });
}

function sourceColumns({ editionId, by }: Hand, row: Added['row']) {
  const [editionProject, editionLine] = [row?.project ?? null, row?.line ?? null];
  return editionId === null
    ? { editionId, editionProject: null, editionLine: null, recordedById: by }
    : { editionId, editionProject, editionLine, recordedById: null };
}
