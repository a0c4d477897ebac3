import type { ProjectReader } from '../../src/actions/ports.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import type { Span } from '../../src/domain/period/period.ts';
import type { Project } from '../../src/domain/project.ts';

/** A reader of the given projects, for tests of what stands on a store. */
export function memoryReader(projects: readonly Project[]): ProjectReader {
  const byNumber = projects.toSorted((a, b) => a.number - b.number);
  return {
    revision: async () => '1',
    listProjects: async () => byNumber,
    findProject: async (number) => byNumber.find((project) => project.number === number) ?? null,
    findScheduled: async (span) =>
      byNumber.flatMap(({ id: projectId, number, name, scheduled, milestones }) =>
        scheduled
          .filter((milestone) => touches(milestone, span))
          .map((milestone) => ({
            projectId,
            projectNumber: number,
            projectName: name,
            under: milestones.find(({ id }) => id === milestone.parentId)?.text ?? null,
            milestone,
          })),
      ),
  };
}

/** A reader whose store is down. */
export function brokenReader(): ProjectReader {
  const fail = () => Promise.reject(new Error('the store is down'));
  return { revision: fail, listProjects: fail, findProject: fail, findScheduled: fail };
}

function touches({ dates }: Milestone, span: Span): boolean {
  return dates.some(({ period: { first, last } }) => {
    if (first === null && last === null) return false;
    return (first === null || first <= span.last) && (last === null || last >= span.first);
  });
}
