import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { fold } from '../../text/fold.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { TableCell, TableGrid, TableRow } from '../table/grid.ts';
import { headingOf } from '../table/heading.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { RawRow, RawTable } from './raw-table.ts';

/** The grid of a file with what was noticed in its rows. */
export interface ReadGrid {
  readonly grid: TableGrid;
  readonly problems: readonly RowProblem[];
}

/** The headings of the published table. */
export const tableHeader = ['産業戦略プロジェクト', '主な取組と進捗', '今後の取組・動向等'] as const;

const headings = tableHeader.map(fold);

type Columns = readonly [number, number, number];

/**
 * The table among the rows of a file: its columns are where its headings stand, wherever that is. What stands above
 * is the title, what stands below the last row the footer. Refuses a file in which there are neither headings nor
 * numbered projects.
 */
export function findGrid({ rows, problems }: RawTable): Outcome<ReadGrid, FileRefusal> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.length > 0));
  if (filled.length === 0) return refuse({ kind: 'empty' });
  const headerAt = filled.findIndex((row) => columnsOf(row) !== null);
  const begin = headerAt >= 0 ? headerAt : filled.findIndex(({ cells }) => firstHeading(cells) >= 0);
  const first = filled[begin];
  if (first === undefined) return refuse({ kind: 'no-table' });
  const columns = columnsOf(first) ?? columnsFrom(Math.max(0, firstHeading(first.cells)));
  const body = filled.slice(headerAt >= 0 ? begin + 1 : begin);
  const end = endOfTable(body, columns);
  const noticed: RowProblem[] = headerAt >= 0 ? [] : [{ line: first.line, kind: 'no-header' }];
  const inTable = body.slice(0, end).filter((row) => columnsOf(row) === null);
  const grid: TableGrid = {
    title: filled.slice(0, begin).flatMap(linesOf).join(' '),
    header: headerAt >= 0 ? headerOf(first, columns) : tableHeader,
    rows: inTable.map((row) => gridRow(row, { columns, noticed })),
    footer: body.slice(end).flatMap(linesOf),
  };
  const lines = new Set(inTable.map(({ line }) => line));
  const told = problems.filter(({ line }) => lines.has(line));
  return accept({ grid, problems: [...told, ...noticed].toSorted((a, b) => a.line - b.line) });
}

/** Where the headings stand in the row; null where one is missing. */
function columnsOf({ cells }: RawRow): Columns | null {
  const texts = cells.map((cell) => fold(cell.join('')));
  const [a = -1, b = -1, c = -1] = headings.map((heading) => texts.indexOf(heading));
  return a < 0 || b < 0 || c < 0 ? null : [a, b, c];
}

function columnsFrom(first: number): Columns {
  return [first, first + 1, first + 2];
}

function firstHeading(cells: RawRow['cells']): number {
  return cells.findIndex((cell) => headingOf(cell[0] ?? '') !== null);
}

function headerOf(row: RawRow, columns: Columns): TableGrid['header'] {
  const [a, b, c] = columns;
  return [textAt(row, a), textAt(row, b), textAt(row, c)];
}

function textAt({ cells }: RawRow, at: number): string {
  return cells[at]?.join('') ?? '';
}

/** Behind the last row that is in the table: one with text in two cells, or a project, or a marked line. */
function endOfTable(body: readonly RawRow[], columns: Columns): number {
  const inTable = (row: RawRow): boolean => {
    const filled = row.cells.filter((cell) => cell.length > 0).length;
    const [first, second, third] = columns.map((at) => row.cells[at] ?? []);
    return (
      filled > 1 || headingOf(first?.[0] ?? '') !== null || (second ?? []).length + (third ?? []).length > 0
    );
  };
  return body.findLastIndex(inTable) + 1;
}

function linesOf({ cells }: RawRow): readonly string[] {
  return cells.flat();
}

function gridRow(
  { line, cells }: RawRow,
  { columns, noticed }: { readonly columns: Columns; readonly noticed: RowProblem[] },
): TableRow {
  const cell = (at: number): TableCell => cells[at] ?? [];
  const [a, b, c] = columns;
  if (cells.length < 2) noticed.push({ line, kind: 'missing-cell', found: cells.length });
  const stray = cells.filter((each, at) => each.length > 0 && !columns.includes(at));
  for (const each of stray) noticed.push({ line, kind: 'stray-cell', text: each.join(' ') });
  return { line, cells: [cell(a), cell(b), cell(c)] };
}
