import Excel from 'exceljs';
import { hashOfRow, noHash } from './chain.ts';
import { readCsv } from './read-csv.ts';
import { recordColumns } from './row-texts.ts';

/** Whether records are as they were written. `row` counts the rows of the file from 1, the header among them. */
export type Verification =
  | { readonly kind: 'sound'; readonly count: number; readonly seal: string }
  | { readonly kind: 'broken'; readonly row: number; readonly because: BrokenBecause }
  | { readonly kind: 'not-records' };

export type BrokenBecause =
  /** The hash that stands in the row is not that of its texts. */
  | 'changed'
  /** The row does not follow the one before: one was removed, added or moved. */
  | 'not-next'
  /** The file ends without its closing row. */
  | 'cut-off'
  /** Something stands behind the closing row. */
  | 'goes-on';

/** Checks a file of records, CSV or Excel by its first bytes, and names the first row that is not right. */
export async function verifyRecords(bytes: Uint8Array): Promise<Verification> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? await rowsOfBook(bytes) : readCsv(Buffer.from(bytes).toString('utf8'));
  const [header, ...records] = rows ?? [];
  if (header === undefined || recordColumns.some((name, at) => header[at] !== name))
    return { kind: 'not-records' };
  return verifyRows(records);
}

function verifyRows(rows: readonly (readonly string[])[]): Verification {
  let last = noHash;
  for (const [at, row] of rows.entries()) {
    const broken = (because: BrokenBecause) => ({ kind: 'broken', row: at + 2, because }) as const;
    const texts = row.slice(0, -2);
    const [before, hash] = row.slice(-2);
    if (row.length !== recordColumns.length || hash !== hashOfRow(before ?? '', texts))
      return broken('changed');
    if (before !== last || texts[0] !== String(at)) return broken('not-next');
    last = hash;
    if (texts[1] === '終了') {
      if (Number(texts[5]) !== at - 1) return broken('not-next');
      return at === rows.length - 1
        ? { kind: 'sound', count: at - 1, seal: hash }
        : { kind: 'broken', row: at + 3, because: 'goes-on' };
    }
  }
  return { kind: 'broken', row: rows.length + 2, because: 'cut-off' };
}

async function rowsOfBook(bytes: Uint8Array): Promise<readonly (readonly string[])[] | null> {
  const book = new Excel.Workbook();
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    return null;
  }
  const [sheet] = book.worksheets;
  if (sheet === undefined) return null;
  return Array.from({ length: sheet.rowCount }, (_, at) =>
    recordColumns.map((_name, column) => {
      const { value } = sheet.getCell(at + 1, column + 1);
      return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
    }),
  );
}
