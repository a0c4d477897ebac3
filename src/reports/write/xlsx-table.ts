import type { Workbook } from 'exceljs';
import type { TableCell, TableGrid } from '../table/grid.ts';
import { bodyFont, frame, heightOf, highestRow, setUpPrint, writeHeader, writeText } from './xlsx-look.ts';

/** In half-width characters. */
const widths = [34, 68, 60] as const;

/**
 * Adds the sheet of the table: title, header (both stay in sight), a row for each row, the lines below. A row that
 * would be higher than Excel shows goes on in the next, whose first cell is empty then.
 */
export function addTableSheet(book: Workbook, { title, header, rows, footer }: TableGrid): void {
  const sheet = book.addWorksheet('進捗状況', { views: [{ state: 'frozen', ySplit: 2 }] });
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  sheet.mergeCells(1, 1, 1, 3);
  const head = sheet.getCell(1, 1);
  writeText(head, title);
  head.font = { ...bodyFont, size: 12, bold: true };
  head.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 26;
  writeHeader(sheet, 2, header);
  sheet.getRow(2).height = 20;
  const pieces = rows.flatMap(({ cells }) => inPieces(cells));
  pieces.forEach((cells, at) => {
    const row = sheet.getRow(at + 3);
    row.height = heightOfRow(cells);
    cells.forEach((lines, column) => {
      const cell = row.getCell(column + 1);
      writeText(cell, lines.join('\n'));
      cell.font = bodyFont;
      cell.alignment = { vertical: 'top', wrapText: true };
      const goesOn = column === 0 && lines.length === 0;
      cell.border = goesOn
        ? { left: frame.left ?? {}, right: frame.right ?? {}, bottom: frame.bottom ?? {} }
        : frame;
    });
  });
  footer.forEach((line, at) => {
    const cell = sheet.getCell(pieces.length + 3 + at, 1);
    writeText(cell, line);
    cell.font = bodyFont;
  });
  setUpPrint(sheet, 2);
}

type Cells = readonly [TableCell, TableCell, TableCell];

function heightOfRow(cells: Cells): number {
  const heights = cells.map((lines, at) => heightOf(lines, widths[at] ?? 1));
  return Math.min(highestRow, Math.max(20, ...heights));
}

/** The row in parts that Excel can show whole. A single line that is too high for that stays whole in its cell. */
function inPieces(cells: Cells): readonly Cells[] {
  const columns = cells.map((lines, at) => piecesOf(lines, widths[at] ?? 1));
  const count = Math.max(1, ...columns.map((pieces) => pieces.length));
  const piece = (column: number, at: number): TableCell => columns[column]?.[at] ?? [];
  return Array.from({ length: count }, (_, at): Cells => [piece(0, at), piece(1, at), piece(2, at)]);
}

function piecesOf(lines: TableCell, width: number): readonly TableCell[] {
  const pieces: string[][] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && heightOf([...last, line], width) <= highestRow) last.push(line);
    else pieces.push([line]);
  }
  return pieces;
}
