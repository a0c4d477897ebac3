import type { EditionEntry, EditionIndicator, EditionProject } from '../../src/domain/edition.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { Milestone, MilestoneId } from '../../src/domain/milestone.ts';
import type { Project } from '../../src/domain/project.ts';

/** The project as an edition would write it, with the observations that nobody has withdrawn. */
export function editionProjectOf(project: Project): EditionProject {
  const { number, name, aliases, initiatives, programmes } = project;
  const strandName = nameById(project.strands);
  const entries = (column: Milestone['column']) => entriesBelow(project, { parentId: null, column });
  return {
    number,
    name,
    aliases,
    initiatives,
    programmes,
    strands: project.strands.map((strand) => ({ name: strand.name, within: strandName(strand.parentId) })),
    workingGroups: project.workingGroups.map((group) => ({
      name: group.name,
      strand: strandName(group.strandId),
    })),
    progress: entries('progress'),
    upcoming: entries('upcoming'),
    indicators: project.indicators.map(editionIndicatorOf),
  };
}

function entriesBelow(
  project: Project,
  { parentId, column }: { parentId: MilestoneId | null; column: Milestone['column'] },
): readonly EditionEntry[] {
  return project.milestones
    .filter((milestone) => milestone.parentId === parentId && milestone.column === column)
    .map(({ id, mark, text, state, strandId, workingGroupId, dates, figures, notes }) => ({
      mark,
      text,
      state,
      strand: nameById(project.strands)(strandId),
      workingGroup: nameById(project.workingGroups)(workingGroupId),
      dates,
      figures,
      notes,
      entries: entriesBelow(project, { parentId: id, column }),
    }));
}

function editionIndicatorOf(indicator: Indicator): EditionIndicator {
  const { id: _id, current: _current, version: _version, rhythm: _rhythm, observations, ...told } = indicator;
  return { ...told, observations: observations.map(({ value, asOf }) => ({ value, asOf })) };
}

function nameById(things: readonly { readonly id: string; readonly name: string }[]) {
  return (id: string | null): string | null => things.find((thing) => thing.id === id)?.name ?? null;
}
