import Excel from 'exceljs';
import type { EditionContent } from '../../domain/edition.ts';
import { gridOfContent } from '../table/grid-of-content.ts';
import { addIndicatorSheet } from './xlsx-indicators.ts';
import { addTableSheet } from './xlsx-table.ts';

/**
 * The table as an Excel book of two sheets: the table as published, and the indicators with formulas. Text that people
 * wrote is never a formula.
 *
 * @param at When it was made, for its properties.
 */
export async function writeXlsx(content: EditionContent, at: Date): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  Object.assign(book, { creator: 'Shinchoku', lastModifiedBy: 'Shinchoku', created: at, modified: at });
  addTableSheet(book, gridOfContent(content));
  addIndicatorSheet(book, content);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
