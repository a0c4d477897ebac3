import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { atOnce, type Pieces } from '../pieces.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { TableGrid } from '../table/grid.ts';
import type { RowProblem } from '../table/row-problem.ts';
import { projectLines, type RowOwners } from './project-lines.ts';
import { readProject } from './read-project.ts';
import { readTitle } from './read-title.ts';
import type { Place, UnderstoodEdition } from './understood.ts';

/** What a person has put right in the reading of a file. */
export interface Corrections {
  /** Lines as they should stand, by `placeKey`; an empty one is left out. */
  readonly lines: ReadonlyMap<string, string>;
  /** The project of a row of indicators, by row number. */
  readonly owners: RowOwners;
}

export const noCorrections: Corrections = { lines: new Map(), owners: new Map() };

/** The place as a key of corrections: `12.1.0`. */
export function placeKey({ line, column, index }: Place): string {
  return `${line}.${column}.${index}`;
}

/**
 * What the table says, and why it was read so. Pure. Refuses a table of which the title names no month, or in which
 * no project is numbered. Everything else that is wrong is left out and told with its row.
 */
export function understand(grid: TableGrid, known: Known = {}): Outcome<UnderstoodEdition, FileRefusal> {
  return atOnce(understanding(grid, known));
}

/** What helps to understand a table. */
interface Known {
  readonly corrections?: Corrections;
  /** Names of programmes that the store has: they tell whether 新 is a mark. */
  readonly programmes?: readonly string[];
  /** What the reader of the file has noticed. */
  readonly problems?: readonly RowProblem[];
}

/** The same, a project at a time. */
export function* understanding(
  grid: TableGrid,
  { corrections = noCorrections, programmes = [], problems = [] }: Known = {},
): Pieces<Outcome<UnderstoodEdition, FileRefusal>> {
  const title = readTitle(grid.title);
  if (!title.ok) return title;
  const { projects, problems: ofRows } = projectLines(corrected(grid, corrections), corrections.owners);
  if (projects.length === 0) return refuse({ kind: 'no-table' });
  const { key, asOf } = title.value;
  const read: ReturnType<typeof readProject>[] = [];
  for (const project of projects) {
    yield;
    read.push(readProject(project, { asOf, programmes }));
  }
  const all = [...problems, ...ofRows, ...read.flatMap((each) => each.problems)];
  return accept({
    key,
    title: grid.title,
    asOf,
    footer: grid.footer,
    projects: read.map(({ project }) => project),
    problems: all.toSorted((a, b) => a.line - b.line),
  });
}

function corrected(grid: TableGrid, { lines }: Corrections): TableGrid {
  if (lines.size === 0) return grid;
  const rows = grid.rows.map(({ line, cells }) => {
    const cell = (column: Place['column']) =>
      cells[column].map((text, index) => lines.get(placeKey({ line, column, index })) ?? text);
    return { line, cells: [cell(0), cell(1), cell(2)] as const };
  });
  return { ...grid, rows };
}
