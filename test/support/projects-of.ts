import type {
  EditionContent,
  EditionEntry,
  EditionIndicator,
  EditionProject,
} from '../../src/domain/edition.ts';
import type { Indicator, IndicatorId, Observation, ObservationId } from '../../src/domain/indicator.ts';
import type { Milestone, MilestoneId, StrandId, WorkingGroupId } from '../../src/domain/milestone.ts';
import type { EditionLabel, Project, ProjectId } from '../../src/domain/project.ts';
import { assumedRhythm } from '../../src/domain/rhythm.ts';
import { readEditionFile, shippedEditionFile } from '../../src/reports/edition-file.ts';

/** The projects of the shipped edition. Rejects with its problems when it has any. */
export async function shippedProjects(): Promise<readonly Project[]> {
  const read = readEditionFile(await shippedEditionFile());
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return projectsOf(read.value);
}

/** The projects of an edition without a store; ids are made from positions, `8/upcoming.0.1`. */
function projectsOf({ key, title, asOf, projects }: EditionContent): readonly Project[] {
  return projects.map((project) => projectOf(project, { key, title, asOf }));
}

function projectOf(project: EditionProject, edition: EditionLabel): Project {
  const milestones = [
    ...project.progress.flatMap((entry, at) => milestonesOf(entry, placeOf(project, 'progress', at))),
    ...project.upcoming.flatMap((entry, at) => milestonesOf(entry, placeOf(project, 'upcoming', at))),
  ];
  return {
    id: `${project.number}` as ProjectId,
    number: project.number,
    name: project.name,
    aliases: project.aliases,
    initiatives: project.initiatives,
    programmes: project.programmes,
    strands: project.strands.map(({ name, within }) => ({
      id: name as StrandId,
      parentId: within as StrandId | null,
      name,
    })),
    workingGroups: project.workingGroups.map(({ name, strand }) => ({
      id: name as WorkingGroupId,
      strandId: strand as StrandId | null,
      name,
    })),
    indicators: project.indicators.map((indicator, at) =>
      indicatorOf(indicator, `${project.number}/${at}`, edition),
    ),
    milestones,
    scheduled: milestones.filter(isScheduled),
    edition,
  };
}

interface Place {
  readonly id: string;
  readonly parentId: MilestoneId | null;
  readonly column: Milestone['column'];
}

function placeOf({ number }: EditionProject, column: Milestone['column'], at: number): Place {
  return { id: `${number}/${column}.${at}`, parentId: null, column };
}

function milestonesOf(entry: EditionEntry, { id, parentId, column }: Place): readonly Milestone[] {
  const { entries, strand, workingGroup, ...told } = entry;
  const milestone: Milestone = {
    ...told,
    id: id as MilestoneId,
    parentId,
    column,
    strandId: strand as StrandId | null,
    workingGroupId: workingGroup as WorkingGroupId | null,
    firstPlanned: null,
    version: 1,
  };
  const below = entries.flatMap((each, at) =>
    milestonesOf(each, { id: `${id}.${at}`, parentId: milestone.id, column }),
  );
  return [milestone, ...below];
}

function isScheduled({ state, dates }: Milestone): boolean {
  return (state === 'planned' || state === 'postponed') && dates.length > 0;
}

function indicatorOf(indicator: EditionIndicator, id: string, { key }: EditionLabel): Indicator {
  const observations: readonly Observation[] = indicator.observations.map((observation, at) => ({
    ...observation,
    id: `${id}.${at}` as ObservationId,
    note: null,
    source: { kind: 'edition', editionKey: key, recordedAt: new Date(0) },
  }));
  return {
    ...indicator,
    id: id as IndicatorId,
    rhythm: assumedRhythm(indicator.target, indicator.observations.at(-1)?.asOf ?? null),
    observations,
    current: observations.at(-1) ?? null,
    version: 1,
  };
}
