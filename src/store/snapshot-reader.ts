import type { SnapshotKind, Versioned } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { livingProject, milestoneParts, there, writtenOrder } from './project-rows.ts';
import { indicatorFrom } from './snapshot-indicator.ts';
import { milestoneFrom } from './snapshot-milestone.ts';
import { observationFrom } from './snapshot-observation.ts';
import { initiativeFrom, programmeFrom, strandFrom, workingGroupFrom } from './snapshot-part.ts';
import { roleFrom } from './snapshot-post.ts';
import { projectFrom, withAliases } from './snapshot-project.ts';
import type { Stored } from './snapshot-table.ts';
import { isUuid } from './snapshot-tables.ts';

type Client = Database['prisma'];

/** The rows of all projects, also of those retired, by number; of one number the oldest first. */
export async function readProjectRows(prisma: Client): Promise<readonly Versioned[]> {
  const rows = await prisma.project.findMany({
    where: { removedAt: null },
    include: withAliases,
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    relationLoadStrategy: 'join',
  });
  return versioned('project', rows, projectFrom);
}

/** As `ChangeStore.projectsBefore` says. */
export async function readProjectsBefore(prisma: Client, edition: string): Promise<readonly ProjectId[]> {
  const rows = await prisma.project.findMany({
    where: { ...livingProject, OR: [{ editionId: null }, { edition: { key: { lt: edition } } }] },
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ id }) => id as ProjectId);
}

const contents = {
  strands: there,
  workingGroups: there,
  milestones: { where: { removedAt: null }, include: milestoneParts, orderBy: [...writtenOrder] },
  indicators: {
    ...there,
    include: { observations: { where: { withdrawnAt: null }, orderBy: { position: 'asc' } } },
  },
  programmes: there,
  initiatives: there,
  roles: { where: { removedAt: null, post: { removedAt: null } }, orderBy: [{ role: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.ProjectInclude;

/** The rows in force of a project, as `ChangeStore.rowsOf` says; none where there is no such project. */
export async function readRowsOf(prisma: Client, id: ProjectId): Promise<readonly Versioned[]> {
  if (!isUuid(id)) return [];
  const project = await prisma.project.findUnique({
    where: { id },
    include: contents,
    relationLoadStrategy: 'join',
  });
  if (project === null) return [];
  const observations = project.indicators.flatMap((indicator) => indicator.observations);
  return [
    ...versioned('strand', project.strands, strandFrom),
    ...versioned('working-group', project.workingGroups, workingGroupFrom),
    ...versioned('milestone', project.milestones, milestoneFrom),
    ...versioned('indicator', project.indicators, indicatorFrom),
    ...versioned('observation', observations, observationFrom),
    ...versioned('programme', project.programmes, programmeFrom),
    ...versioned('initiative', project.initiatives, initiativeFrom),
    ...versioned('role', project.roles, roleFrom),
  ];
}

function versioned<Row extends { readonly id: string }>(
  kind: SnapshotKind,
  rows: readonly Row[],
  from: (row: Row) => Stored,
): readonly Versioned[] {
  return rows.map((row) => {
    const { version, snapshot } = from(row);
    return { target: { kind, id: row.id }, version, snapshot };
  });
}
