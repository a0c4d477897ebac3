import type { MilestoneSnapshot } from '../../domain/change.ts';
import type { Period } from '../../domain/period/period.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { MilestoneWords } from './fields/milestone.ts';

/** A milestone of which the table does not know yet: an entry (■) in the column of its state. */
export function newMilestone(
  words: MilestoneWords,
  {
    projectId,
    state,
    period,
  }: { readonly projectId: ProjectId; readonly state: 'planned' | 'achieved'; readonly period: Period },
): MilestoneSnapshot {
  return {
    kind: 'milestone',
    projectId,
    parentId: null,
    column: state === 'achieved' ? 'progress' : 'upcoming',
    mark: '■',
    state,
    dates: [{ period, ordinal: null }],
    firstPlanned: null,
    ...words,
  };
}
