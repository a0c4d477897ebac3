import type { Workbook, Worksheet } from 'exceljs';
import type { EditionContent, EditionIndicator } from '../../domain/edition.ts';
import { fiscalYearOf } from '../../domain/fiscal-year.ts';
import type { Value } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period/period.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { readPeriod } from '../../domain/period/read-period.ts';
import { bodyFont, frame, heightOf, setUpPrint, writeHeader, writeText } from './xlsx-look.ts';

const columns = [
  ['番号', 6],
  ['プロジェクト', 28],
  ['指標', 34],
  ['現況', 10],
  ['目標', 10],
  ['単位', 7],
  ['目標の向き', 10],
  ['達成率', 9],
  ['達成', 8],
  ['時点（表記）', 11],
  ['時点（和暦）', 12],
  ['時点（西暦）', 16],
  ['年度', 11],
  ['備考', 20],
] as const;

/**
 * Adds the sheet of indicators: a row for each, numbers as numbers, the rate and whether the target is reached as
 * formulas with their results, the time as written, in the Japanese and the western calendar, and its fiscal year.
 */
export function addIndicatorSheet(book: Workbook, { projects }: EditionContent): void {
  const sheet = book.addWorksheet('指標', { views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }] });
  columns.forEach(([, width], at) => {
    sheet.getColumn(at + 1).width = width;
  });
  writeHeader(
    sheet,
    1,
    columns.map(([name]) => name),
  );
  let row = 2;
  for (const { number, name, indicators } of projects)
    for (const indicator of indicators) {
      writeIndicator(sheet, row, { number, name, indicator });
      row += 1;
    }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  setUpPrint(sheet, 1);
}

function writeIndicator(
  sheet: Worksheet,
  row: number,
  { number, name, indicator }: { number: number; name: string; indicator: EditionIndicator },
): void {
  const current = indicator.observations.at(-1);
  const asOf = current?.asOf ?? null;
  const texts: readonly (readonly [column: number, text: string])[] = [
    [2, name],
    [3, indicator.name],
    [6, indicator.unit],
    [7, indicator.comparator === 'at-least' ? '以上' : '以下'],
    [10, asOf?.text ?? ''],
    [11, asOf === null ? '' : printPeriod(asOf, { language: 'ja', style: 'long' })],
    [12, asOf === null ? '' : westernOf(asOf)],
    [13, asOf === null ? '' : fiscalYearWords(asOf)],
    [14, indicator.note ?? ''],
  ];
  for (let column = 1; column <= columns.length; column += 1) {
    const cell = sheet.getCell(row, column);
    cell.font = bodyFont;
    cell.border = frame;
    cell.alignment = { vertical: 'top', wrapText: column === 2 || column === 3 || column === 14 };
  }
  const wrapped = [[name], [indicator.name], [indicator.note ?? '']] as const;
  const heights = wrapped.map((lines, at) => heightOf(lines, widthOfColumn([1, 2, 13][at] ?? 1)));
  sheet.getRow(row).height = Math.max(20, ...heights);
  sheet.getCell(row, 1).value = number;
  for (const [column, text] of texts) writeText(sheet.getCell(row, column), text);
  writeValue(sheet, { row, column: 4, value: current?.value ?? null });
  writeValue(sheet, { row, column: 5, value: indicator.target });
  writeRate(sheet, row, indicator);
}

function widthOfColumn(at: number): number {
  return columns[at]?.[1] ?? 1;
}

/** A number as a number, shown with the digits that were written. */
function writeValue(
  sheet: Worksheet,
  { row, column, value }: { row: number; column: number; value: Value | null },
): void {
  const cell = sheet.getCell(row, column);
  cell.alignment = { vertical: 'top', horizontal: 'right' };
  if (value?.kind !== 'number') {
    writeText(cell, value?.state ?? '未報告');
    return;
  }
  const digits = value.amount.split('.')[1]?.length ?? 0;
  cell.value = Number(value.amount);
  cell.numFmt = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}

/**
 * 99.96 % is shown as 99.9 %, never rounded up to a target that is not reached. Nothing is shown where a rate means
 * nothing: a state, no value, a target of 0.
 */
function writeRate(sheet: Worksheet, row: number, indicator: EditionIndicator): void {
  const [actual, target] = [`D${row}`, `E${row}`];
  const [part, whole] = indicator.comparator === 'at-least' ? [actual, target] : [target, actual];
  const numbers = `AND(ISNUMBER(${actual}),ISNUMBER(${target}))`;
  const result = rateResult(indicator);
  const rate = sheet.getCell(row, 8);
  rate.value = {
    formula: `IF(${numbers},IF(AND(${part}>=0,${whole}>0),IF(${part}<${whole},MIN(ROUND(${part}/${whole},3),0.999),ROUND(${part}/${whole},3)),""),"")`,
    result: result ?? '',
  };
  rate.numFmt = '0.0%';
  const reached = sheet.getCell(row, 9);
  const compare = indicator.comparator === 'at-least' ? '>=' : '<=';
  reached.value = {
    formula: `IF(${numbers},IF(${actual}${compare}${target},"達成","未達成"),IF(${actual}=${target},"達成",IF(${actual}="未報告","","未達成")))`,
    result: reachedResult(indicator),
  };
}

function amounts({ observations, target }: EditionIndicator): readonly [number, number] | null {
  const value = observations.at(-1)?.value;
  return value?.kind === 'number' && target.kind === 'number'
    ? [Number(value.amount), Number(target.amount)]
    : null;
}

function rateResult(indicator: EditionIndicator): number | null {
  const pair = amounts(indicator);
  if (pair === null) return null;
  const [part, whole] = indicator.comparator === 'at-least' ? pair : [pair[1], pair[0]];
  if (part < 0 || whole <= 0) return null;
  const rounded = Math.round((part / whole) * 1000) / 1000;
  return part < whole ? Math.min(rounded, 0.999) : rounded;
}

function reachedResult(indicator: EditionIndicator): string {
  const value = indicator.observations.at(-1)?.value;
  if (value === undefined) return '';
  const pair = amounts(indicator);
  const reached =
    pair === null
      ? value.kind === 'state' && indicator.target.kind === 'state' && value.state === indicator.target.state
      : indicator.comparator === 'at-least'
        ? pair[0] >= pair[1]
        : pair[0] <= pair[1];
  return reached ? '達成' : '未達成';
}

function westernOf({ first, last }: Period): string {
  if (first === null || last === null) return `${first ?? ''}～${last ?? ''}`;
  if (first === last) return first.replaceAll('-', '/');
  const [from, to] = [first.slice(0, 7), last.slice(0, 7)];
  return from === to ? from.replace('-', '/') : `${from.replace('-', '/')}～${to.replace('-', '/')}`;
}

/** 令和元年度: the fiscal year in which the time ends. */
function fiscalYearWords({ first, last }: Period): string {
  const day = last ?? first;
  if (day === null) return '';
  const year = String(fiscalYearOf(day)).padStart(4, '0');
  const read = readPeriod(`${year}年度`);
  return read.ok ? printPeriod(read.value, { language: 'ja', style: 'long' }) : `${year}年度`;
}
