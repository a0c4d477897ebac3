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
import { placeInProject } from './place-in-project.ts';
import { othersThere, type Stored, snapshotTable } from './snapshot-table.ts';

/** The strand of a row. */
export function strandFrom({ name, version, removedAt, ...row }: StrandModel): Stored<StrandSnapshot> {
  const [projectId, parentId] = [row.projectId as ProjectId, row.parentId as StrandId | null];
  const snapshot = { kind: 'strand', projectId, parentId, name } as const;
  return { version, removed: removedAt !== null, snapshot, place: row.position };
}

/** The named parts of projects; a new one stands behind the others of its project. */
export const strands = snapshotTable('strand', {
  find: async (tx, id) => {
    const row = await tx.strand.findUnique({ where: { id } });
    return row && strandFrom(row);
  },
  insert: async (hand, id, { projectId, parentId, name }) => {
    const position = await placeInProject(hand, 'strand', { id, projectId });
    await hand.tx.strand.create({ data: { id, position, projectId, parentId, name } });
  },
  update: async (hand, id, { was, is: { projectId, parentId, name }, mark }) => {
    const moved = was.projectId !== projectId;
    const position = moved ? { position: await placeInProject(hand, 'strand', { id, projectId }) } : {};
    await hand.tx.strand.update({
      where: { id },
      data: { projectId, parentId, name, ...position, ...mark },
    });
  },
  mark: async (tx, id, mark) => {
    await tx.strand.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { projectId, name }) => {
    const where = { projectId, name, ...othersThere(id) };
    return (await tx.strand.findFirst({ where, select: { id: true } }))?.id ?? null;
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
  find: async (tx, id) => {
    const row = await tx.workingGroup.findUnique({ where: { id } });
    return row && workingGroupFrom(row);
  },
  insert: async (hand, id, { projectId, strandId, name }) => {
    const position = await placeInProject(hand, 'working_group', { id, projectId });
    await hand.tx.workingGroup.create({ data: { id, position, projectId, strandId, name } });
  },
  update: async (hand, id, { was, is: { projectId, strandId, name }, mark }) => {
    const moved = was.projectId !== projectId;
    const table = 'working_group';
    const position = moved ? { position: await placeInProject(hand, table, { id, projectId }) } : {};
    await hand.tx.workingGroup.update({
      where: { id },
      data: { projectId, strandId, name, ...position, ...mark },
    });
  },
  mark: async (tx, id, mark) => {
    await tx.workingGroup.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { projectId, name }) => {
    const where = { projectId, name, ...othersThere(id) };
    return (await tx.workingGroup.findFirst({ where, select: { id: true } }))?.id ?? null;
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
  find: async (tx, id) => {
    const row = await tx.programme.findUnique({ where: { id } });
    return row && programmeFrom(row);
  },
  insert: async (hand, id, { kind: _kind, ...told }) => {
    const position = await placeInProject(hand, 'programme', { id, projectId: told.projectId });
    await hand.tx.programme.create({ data: { id, position, ...told } });
  },
  update: async (hand, id, { was, is: { kind: _kind, ...told }, mark }) => {
    const moved = was.projectId !== told.projectId;
    const position = moved
      ? { position: await placeInProject(hand, 'programme', { id, projectId: told.projectId }) }
      : {};
    await hand.tx.programme.update({ where: { id }, data: { ...told, ...position, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.programme.update({ where: { id }, data: mark });
  },
  rival: async () => null,
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
  find: async (tx, id) => {
    const row = await tx.initiative.findUnique({ where: { id } });
    return row && initiativeFrom(row);
  },
  insert: async (hand, id, { projectId, text }) => {
    const position = await placeInProject(hand, 'initiative', { id, projectId });
    await hand.tx.initiative.create({ data: { id, position, projectId, text } });
  },
  update: async (hand, id, { is: { projectId, text }, mark }) => {
    await hand.tx.initiative.update({ where: { id }, data: { projectId, text, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.initiative.update({ where: { id }, data: mark });
  },
  rival: async () => null,
  owners: ({ projectId }) => [{ kind: 'project', id: projectId }],
});
