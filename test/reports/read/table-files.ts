import { readFile } from 'node:fs/promises';
import { TableCell as DocCell, TableRow as DocRow, Document, Packer, Paragraph, Table } from 'docx';
import exceljs from 'exceljs';
import { readTableFile } from '../../../src/reports/read/read-table-file.ts';
import type { TableGrid } from '../../../src/reports/table/grid.ts';

/** The published text of August 2020. */
export function augustText(): Promise<Buffer> {
  return readFile(new URL('../../fixtures/progress-report-2020-08.txt', import.meta.url));
}

/** The grid of the published text. */
export async function augustGrid(): Promise<TableGrid> {
  const read = await readTableFile({ name: 'report.txt', bytes: await augustText() });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value.grid;
}

/** The grid as a workbook: title, header, rows, footer. `change` may put it out of order before it is written. */
export async function workbookOf(
  grid: TableGrid,
  change: (sheet: exceljs.Worksheet) => void = () => {},
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('進捗状況');
  sheet.addRow([grid.title]);
  sheet.addRow([...grid.header]);
  for (const { cells } of grid.rows) sheet.addRow(cells.map((cell) => cell.join('\n')));
  for (const line of grid.footer) sheet.addRow([line]);
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The grid as a Word document, a paragraph for each line. */
export async function documentOf(grid: TableGrid): Promise<Buffer> {
  const cell = (lines: readonly string[]) =>
    new DocCell({ children: (lines.length > 0 ? lines : ['']).map((text) => new Paragraph(text)) });
  const rows = [grid.header.map((text) => [text]), ...grid.rows.map(({ cells }) => cells)];
  const table = new Table({ rows: rows.map((cells) => new DocRow({ children: cells.map(cell) })) });
  const children = [new Paragraph(grid.title), table, ...grid.footer.map((text) => new Paragraph(text))];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The grid as a page. */
export function pageOf(grid: TableGrid): Buffer {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (lines: readonly string[]) =>
    `<td>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</td>`;
  const rows = [grid.header.map((text) => [text]), ...grid.rows.map(({ cells }) => cells)];
  const table = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n');
  return Buffer.from(
    `<!DOCTYPE html><html><head><title>x</title></head><body><h1>${escaped(grid.title)}</h1><table>${table}</table>${grid.footer.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`,
  );
}

/** The grid as text with tabs, a line of a cell in a paragraph of its own. */
export function textOf(grid: TableGrid): Buffer {
  const cell = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join(' ');
  const rows = grid.rows.map(({ cells }) => cells.map(cell).join('\t'));
  return Buffer.from([grid.title, grid.header.join('\t'), ...rows, ...grid.footer].join('\n'));
}
