import type { Indicator } from '../domain/indicator.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Period } from '../domain/period/period.ts';
import type { Project } from '../domain/project.ts';
import { isReached } from '../domain/rate.ts';

/** What a line of a project is. */
export type DocumentKind =
  | 'project'
  | 'initiative'
  | 'strand'
  | 'working-group'
  | 'milestone'
  | 'indicator'
  | 'programme';

/** One line of a project that a search may find. */
export interface SearchDocument {
  /** Unique in the whole index, and the same for the same line at every time: `8/milestone/<id>`. */
  readonly id: string;
  readonly projectNumber: number;
  readonly kind: DocumentKind;
  /** As written. Of a project its name. */
  readonly text: string;
  /** Other names by which it is asked for: the aliases of a project, its lines of work. */
  readonly otherNames: readonly string[];
  /** What it stands under, and what is said beside it: the entry above, strand, working group, notes. */
  readonly context: readonly string[];
  readonly periods: readonly Period[];
  /** Of an indicator the unit of its values. */
  readonly unit: string | null;
  /**
   * Of a milestone what people have said of it; of an indicator whether its target is reached; else null, as for an
   * indicator without a value.
   */
  readonly state: Milestone['state'] | 'unmet' | null;
}

/** All lines of a project, its name first, then in written order. */
export function documentsOf(project: Project): readonly SearchDocument[] {
  const { number, name, aliases, initiatives, strands, workingGroups, programmes } = project;
  const named = (kind: DocumentKind, names: readonly string[]): readonly SearchDocument[] =>
    names.map((text, at) => ({ ...blank, id: `${number}/${kind}/${at}`, projectNumber: number, kind, text }));
  return [
    {
      ...blank,
      id: `${number}/project`,
      projectNumber: number,
      kind: 'project',
      text: name,
      otherNames: aliases,
      context: initiatives,
    },
    ...named('initiative', initiatives),
    ...named('strand', strands.map(nameOf)),
    ...named('working-group', workingGroups.map(nameOf)),
    ...project.milestones.map((milestone) => ofMilestone(milestone, project)),
    ...project.indicators.map((indicator) => ofIndicator(indicator, number)),
    ...named('programme', programmes.map(nameOf)),
  ];
}

const blank = { otherNames: [], context: [], periods: [], unit: null, state: null } as const;

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function ofMilestone(milestone: Milestone, project: Project): SearchDocument {
  const { id, text, state, dates, notes, figures, workingGroupId, strandId, parentId } = milestone;
  const above = project.milestones.find((each) => each.id === parentId);
  const strand = project.strands.find((each) => each.id === (strandId ?? above?.strandId));
  const group = project.workingGroups.find((each) => each.id === workingGroupId);
  const said = [above?.text, strand?.name, group?.name, ...notes, ...figures];
  return {
    id: `${project.number}/milestone/${id}`,
    projectNumber: project.number,
    kind: 'milestone',
    text,
    otherNames: [],
    context: said.filter((each): each is string => each !== undefined && !text.includes(each)),
    periods: dates.map(({ period }) => period),
    unit: null,
    state,
  };
}

function ofIndicator(indicator: Indicator, projectNumber: number): SearchDocument {
  const { id, name, note, unit, current } = indicator;
  const reached = isReached(indicator);
  return {
    id: `${projectNumber}/indicator/${id}`,
    projectNumber,
    kind: 'indicator',
    text: name,
    otherNames: [],
    context: note === null ? [] : [note],
    periods: current?.asOf ? [current.asOf] : [],
    unit,
    state: reached === null ? null : reached ? 'achieved' : 'unmet',
  };
}
