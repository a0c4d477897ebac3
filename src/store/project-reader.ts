import type { ProjectFollower, ProjectReader, ScheduledMilestone } from '../actions/ports.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Span } from '../domain/period/period.ts';
import type { Project, ProjectId, ProjectSummary } from '../domain/project.ts';
import { changedSince } from './changed-projects.ts';
import type { Database } from './database.ts';
import {
  listedParts,
  livingProject,
  milestoneOf,
  milestoneParts,
  projectOf,
  projectParts,
  scheduledStates,
  summaryOf,
} from './project-rows.ts';

/**
 * The reader over a database, but for its revision. Projects are read with one statement ('join'), so that they
 * never hold one half of a change.
 */
export function projectReader({ prisma }: Database): Omit<ProjectReader, 'revision'> {
  return {
    listProjects: () => listProjects(prisma),
    findProject: (number) => findProject(prisma, number),
    findScheduled: (span) => findScheduled(prisma, span),
  };
}

/** The follower over a database. */
export function projectFollower({ prisma }: Database): ProjectFollower {
  return {
    changedSince: (mark) => changedSince(prisma, mark),
    listSome: (ids) => listProjects(prisma, ids),
    scheduledIn: (ids, span) => findScheduled(prisma, span, ids),
  };
}

type Client = Database['prisma'];
type Ids = ReadonlySet<string>;

async function listProjects(prisma: Client, among?: Ids): Promise<readonly ProjectSummary[]> {
  const rows = await prisma.project.findMany({
    where: { ...livingProject, ...(among && { id: { in: [...among] } }) },
    include: listedParts,
    orderBy: { number: 'asc' },
    relationLoadStrategy: 'join',
  });
  return rows.map(summaryOf);
}

/** PostgreSQL's `integer` ends here; a larger number is nobody's. */
const largestNumber = 2_147_483_647;

async function findProject(prisma: Client, number: number): Promise<Project | null> {
  if (!Number.isInteger(number) || Math.abs(number) > largestNumber) return null;
  const row = await prisma.project.findFirst({
    where: { number, ...livingProject },
    include: projectParts,
    relationLoadStrategy: 'join',
  });
  return row === null ? null : projectOf(row);
}

async function findScheduled(
  prisma: Client,
  span: Span,
  among?: Ids,
): Promise<readonly ScheduledMilestone[]> {
  const ids = await findIdsTouching(prisma, span, among);
  const rows = await prisma.milestone.findMany({
    where: { id: { in: ids }, state: { in: [...scheduledStates] } },
    include: {
      ...milestoneParts,
      project: { select: { number: true, name: true } },
      parent: { select: { text: true } },
    },
    relationLoadStrategy: 'join',
  });
  return rows
    .toSorted((a, b) => a.project.number - b.project.number || byPlace(a, b))
    .map((row) => ({
      projectId: row.projectId as ProjectId,
      projectNumber: row.project.number,
      projectName: row.project.name,
      under: row.parent?.text ?? null,
      milestone: milestoneOf(row),
    }));
}

/** The column of progress stands first. */
function byPlace(a: Place, b: Place): number {
  return Number(a.column === 'upcoming') - Number(b.column === 'upcoming') || a.position - b.position;
}

interface Place {
  readonly column: Milestone['column'];
  readonly position: number;
}

/** By the range index: Prisma's own conditions would read all dates. */
async function findIdsTouching(prisma: Client, { first, last }: Span, among?: Ids): Promise<string[]> {
  const these = among === undefined ? null : [...among];
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m."id"
      FROM "milestone_date" d
      JOIN "milestone" m ON m."id" = d."milestone_id"
      JOIN "project" p ON p."id" = m."project_id"
     WHERE daterange(d."first", d."last", '[]') && daterange(${first}::text::date, ${last}::text::date, '[]')
       AND (d."first" IS NOT NULL OR d."last" IS NOT NULL)
       AND m."state" IN ('planned', 'postponed')
       AND m."removed_at" IS NULL AND p."retired_at" IS NULL AND p."removed_at" IS NULL
       AND (${these}::uuid[] IS NULL OR p."id" = ANY(${these}::uuid[]))`;
  return rows.map((row) => row.id);
}
