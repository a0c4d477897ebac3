import { isDeepStrictEqual } from 'node:util';
import type { MilestoneSnapshot } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { insertRows, updateRows } from './many-rows.ts';
import { placeMilestone } from './milestone-place.ts';
import { firstPlannedColumns, periodColumns } from './period-rows.ts';
import { placeRows } from './place-rows.ts';
import { type MilestoneRow, milestoneOf, milestoneParts } from './project-rows.ts';
import { markRowOf } from './row-words.ts';
import {
  type Added,
  type Changed,
  counted,
  type Hand,
  type Stored,
  snapshotTable,
  storedById,
} from './snapshot-table.ts';

/** The milestone of a row that was read with `milestoneParts`. */
export function milestoneFrom(row: MilestoneRow): Stored<MilestoneSnapshot> {
  const { id: _id, version, ...told } = milestoneOf(row);
  const snapshot = { kind: 'milestone', projectId: row.projectId as ProjectId, ...told } as const;
  return { version, removed: row.removedAt !== null, snapshot, place: row.position };
}

/** Milestones with their dates; a new one, and one that moves, stands behind its sisters. */
export const milestones = snapshotTable('milestone', {
  find: async (tx, ids) => {
    const rows = await tx.milestone.findMany({
      where: { id: { in: [...ids] } },
      include: milestoneParts,
      relationLoadStrategy: 'join',
    });
    return storedById(rows, milestoneFrom);
  },
  insert: async (hand, rows) => {
    const places = await placeRows(
      hand.tx,
      'milestone',
      rows.map(({ id, behind, snapshot }) => {
        const { projectId, column, parentId } = snapshot;
        return { id, projectId, column, parentId, behind };
      }),
    );
    const data: Prisma.MilestoneCreateManyInput[] = rows.map(({ id, snapshot }) => ({
      id,
      position: places.get(id) ?? 0,
      ...columnsOf(snapshot),
    }));
    await insertRows(hand.tx, 'milestone', data);
    await addDates(hand, rows);
  },
  update: async (hand, rows) => {
    for (const { id, is, mark } of rows.filter(isMoved)) {
      const position = await placeMilestone(hand, id, is);
      await hand.tx.milestone.update({ where: { id }, data: { ...columnsOf(is), position, ...mark } });
    }
    const staying = rows.filter((row) => !isMoved(row));
    await updateRows(
      hand.tx,
      'milestone',
      staying.map(({ id, is, mark }) => ({ id, ...columnsOf(is), ...mark })),
    );
    const dated = rows.filter(({ was, is }) => !isDeepStrictEqual(was.dates, is.dates));
    if (dated.length === 0) return;
    await hand.tx.milestoneDate.deleteMany({ where: { milestoneId: { in: dated.map(({ id }) => id) } } });
    await addDates(
      hand,
      dated.map(({ id, is }) => ({ id, snapshot: is })),
    );
  },
  mark: async (tx, ids, removedAt) => {
    await tx.milestone.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

function isMoved({ was, is }: Changed<MilestoneSnapshot>): boolean {
  return was.projectId !== is.projectId || was.column !== is.column || was.parentId !== is.parentId;
}

function columnsOf({ kind: _kind, dates: _dates, mark, firstPlanned, ...told }: MilestoneSnapshot) {
  return {
    ...told,
    mark: markRowOf[mark],
    figures: [...told.figures],
    notes: [...told.notes],
    ...firstPlannedColumns(firstPlanned),
  };
}

async function addDates(
  { tx, newId }: Hand,
  rows: readonly Pick<Added<MilestoneSnapshot>, 'id' | 'snapshot'>[],
): Promise<void> {
  const dates = rows.flatMap(({ id: milestoneId, snapshot }) =>
    snapshot.dates.map(({ period, ordinal }, position) => ({
      id: newId(),
      milestoneId,
      position,
      ordinal,
      ...periodColumns(period),
    })),
  );
  await insertRows(tx, 'milestone_date', dates);
}
