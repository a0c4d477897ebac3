import type { Milestone, MilestoneId, StrandId } from '../../../domain/milestone.ts';
import type { Project } from '../../../domain/project.ts';
import { shorten } from '../../blocks/shorten.ts';
import type { Words } from '../../words/index.ts';

const mostOfEntry = 40;

/** Says to which strands a milestone of the project belongs: 【strand › strand within】, or ''. */
export function strandNamesOf({ strands }: Project, words: Words): (milestone: Milestone) => string {
  const byId = new Map(strands.map((strand) => [strand.id, strand]));
  const path = (id: StrandId | null): string[] => {
    const strand = id === null ? undefined : byId.get(id);
    return strand === undefined ? [] : [...path(strand.parentId), strand.name];
  };
  return ({ strandId }) => {
    const names = path(strandId);
    return names.length === 0 ? '' : words('mark.strand', { strand: names.join(' › ') });
  };
}

/** Says where a milestone stands: its strands and the entry above it, shortened. */
export function placesOf(project: Project, words: Words): (milestone: Milestone) => string {
  const strandsOf = strandNamesOf(project, words);
  const entries = new Map(project.milestones.map((milestone) => [milestone.id, milestone]));
  const entryAbove = (id: MilestoneId | null): string => {
    const entry = id === null ? undefined : entries.get(id);
    if (entry === undefined) return '';
    return entry.parentId === null ? entry.text : entryAbove(entry.parentId);
  };
  return (milestone) => {
    const above = entryAbove(milestone.parentId);
    const strand = strandsOf(milestone);
    if (above === '') return strand;
    const aside = shorten(above, mostOfEntry);
    return strand === ''
      ? words('mark.brackets', { what: aside })
      : words('mark.aside', { name: strand, aside });
  };
}
