import { PassThrough } from 'node:stream';
import Excel from 'exceljs';
import type { RecordEntry } from '../../domain/record-entry.ts';
import { csvFile } from '../write/csv.ts';
import { bodyFont, landscape, pageNumbers, writeHeader, writeText } from '../write/xlsx-look.ts';
import { chainOf } from './chain.ts';
import { closingTexts, openingTexts, type RecordSpan, recordColumns, recordTexts } from './row-texts.ts';

/** The records of a period, in two files with the same rows. */
export interface RecordPack {
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
  /** How many things were done. */
  readonly count: number;
  /** The hash of the last row: whoever keeps it elsewhere can tell whether the whole pack was made anew. */
  readonly seal: string;
}

/**
 * Writes the records of a period as CSV and as Excel, chained by hashes: an opening row, a row for each thing that was
 * done, a closing row with their number.
 */
export async function writeRecords(
  entries: AsyncIterable<RecordEntry>,
  {
    span,
    madeAt,
    projects,
  }: { readonly span: RecordSpan; readonly madeAt: Date; readonly projects: ReadonlyMap<string, string> },
): Promise<RecordPack> {
  const chain = chainOf();
  const rows: (readonly string[])[] = [chain(openingTexts(span, madeAt))];
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    rows.push(chain(recordTexts(entry, { number: count, timeZone: span.timeZone, projects })));
  }
  rows.push(chain(closingTexts(count)));
  return {
    csv: csvFile([[...recordColumns], ...rows]),
    xlsx: await bookOf(rows),
    count,
    seal: rows.at(-1)?.at(-1) ?? '',
  };
}

/** Twenty-five columns need a larger sheet of paper. */
const a3 = 8 as Excel.PaperSize;

const widths: Readonly<Record<string, number>> = {
  連番: 6,
  行の種類: 7,
  '日時（和暦）': 24,
  '日時（ISO 8601）': 26,
  操作: 18,
  操作コード: 22,
  プロジェクト: 30,
  変更前: 34,
  変更後: 34,
  操作者の役職: 20,
  承認者の役職: 20,
  理由: 24,
  '変更前（全項目）': 20,
  '変更後（全項目）': 20,
};

/** Row by row through a stream: a year's records need not stand in memory as cells. */
async function bookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet('記録', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { ...landscape(1), paperSize: a3 },
    headerFooter: { oddFooter: pageNumbers },
  });
  recordColumns.forEach((name, at) => {
    sheet.getColumn(at + 1).width = widths[name] ?? 14;
  });
  writeHeader(sheet, 1, recordColumns);
  sheet.getRow(1).commit();
  for (const [at, texts] of rows.entries()) {
    const row = sheet.getRow(at + 2);
    texts.forEach((text, column) => {
      const cell = row.getCell(column + 1);
      writeText(cell, text);
      cell.font = bodyFont;
    });
    row.commit();
  }
  sheet.commit();
  await book.commit();
  return new Uint8Array(Buffer.concat(chunks));
}
