import exceljs, { type Cell, type CellValue, type Row, type Worksheet } from 'exceljs';
import type { RowProblem } from '../table/row-problem.ts';
import { linesOfFragment, plainLine } from './fragments.ts';
import { longestCell, mostRows, type RawRow, type RawTable } from './raw-table.ts';

/** Wider than any table with headings of its own; what stands farther right is not looked at. */
const mostColumns = 50;

/**
 * The sheets of a workbook that was checked, each a table. A formula gives its last result, which is told; merged cells
 * give their text once. Rejects where the file is no workbook.
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly RawTable[]> {
  const workbook = new exceljs.Workbook();
  // The types of the library know the Buffer of an older Node only.
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer, {
    ignoreNodes: ['dataValidations', 'drawing', 'conditionalFormatting'],
  });
  return workbook.worksheets.map(readSheet);
}

function readSheet(sheet: Worksheet): RawTable {
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    if (rows.length < mostRows) rows.push({ line, cells: cellsOf(row, { line, problems }) });
  });
  return { rows, problems };
}

function cellsOf(row: Row, { line, problems }: { line: number; problems: RowProblem[] }): RawRow['cells'] {
  const cells: (readonly string[])[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    if (column <= mostColumns) cells[column - 1] = linesOf(cell, { line, problems });
  });
  return Array.from(cells, (cell) => cell ?? []);
}

function linesOf(
  cell: Cell,
  { line, problems }: { line: number; problems: RowProblem[] },
): readonly string[] {
  const isPart = cell.isMerged && cell.master.address !== cell.address;
  if (isPart) {
    // Told once a row: at the second of the merged columns.
    const { row, col } = { row: Number(cell.master.row), col: Number(cell.master.col) };
    if (row === line && Number(cell.col) === col + 1) {
      const text = textOf(cell.master.value);
      if (text !== '') problems.push({ line, kind: 'merged-columns', text });
    }
    return [];
  }
  const text = textOf(cell.value);
  if (cell.formula) problems.push({ line, kind: 'formula', formula: cell.formula, result: text });
  if (text.length > longestCell) problems.push({ line, kind: 'long-cell', most: longestCell });
  return linesOfCell(text.slice(0, longestCell));
}

/** A cell into which a page was pasted begins with a tag of its layout; in any other <b> and &lt; are text. */
function linesOfCell(text: string): readonly string[] {
  if (/^\s*<(p|ul|ol|div)\b/i.test(text)) return linesOfFragment(text);
  return text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .filter((line) => line !== '');
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as CellValue);
  if ('error' in value) return '';
  return 'result' in value ? textOf(value.result as CellValue) : '';
}
