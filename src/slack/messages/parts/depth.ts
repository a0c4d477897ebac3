import type { Milestone } from '../../../domain/milestone.ts';

const deepest = 8;

/** Says how many entries stand above a milestone: 0 for an entry (■) itself; at most what Slack indents. */
export function depthsOf(milestones: readonly Milestone[]): (milestone: Milestone) => number {
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const depthOf = (milestone: Milestone): number => {
    const above = milestone.parentId === null ? undefined : byId.get(milestone.parentId);
    return above === undefined ? 0 : Math.min(depthOf(above) + 1, deepest);
  };
  return depthOf;
}
