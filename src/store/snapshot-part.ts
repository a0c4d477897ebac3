import type {
  InitiativeSnapshot,
  ProgrammeSnapshot,
  StrandSnapshot,
  WorkingGroupSnapshot,
} from '../domain/change.ts';
import type { StrandId } from '../domain/milestone.ts';
import type { ProjectId } from '../domain/project.ts';
import type {
  InitiativeModel,
  ProgrammeModel,
  StrandModel,
  WorkingGroupModel,
} from '../generated/prisma/models.ts';
import { insertRows, updateRows } from './many-rows.ts';
import { placeInProject } from './place-in-project.ts';
import { type PlacedTable, placeRows } from './place-rows.ts';
import {
  type Added,
  type Changed,
  counted,
  having,
  oneByOne,
  type Stored,
  snapshotTable,
  storedById,
  type Transaction,
} from './snapshot-table.ts';

type PartSnapshot = StrandSnapshot | WorkingGroupSnapshot | ProgrammeSnapshot | InitiativeSnapshot;

/** The strand of a row. */
export function strandFrom({ name, version, removedAt, ...row }: StrandModel): Stored<StrandSnapshot> {
  const [projectId, parentId] = [row.projectId as ProjectId, row.parentId as StrandId | null];
  const snapshot = { kind: 'strand', projectId, parentId, name } as const;
  return { version, removed: removedAt !== null, snapshot, place: row.position };
}

/** The named parts of projects; a new one stands behind the others of its project. */
export const strands = snapshotTable('strand', {
  find: async (tx, ids) =>
    storedById(await tx.strand.findMany({ where: { id: { in: [...ids] } } }), strandFrom),
  insert: async ({ tx }, rows) => {
    const data = await listed(tx, 'strand', rows);
    await tx.strand.createMany({ data });
  },
  update: oneByOne(async (hand, id, { was, is: { projectId, parentId, name }, mark }) => {
    const moved = was.projectId !== projectId;
    const position = moved ? { position: await placeInProject(hand, 'strand', { id, projectId }) } : {};
    await hand.tx.strand.update({
      where: { id },
      data: { projectId, parentId, name, ...position, ...mark },
    });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.strand.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ projectId, name }) => ({ projectId, name }),
    held: async (tx, uniques, ids) => {
      const row = await tx.strand.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

/** The working group of a row. */
export function workingGroupFrom(row: WorkingGroupModel): Stored<WorkingGroupSnapshot> {
  const { name, version, removedAt } = row;
  const [projectId, strandId] = [row.projectId as ProjectId, row.strandId as StrandId | null];
  const snapshot = { kind: 'working-group', projectId, strandId, name } as const;
  return { version, removed: removedAt !== null, snapshot, place: row.position };
}

/** WG, 協議会 and the like. */
export const workingGroups = snapshotTable('working-group', {
  find: async (tx, ids) =>
    storedById(await tx.workingGroup.findMany({ where: { id: { in: [...ids] } } }), workingGroupFrom),
  insert: async ({ tx }, rows) => {
    const data = await listed(tx, 'working_group', rows);
    await tx.workingGroup.createMany({ data });
  },
  update: oneByOne(async (hand, id, { was, is: { projectId, strandId, name }, mark }) => {
    const moved = was.projectId !== projectId;
    const table = 'working_group';
    const position = moved ? { position: await placeInProject(hand, table, { id, projectId }) } : {};
    await hand.tx.workingGroup.update({
      where: { id },
      data: { projectId, strandId, name, ...position, ...mark },
    });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.workingGroup.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ projectId, name }) => ({ projectId, name }),
    held: async (tx, uniques, ids) => {
      const row = await tx.workingGroup.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

/** The programme of a row. */
export function programmeFrom(row: ProgrammeModel): Stored<ProgrammeSnapshot> {
  const { name, national, isNew, version, removedAt } = row;
  const projectId = row.projectId as ProjectId;
  const snapshot = { kind: 'programme', projectId, name, national, isNew } as const;
  return { version, removed: removedAt !== null, snapshot, place: row.position };
}

/** Budget programmes. */
export const programmes = snapshotTable('programme', {
  find: async (tx, ids) =>
    storedById(await tx.programme.findMany({ where: { id: { in: [...ids] } } }), programmeFrom),
  insert: async ({ tx }, rows) => insertRows(tx, 'programme', await listed(tx, 'programme', rows)),
  update: async (hand, rows) => {
    const isMoved = ({ was, is }: Changed<ProgrammeSnapshot>) => was.projectId !== is.projectId;
    for (const { id, is, mark } of rows.filter(isMoved)) {
      const { kind: _kind, ...told } = is;
      const position = await placeInProject(hand, 'programme', { id, projectId: told.projectId });
      await hand.tx.programme.update({ where: { id }, data: { ...told, position, ...mark } });
    }
    await updateRows(hand.tx, 'programme', rows.filter((row) => !isMoved(row)).map(columnsOf));
  },
  mark: async (tx, ids, removedAt) => {
    await tx.programme.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

/** The line of work of a row. */
export function initiativeFrom({
  text,
  version,
  removedAt,
  ...row
}: InitiativeModel): Stored<InitiativeSnapshot> {
  const snapshot = { kind: 'initiative', projectId: row.projectId as ProjectId, text } as const;
  return { version, removed: removedAt !== null, snapshot, place: row.position };
}

/** Lines of work (▼). */
export const initiatives = snapshotTable('initiative', {
  find: async (tx, ids) =>
    storedById(await tx.initiative.findMany({ where: { id: { in: [...ids] } } }), initiativeFrom),
  insert: async ({ tx }, rows) => insertRows(tx, 'initiative', await listed(tx, 'initiative', rows)),
  update: ({ tx }, rows) => updateRows(tx, 'initiative', rows.map(columnsOf)),
  mark: async (tx, ids, removedAt) => {
    await tx.initiative.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});

function columnsOf<Kept extends PartSnapshot>({ id, is: { kind: _kind, ...told }, mark }: Changed<Kept>) {
  return { id, ...told, ...mark };
}

/** The columns of new parts, each with its place in the list of its project. */
async function listed<Kept extends PartSnapshot>(
  tx: Transaction,
  table: PlacedTable,
  rows: readonly Added<Kept>[],
) {
  const places = await placeRows(
    tx,
    table,
    rows.map(({ id, behind, snapshot: { projectId } }) => ({ id, projectId, parentId: null, behind })),
  );
  return rows.map(({ id, snapshot: { kind: _kind, ...told } }) => ({
    id,
    position: places.get(id) ?? 0,
    ...told,
  }));
}
