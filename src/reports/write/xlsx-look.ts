import type { Borders, Cell, PageSetup, Worksheet } from 'exceljs';
import { looksLikeFormula, storableText } from './safe-text.ts';

/** Set close, and on every office computer: with fonts of wider lines no height could be estimated. */
export const bodyFont = { name: 'ＭＳ Ｐゴシック', size: 9 };

const line = { style: 'thin', color: { argb: 'FF333333' } } as const;
export const frame: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/**
 * Puts text into a cell, as text and never as a formula. What looks like one gets the format of text, so that it
 * stays text when somebody edits the cell.
 */
export function writeText(cell: Cell, text: string): void {
  // Excel reads _x0041_ as a character in code: its own way to keep it is to write the underscore in code.
  cell.value = storableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (looksLikeFormula(text)) cell.numFmt = '@';
}

/** A row of column names: bold, shaded, framed. */
export function writeHeader(sheet: Worksheet, row: number, names: readonly string[]): void {
  names.forEach((name, at) => {
    const cell = sheet.getCell(row, at + 1);
    writeText(cell, name);
    cell.font = { ...bodyFont, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } };
    cell.border = frame;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
}

/** A4 landscape, as wide as the page, the header on every page. */
export function landscape(headerRow: number): Partial<PageSetup> {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
  };
}

/** Page and pages in the middle of the footer. */
export const pageNumbers = '&C&P / &N';

/** Prints the sheet in landscape with page numbers. */
export function setUpPrint(sheet: Worksheet, headerRow: number): void {
  Object.assign(sheet.pageSetup, landscape(headerRow));
  sheet.headerFooter.oddFooter = pageNumbers;
}

const wide = /[^\u0020-\u007E\uFF61-\uFF9F]/u;

/** How wide the text is in half-width characters. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** Excel shows no row higher than this, in points. */
export const highestRow = 409;
const lineHeight = 13;

/**
 * The height in points that lines need in a column of `columnWidth` half-width characters: an estimate on the safe
 * side, since only Excel itself knows where it wraps. The width of a column counts characters of 11 points, more of 9 fit.
 */
export function heightOf(lines: readonly string[], columnWidth: number): number {
  const count = lines.reduce((sum, each) => sum + Math.max(1, Math.ceil(widthOf(each) / columnWidth)), 0);
  return count * lineHeight + 5;
}
