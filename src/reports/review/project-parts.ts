import { groupIn, mentionedGroup } from './group-names.ts';
import type { SourceLine, UnderstoodGroup, UnderstoodStrand } from './understood.ts';

/** The named parts of a project, gathered as its cells are read: each once, where it stands first. */
export interface ProjectParts {
  /** The names of its working groups, in written order; known before the cells are read. */
  readonly groupNames: readonly string[];
  readonly strand: (strand: UnderstoodStrand) => void;
  readonly group: (group: UnderstoodGroup) => void;
  readonly strands: () => readonly UnderstoodStrand[];
  readonly groups: () => readonly UnderstoodGroup[];
}

/** Parts of a project with these lines. */
export function projectParts(lines: readonly SourceLine[]): ProjectParts {
  const groupNames = groupNamesOf(lines);
  const strands = new Map<string, UnderstoodStrand>();
  const groups = new Map<string, UnderstoodGroup>();
  return {
    groupNames,
    strand: (strand) => {
      if (!strands.has(strand.name)) strands.set(strand.name, strand);
    },
    group: (group) => {
      if (!groups.has(group.name)) groups.set(group.name, group);
    },
    strands: () => [...strands.values()],
    groups: () => groupNames.flatMap((name) => groups.get(name) ?? []),
  };
}

/** A line that only mentions a group by the end of its name founds no other. */
function groupNamesOf(lines: readonly SourceLine[]): readonly string[] {
  const names: string[] = [];
  for (const { text } of lines) {
    const line = text.replace(/^[■□◆●・･•※]\s*/u, '');
    if (mentionedGroup(line, names) !== null) continue;
    const name = groupIn(line);
    if (name !== null && !names.includes(name)) names.push(name);
  }
  return names;
}
