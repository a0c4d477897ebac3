import type { EditionContent, EditionEntry, EditionProject } from '../../domain/edition.ts';
import { entryLines, indicatorLine, programmeLines } from './cell-lines.ts';
import type { TableCell, TableGrid, TableRow } from './grid.ts';

const header = ['産業戦略プロジェクト', '主な取組と進捗', '今後の取組・動向等'] as const;

/** The content as the published table: one row a project, further rows for its strands (【…】). */
export function gridOfContent({ title, footer, projects }: EditionContent): TableGrid {
  const cells = projects.flatMap(rowsOfProject);
  const rows = cells.map((row, at): TableRow => ({ line: at + firstRow, cells: row }));
  return { title, header, rows, footer };
}

/** The title and the header stand above. */
const firstRow = 3;

type Cells = TableRow['cells'];

function rowsOfProject(project: EditionProject): readonly Cells[] {
  const name = nameCell(project);
  const indicators = project.indicators.map(indicatorLine);
  const headed = headingsOf(project);
  if (headed.length === 0) {
    const progress = entryLines(project.progress, null);
    const upcoming = [...entryLines(project.upcoming, null), ...programmeLines(project.programmes)];
    return [[name, indicators.length === 0 ? progress : [...progress, '指標', ...indicators], upcoming]];
  }
  const rows = headed.map((heading) => rowOfHeading(project, heading, headed));
  return [
    ...rows.map(([, progress, upcoming], at): Cells => [at === 0 ? name : [], progress, upcoming]),
    ...(indicators.length === 0 ? [] : [[['指標'], indicators, []] satisfies Cells]),
  ];
}

function nameCell({ number, name, initiatives }: EditionProject): TableCell {
  const lines = initiatives.map((initiative) => `▼${initiative}`);
  return [`${number}. ${name}`, ...(lines.length === 0 ? [] : ['《主な取組》', ...lines])];
}

/** The outermost strands that have rows of their own; null for entries in front of them. None without strands. */
function headingsOf(project: EditionProject): readonly (string | null)[] {
  const outer = project.strands.filter(({ within }) => within === null).map(({ name }) => name);
  if (outer.length === 0) return [];
  const entries = [...project.progress, ...project.upcoming];
  return entries.some((entry) => headingOf(project, entry) === null) ? [null, ...outer] : outer;
}

function headingOf(project: EditionProject, { strand }: Pick<EditionEntry, 'strand'>): string | null {
  const found = project.strands.find(({ name }) => name === strand);
  if (found === undefined) return null;
  return found.within === null ? found.name : headingOf(project, { strand: found.within });
}

function rowOfHeading(
  project: EditionProject,
  heading: string | null,
  headings: readonly (string | null)[],
): Cells {
  const under = (entries: readonly EditionEntry[]) =>
    entries.filter((entry) => headingOf(project, entry) === heading);
  const programmes = project.programmes.filter(({ name }) =>
    headings.includes(name) ? name === heading : heading === headings.at(-1),
  );
  return [
    [],
    [...(heading === null ? [] : [`【${heading}】`]), ...entryLines(under(project.progress), heading)],
    [...entryLines(under(project.upcoming), heading), ...programmeLines(programmes)],
  ];
}
