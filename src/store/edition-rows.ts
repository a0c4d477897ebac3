import type { EditionContent, EditionEntry, EditionIndicator, EditionProject } from '../domain/edition.ts';
import type { Milestone } from '../domain/milestone.ts';
import { assumedRhythm } from '../domain/rhythm.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { editionRow } from './edition-row.ts';
import { asOfColumns, periodColumns } from './period-rows.ts';
import { comparatorRowOf, frequencyRowOf, markRowOf, valueColumns } from './row-words.ts';

/** The rows of an edition, table by table; within a table a row stands behind those that it names. */
export interface EditionRows {
  readonly edition: Prisma.EditionCreateManyInput;
  readonly projects: Prisma.ProjectCreateManyInput[];
  readonly aliases: Prisma.ProjectAliasCreateManyInput[];
  readonly initiatives: Prisma.InitiativeCreateManyInput[];
  readonly strands: Prisma.StrandCreateManyInput[];
  readonly workingGroups: Prisma.WorkingGroupCreateManyInput[];
  readonly milestones: Prisma.MilestoneCreateManyInput[];
  readonly dates: Prisma.MilestoneDateCreateManyInput[];
  readonly indicators: Prisma.IndicatorCreateManyInput[];
  readonly observations: Prisma.ObservationCreateManyInput[];
  readonly programmes: Prisma.ProgrammeCreateManyInput[];
}

interface Loading {
  readonly rows: EditionRows;
  readonly newId: () => string;
  readonly recordedAt: Date;
}

/** A project on its way into rows: what its parts need to name it and one another. */
interface ProjectLoading extends Loading {
  readonly projectId: string;
  readonly number: number;
  readonly strandIds: ReadonlyMap<string, string>;
  readonly workingGroupIds: ReadonlyMap<string, string>;
}

/**
 * The rows of `content`, recorded at `at`.
 *
 * @throws RangeError when the content names a strand or working group that its project does not have
 */
export function editionRows(
  content: EditionContent,
  { at, newId }: { at: Date; newId: () => string },
): EditionRows {
  const rows: EditionRows = {
    edition: editionRow(content, { id: newId(), at }),
    projects: [],
    aliases: [],
    initiatives: [],
    strands: [],
    workingGroups: [],
    milestones: [],
    dates: [],
    indicators: [],
    observations: [],
    programmes: [],
  };
  for (const project of content.projects) addProject(project, { rows, newId, recordedAt: at });
  return rows;
}

function addProject(project: EditionProject, loading: Loading): void {
  const { rows, newId } = loading;
  const projectId = newId();
  const editionId = rows.edition.id;
  rows.projects.push({ id: projectId, number: project.number, name: project.name, editionId });
  const part = (position: number) => ({ id: newId(), projectId, position });
  rows.aliases.push(...project.aliases.map((alias, index) => ({ ...part(index), alias })));
  rows.initiatives.push(...project.initiatives.map((text, index) => ({ ...part(index), text })));
  rows.programmes.push(...project.programmes.map((programme, index) => ({ ...part(index), ...programme })));
  const strandIds = addStrands(project, { ...loading, projectId });
  const groups = project.workingGroups.map(({ name, strand }, index) => ({
    ...part(index),
    name,
    strandId: idOf(strandIds, strand),
  }));
  rows.workingGroups.push(...groups);
  const workingGroupIds = new Map(groups.map((group) => [group.name, group.id]));
  const inProject = { ...loading, projectId, number: project.number, strandIds, workingGroupIds };
  addEntries(project.progress, { column: 'progress', parentId: null }, inProject);
  addEntries(project.upcoming, { column: 'upcoming', parentId: null }, inProject);
  project.indicators.forEach((indicator, position) => {
    addIndicator(indicator, position, inProject);
  });
}

function addStrands(
  { strands }: EditionProject,
  { rows, newId, projectId }: Loading & { readonly projectId: string },
): ReadonlyMap<string, string> {
  const ids = new Map(strands.map((strand) => [strand.name, newId()]));
  const made = strands.map(({ name, within }, position) => ({
    id: idOf(ids, name) ?? newId(),
    projectId,
    parentId: idOf(ids, within),
    position,
    name,
  }));
  rows.strands.push(...made);
  return ids;
}

function addEntries(
  entries: readonly EditionEntry[],
  place: { readonly column: Milestone['column']; readonly parentId: string | null },
  loading: ProjectLoading,
): void {
  const { rows, newId, projectId, strandIds, workingGroupIds } = loading;
  for (const entry of entries) {
    const id = newId();
    rows.milestones.push({
      id,
      projectId,
      ...place,
      strandId: idOf(strandIds, entry.strand),
      workingGroupId: idOf(workingGroupIds, entry.workingGroup),
      // Counts on over all columns and projects: only the order matters.
      position: rows.milestones.length,
      mark: markRowOf[entry.mark],
      text: entry.text,
      state: entry.state,
      figures: [...entry.figures],
      notes: [...entry.notes],
    });
    const dates = entry.dates.map(({ period, ordinal }, position) => ({
      id: newId(),
      milestoneId: id,
      position,
      ordinal,
      ...periodColumns(period),
    }));
    rows.dates.push(...dates);
    addEntries(entry.entries, { ...place, parentId: id }, loading);
  }
}

function addIndicator(indicator: EditionIndicator, position: number, loading: ProjectLoading): void {
  const { rows, newId, projectId, number, recordedAt } = loading;
  const { target, comparator, observations, ...told } = indicator;
  const { amount: targetAmount, state: targetState } = valueColumns(target);
  const { frequency, lagMonths } = assumedRhythm(target, observations.at(-1)?.asOf ?? null);
  const id = newId();
  rows.indicators.push({
    ...told,
    id,
    projectId,
    position,
    targetAmount,
    targetState,
    comparator: comparatorRowOf[comparator],
    frequency: frequencyRowOf[frequency],
    lagMonths,
  });
  const made = observations.map(({ value, asOf }, index) => ({
    id: newId(),
    indicatorId: id,
    position: index,
    ...valueColumns(value),
    ...(asOf && asOfColumns(asOf)),
    editionId: rows.edition.id,
    editionProject: number,
    editionLine: position + 1,
    recordedAt,
  }));
  rows.observations.push(...made);
}

function idOf(ids: ReadonlyMap<string, string>, name: string | null): string | null {
  if (name === null) return null;
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`the edition names ${name}, which its project does not have`);
  return id;
}
