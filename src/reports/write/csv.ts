import { stringify } from 'csv-stringify/sync';
import type { TableGrid } from '../table/grid.ts';
import { looksLikeFormula, storableText } from './safe-text.ts';

/**
 * The table as CSV (RFC 4180: CRLF, quotes where needed) in UTF-8 with a BOM, which Excel needs to see that it is
 * UTF-8. Three fields a record: the title, the header, the rows, the lines below; the lines of a cell are parted by
 * line ends within it. A cell that a spreadsheet might take for a formula gets an apostrophe in front.
 */
export function writeCsv({ title, header, rows, footer }: TableGrid): Uint8Array {
  const cells = rows.map((row) => row.cells.map((lines) => lines.join('\n')));
  const alone = (text: string) => [text, '', ''];
  return csvFile([alone(title), [...header], ...cells, ...footer.map(alone)]);
}

/** Records of text as a CSV file with a BOM, every cell guarded against formulas. */
export function csvFile(records: readonly (readonly string[])[]): Uint8Array {
  const guarded = records.map((record) => record.map(guard));
  return Buffer.from(
    stringify(guarded, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }),
    'utf8',
  );
}

function guard(cell: string): string {
  const text = storableText(cell);
  return looksLikeFormula(text) ? `'${text}` : text;
}
