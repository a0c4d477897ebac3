import type { EditionContent } from '../../domain/edition.ts';
import type { ReviewRow } from '../../reports/review/review.ts';
import {
  contentOf,
  type KnownAliases,
  type SourceLine,
  type UnderstoodEdition,
  type UnderstoodEntry,
  type UnderstoodProject,
} from '../../reports/review/understood.ts';

/** The edition with nothing but the accepted rows, for a store that holds nothing yet. */
export function acceptedContent(
  edition: UnderstoodEdition,
  accepted: readonly ReviewRow[],
  aliases: KnownAliases,
): EditionContent {
  const keys = new Set(accepted.map(({ key }) => key));
  const has = (kind: string, { line, column, index }: SourceLine, part = '') =>
    keys.has(`${kind}:${line}.${column}.${index}${part}`);
  const entries = (list: readonly UnderstoodEntry[]): readonly UnderstoodEntry[] =>
    list
      .filter(({ source }) => has('milestone', source))
      .map((entry) => ({ ...entry, entries: entries(entry.entries) }));
  const projects = edition.projects
    .filter(({ source }) => keys.has(`project:${source.line}.0.0`))
    .map(
      (project): UnderstoodProject => ({
        ...project,
        initiatives: project.initiatives.filter(({ source }) => has('initiative', source)),
        strands: project.strands.filter(({ source }) => has('strand', source)),
        workingGroups: project.workingGroups.filter(({ source, name }) =>
          has('working-group', source, `/${name}`),
        ),
        programmes: project.programmes.filter(({ source, name }) => has('programme', source, `/${name}`)),
        indicators: project.indicators
          .filter(({ source }) => has('indicator', source))
          .map((indicator) => ({
            ...indicator,
            observations: indicator.observations.filter((_, at) =>
              has('observation', indicator.source, `/${at}`),
            ),
          })),
        progress: entries(project.progress),
        upcoming: entries(project.upcoming),
      }),
    );
  return contentOf({ ...edition, projects }, aliases);
}
