import type { EditionContent, EditionEntry, EditionIndicator, EditionProject } from '../../domain/edition.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Milestone, MilestoneId } from '../../domain/milestone.ts';
import type { Project, Strand } from '../../domain/project.ts';
import { entryLine } from './entry-line.ts';
import { placeEntries } from './place-entries.ts';

/**
 * The table that these projects (as they stand, or as they stood on a past day) would be published as.
 *
 * @param head What stands over and below the table.
 */
export function contentOfProjects(
  projects: readonly Project[],
  head: Omit<EditionContent, 'projects'>,
): EditionContent {
  return { ...head, projects: projects.map(contentOfProject) };
}

function contentOfProject(project: Project): EditionProject {
  const { number, name, aliases, initiatives, programmes, strands } = project;
  const strandName = nameById(strands);
  const columns = placeEntries({
    progress: entriesOf(project, { column: 'progress', parentId: null }),
    upcoming: entriesOf(project, { column: 'upcoming', parentId: null }),
  });
  return {
    number,
    name,
    aliases,
    initiatives,
    programmes,
    strands: strands.map((strand) => ({ name: strand.name, within: strandName(strand.parentId) })),
    workingGroups: project.workingGroups.map((group) => ({
      name: group.name,
      strand: strandName(group.strandId),
    })),
    progress: byStrand(columns.progress, strands),
    upcoming: byStrand(columns.upcoming, strands),
    indicators: project.indicators.map(contentOfIndicator),
  };
}

interface Place {
  readonly column: Milestone['column'];
  readonly parentId: MilestoneId | null;
}

function entriesOf(project: Project, place: Place): readonly EditionEntry[] {
  const strandName = nameById(project.strands);
  const groupName = nameById(project.workingGroups);
  return project.milestones
    .filter(({ column, parentId }) => column === place.column && parentId === place.parentId)
    .map((milestone) => ({
      mark: milestone.mark,
      text: entryLine(milestone),
      state: milestone.state,
      strand: strandName(milestone.strandId),
      workingGroup: groupName(milestone.workingGroupId),
      dates: milestone.dates,
      figures: milestone.figures,
      notes: milestone.notes,
      entries: entriesOf(project, { ...place, parentId: milestone.id }),
    }));
}

/**
 * Entries of one outermost strand together, in the order of the strands; those of none come first, since whatever
 * follows a heading (【…】) belongs to it.
 */
function byStrand(entries: readonly EditionEntry[], strands: readonly Strand[]): readonly EditionEntry[] {
  const rank = new Map(strands.map(({ name }, at) => [name, at]));
  const rankOf = ({ strand }: EditionEntry) =>
    strand === null ? -1 : (rank.get(outermost(strand, strands)) ?? -1);
  return entries.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function outermost(name: string, strands: readonly Strand[]): string {
  const strand = strands.find((each) => each.name === name);
  const parent = strands.find(({ id }) => id === strand?.parentId);
  return parent === undefined ? name : outermost(parent.name, strands);
}

/** With the value in force alone: the table shows no other. */
function contentOfIndicator(indicator: Indicator): EditionIndicator {
  const { name, unit, unitOnActual, target, comparator, comparatorWritten, cumulative, note, current } =
    indicator;
  const observations = current === null ? [] : [{ value: current.value, asOf: current.asOf }];
  return { name, unit, unitOnActual, target, comparator, comparatorWritten, cumulative, note, observations };
}

function nameById(things: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map<string, string>(things.map(({ id, name }) => [id, name]));
  return (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
}
