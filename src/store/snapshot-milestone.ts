import { isDeepStrictEqual } from 'node:util';
import type { MilestoneSnapshot } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import { placeMilestone } from './milestone-place.ts';
import { firstPlannedColumns, periodColumns } from './period-rows.ts';
import { type MilestoneRow, milestoneOf, milestoneParts } from './project-rows.ts';
import { markRowOf } from './row-words.ts';
import { type Hand, type Stored, snapshotTable } from './snapshot-table.ts';

/** The milestone of a row that was read with `milestoneParts`. */
export function milestoneFrom(row: MilestoneRow): Stored<MilestoneSnapshot> {
  const { id: _id, version, ...told } = milestoneOf(row);
  const snapshot = { kind: 'milestone', projectId: row.projectId as ProjectId, ...told } as const;
  return { version, removed: row.removedAt !== null, snapshot, place: row.position };
}

/** Milestones with their dates; a new one, and one that moves, stands behind its sisters. */
export const milestones = snapshotTable('milestone', {
  find: async (tx, id) => {
    const row = await tx.milestone.findUnique({
      where: { id },
      include: milestoneParts,
      relationLoadStrategy: 'join',
    });
    return row && milestoneFrom(row);
  },
  insert: async (hand, id, snapshot) => {
    const position = await placeMilestone(hand, id, snapshot);
    await hand.tx.milestone.create({ data: { id, position, ...columnsOf(snapshot) } });
    await addDates(hand, id, snapshot);
  },
  update: async (hand, id, { was, is, mark }) => {
    const position = isMoved(was, is) ? { position: await placeMilestone(hand, id, is) } : {};
    await hand.tx.milestone.update({ where: { id }, data: { ...columnsOf(is), ...position, ...mark } });
    if (isDeepStrictEqual(was.dates, is.dates)) return;
    await hand.tx.milestoneDate.deleteMany({ where: { milestoneId: id } });
    await addDates(hand, id, is);
  },
  mark: async (tx, id, mark) => {
    await tx.milestone.update({ where: { id }, data: mark });
  },
  rival: async () => null,
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

function isMoved(was: MilestoneSnapshot, is: MilestoneSnapshot): boolean {
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
  milestoneId: string,
  { dates }: MilestoneSnapshot,
): Promise<void> {
  if (dates.length === 0) return;
  await tx.milestoneDate.createMany({
    data: dates.map(({ period, ordinal }, position) => ({
      id: newId(),
      milestoneId,
      position,
      ordinal,
      ...periodColumns(period),
    })),
  });
}
