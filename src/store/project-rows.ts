import type { Indicator, IndicatorId, Observation, ObservationId, Source } from '../domain/indicator.ts';
import type { Milestone, MilestoneId, StrandId, WorkingGroupId } from '../domain/milestone.ts';
import type { PersonId } from '../domain/person.ts';
import type { EditionLabel, Project, ProjectId, ProjectSummary } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { indicatorTermsOf } from './indicator-terms.ts';
import { asOfOf, firstPlannedOf, periodOf } from './period-rows.ts';
import { markOf, valueFrom } from './row-words.ts';

const byPosition = { orderBy: { position: 'asc' } } as const;

/** What nobody has taken away, in written order. */
export const there = { where: { removedAt: null }, ...byPosition } as const;

/** Milestones: the column of progress first, a parent before its children. */
export const writtenOrder = [
  { column: 'asc' },
  { position: 'asc' },
] as const satisfies Prisma.MilestoneOrderByWithRelationInput[];

/** The condition of a project that is neither retired nor removed. */
export const livingProject = { retiredAt: null, removedAt: null } as const;

/** The states of milestones that still lie ahead. */
export const scheduledStates = ['planned', 'postponed'] as const;

/** What has to be read of each kind of row; lists come in written order. */
export const milestoneParts = { dates: byPosition } as const satisfies Prisma.MilestoneInclude;

const indicatorParts = {
  observations: {
    where: { withdrawnAt: null },
    include: { edition: { select: { key: true } } },
    ...byPosition,
  },
} as const satisfies Prisma.IndicatorInclude;

const summaryParts = {
  aliases: byPosition,
  strands: there,
  indicators: { include: indicatorParts, ...there },
} as const satisfies Prisma.ProjectInclude;

export const listedParts = {
  ...summaryParts,
  milestones: {
    where: { state: { in: [...scheduledStates] }, dates: { some: {} }, removedAt: null },
    include: milestoneParts,
    orderBy: [...writtenOrder],
  },
} as const satisfies Prisma.ProjectInclude;

export const projectParts = {
  ...summaryParts,
  edition: true,
  initiatives: there,
  workingGroups: there,
  milestones: { where: { removedAt: null }, include: milestoneParts, orderBy: [...writtenOrder] },
  programmes: there,
} as const satisfies Prisma.ProjectInclude;

export type MilestoneRow = Prisma.MilestoneGetPayload<{ include: typeof milestoneParts }>;
type IndicatorRow = Prisma.IndicatorGetPayload<{ include: typeof indicatorParts }>;
type ObservationRow = IndicatorRow['observations'][number];
type SummaryRow = Prisma.ProjectGetPayload<{ include: typeof listedParts }>;
type ProjectRow = Prisma.ProjectGetPayload<{ include: typeof projectParts }>;

/** The summary of a project whose row was read with `listedParts` (or more milestones). */
export function summaryOf(row: SummaryRow): ProjectSummary {
  const milestones = row.milestones.map(milestoneOf);
  return {
    id: row.id as ProjectId,
    number: row.number,
    name: row.name,
    aliases: row.aliases.map((alias) => alias.alias),
    strands: row.strands.map((strand) => ({
      id: strand.id as StrandId,
      parentId: strand.parentId as StrandId | null,
      name: strand.name,
    })),
    indicators: row.indicators.map(indicatorOf),
    scheduled: milestones.filter(isScheduled),
  };
}

/** The project of a row that was read with `projectParts`. */
export function projectOf(row: ProjectRow): Project {
  return {
    ...summaryOf(row),
    initiatives: row.initiatives.map((initiative) => initiative.text),
    workingGroups: row.workingGroups.map((group) => ({
      id: group.id as WorkingGroupId,
      strandId: group.strandId as StrandId | null,
      name: group.name,
    })),
    milestones: row.milestones.map(milestoneOf),
    programmes: row.programmes.map(({ name, national, isNew }) => ({ name, national, isNew })),
    edition: row.edition === null ? null : editionLabelOf(row.edition),
  };
}

/** The milestone of a row that was read with `milestoneParts`. */
export function milestoneOf(row: MilestoneRow): Milestone {
  return {
    id: row.id as MilestoneId,
    parentId: row.parentId as MilestoneId | null,
    strandId: row.strandId as StrandId | null,
    workingGroupId: row.workingGroupId as WorkingGroupId | null,
    column: row.column,
    mark: markOf[row.mark],
    text: row.text,
    state: row.state,
    dates: row.dates.map((date) => ({ period: periodOf(date), ordinal: date.ordinal })),
    figures: row.figures,
    notes: row.notes,
    firstPlanned: firstPlannedOf(row),
    version: row.version,
  };
}

function isScheduled(milestone: Milestone): boolean {
  return scheduledStates.some((state) => state === milestone.state) && milestone.dates.length > 0;
}

function indicatorOf(row: IndicatorRow): Indicator {
  const observations = row.observations.toSorted(byTime).map(observationOf);
  return {
    id: row.id as IndicatorId,
    ...indicatorTermsOf(row),
    observations,
    current: observations.at(-1) ?? null,
    version: row.version,
  };
}

function observationOf(row: ObservationRow): Observation {
  return {
    id: row.id as ObservationId,
    value: valueFrom(row.amount, row.state),
    asOf: asOfOf(row),
    note: row.note,
    source: sourceOf(row),
  };
}

function sourceOf(row: ObservationRow): Source {
  const { edition, editionProject, editionLine, recordedById, recordedAt } = row;
  if (edition !== null) {
    const place =
      editionProject === null || editionLine === null
        ? null
        : { projectNumber: editionProject, line: editionLine };
    return { kind: 'edition', editionKey: edition.key, ...(place && { place }), recordedAt };
  }
  if (recordedById !== null) return { kind: 'person', by: recordedById as PersonId, recordedAt };
  throw new Error('an observation of the store came from nowhere');
}

/**
 * By the time for which they hold, so that a value of last year that is handed in late does not hide this year's.
 * One without a time holds for when it was recorded; of equals the later record counts, then the later row.
 */
function byTime(a: ObservationRow, b: ObservationRow): number {
  const timeOf = (row: ObservationRow) => (row.asOfLast ?? row.asOfFirst ?? row.recordedAt).getTime();
  return timeOf(a) - timeOf(b) || a.recordedAt.getTime() - b.recordedAt.getTime() || a.position - b.position;
}

function editionLabelOf(row: NonNullable<ProjectRow['edition']>): EditionLabel {
  const asOf = asOfOf(row);
  if (asOf === null) throw new Error(`edition ${row.key} of the store has no date`);
  return { key: row.key, title: row.title, asOf };
}
