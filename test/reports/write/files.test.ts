import { beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import mammoth from 'mammoth';
import type { EditionContent } from '../../../src/domain/edition.ts';
import { decimalText } from '../../../src/domain/quantity.ts';
import type { ReportFormat } from '../../../src/domain/report-format.ts';
import { readEditionFile, shippedEditionFile } from '../../../src/reports/edition-file.ts';
import type { TableGrid } from '../../../src/reports/table/grid.ts';
import { gridOfContent } from '../../../src/reports/table/grid-of-content.ts';
import { writeReport } from '../../../src/reports/write/report-file.ts';
import { anEdition, anIndicator, aPlan, aProject } from '../../support/editions.ts';
import { hostileContent, hostileTexts } from './hostile-content.ts';

const at = new Date('2020-08-24T00:00:00.000Z');
const write = (content: EditionContent, format: ReportFormat) => writeReport(content, { format, at });
const textOf = async (content: EditionContent, format: ReportFormat) =>
  Buffer.from(await write(content, format)).toString('utf8');

let edition: EditionContent;
let grid: TableGrid;
beforeAll(async () => {
  const read = readEditionFile(await shippedEditionFile());
  if (!read.ok) throw new Error('the shipped edition is wrong');
  edition = read.value;
  grid = gridOfContent(edition);
});

const cellsOf = ({ rows }: TableGrid) => rows.map(({ cells }) => cells.map((lines) => lines.join('\n')));

async function openBook(content: EditionContent): Promise<Excel.Workbook> {
  const book = new Excel.Workbook();
  const bytes = await write(content, 'xlsx');
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

function sheetOf(book: Excel.Workbook, name: string): Excel.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const rowOf = (sheet: Excel.Worksheet, row: number, columns = 3) =>
  Array.from({ length: columns }, (_, at) => sheet.getCell(row, at + 1).text);

describe('Word', () => {
  const html = async (content: EditionContent) =>
    (await mammoth.convertToHtml({ buffer: Buffer.from(await write(content, 'docx')) })).value;

  test('holds every line of the table as a paragraph, under a repeated header', async () => {
    const found = await html(edition);
    const unescaped = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const rows = [...found.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
        [...cell.matchAll(/<p>(.*?)<\/p>/g)].map(([, line = '']) =>
          unescaped(line.replace(/<\/?strong>/g, '')),
        ),
      ),
    );
    expect(found).toMatch(/<thead>.*産業戦略プロジェクト.*<\/thead>/);
    expect(rows.slice(1)).toEqual(grid.rows.map(({ cells }) => cells));
  });

  test.each(hostileTexts)('shows as text: %s', async (text) => {
    const found = await html(hostileContent(text));
    expect(found).not.toMatch(/<script|<a |href/);
    const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(found.replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toContain(`▼${shown}`);
  });
});

describe('Excel', () => {
  test('holds the table under its title and header, which stay in sight and are printed on each page', async () => {
    const sheet = sheetOf(await openBook(edition), '進捗状況');
    expect(sheet.getCell(1, 1).text).toBe(grid.title);
    expect(rowOf(sheet, 2)).toEqual(grid.header);
    expect(grid.rows.map((_, at) => rowOf(sheet, at + 3))).toEqual(cellsOf(grid));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 });
    expect(sheet.pageSetup.printTitlesRow).toBe('2:2');
  });

  test('goes on in the next row where Excel would not show a row whole', async () => {
    const upcoming = Array.from({ length: 60 }, (_, at) => aPlan(`予定${at}`, []));
    const sheet = sheetOf(await openBook(anEdition([aProject(8, { upcoming })])), '進捗状況');
    const lines = [3, 4].flatMap((row) => sheet.getCell(row, 3).text.split('\n'));
    expect(lines).toEqual(upcoming.map(({ text }) => `■${text}`));
    expect(sheet.getCell(4, 1).text).toBe('');
    for (const row of [3, 4]) expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
  });

  test.each([
    [
      7,
      [
        '2',
        '自動車新時代に対応したイノベーション創出プロジェクト',
        '産学公金連携組織への参画企業数',
        '74',
        '100',
        '社',
        '以上',
        '0.74',
        '未達成',
        'R2.3',
        '令和2年3月',
        '2020/03',
        '令和元年度',
      ],
    ],
  ])('tells of an indicator in row %i: numbers, rate, calendar, fiscal year', async (row, cells) => {
    const sheet = sheetOf(await openBook(edition), '指標');
    expect(rowOf(sheet, row, 13)).toEqual(cells);
    expect(sheet.getCell(row, 8).formula).toContain(`D${row}/E${row}`);
  });

  test.each([
    ['more than wanted', { actual: '31', target: '30' }, 1.033, '達成'],
    ['nearly there: not rounded up to the target', { actual: '29.999', target: '30' }, 0.999, '未達成'],
    ['a target of nothing', { actual: '1', target: '0' }, undefined, '達成'],
  ])('%s', async (_name, { actual, target }, rate, reached) => {
    const value = (text: string) => ({ kind: 'number', amount: decimalText(text) }) as const;
    const indicator = anIndicator('回数', {
      target: value(target),
      observations: [{ value: value(actual), asOf: null }],
    });
    const sheet = sheetOf(await openBook(anEdition([aProject(8, { indicators: [indicator] })])), '指標');
    expect([sheet.getCell(2, 8).result, sheet.getCell(2, 9).result]).toEqual([rate, reached]);
  });

  test.each(hostileTexts)('holds as text: %s', async (text) => {
    const book = await openBook(hostileContent(text));
    const table = sheetOf(book, '進捗状況');
    expect(table.getCell(3, 1).text).toContain(`▼${text}`);
    for (const [sheet, row, column] of [
      [table, 1, 1],
      [sheetOf(book, '指標'), 2, 3],
      [sheetOf(book, '指標'), 2, 14],
    ] as const) {
      expect(sheet.getCell(row, column).type).toBe(Excel.ValueType.String);
      expect(sheet.getCell(row, column).text).toBe(text);
    }
  });
});

describe('PDF', () => {
  test('is one, in the Japanese font, whatever is written', async () => {
    const pdf = Buffer.from(await write(hostileContent(hostileTexts.join(' ')), 'pdf')).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('NotoSansJP');
    expect(pdf).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
  });
});

describe('CSV', () => {
  test('has a BOM, CRLF, three fields a record, and lines within quotes', async () => {
    const csv = await textOf(edition, 'csv');
    const records = csv.slice(1).split('\r\n');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(records).toHaveLength(1 + 1 + grid.rows.length + 1 + 1);
    expect(records[1]).toBe('産業戦略プロジェクト,主な取組と進捗,今後の取組・動向等');
    expect(records[2]?.slice(0, 30)).toBe('"1. 瀬戸内産業競争力・生産性強化プロジェクト\n《主な取組');
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test.each(['=1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', ' =1', '\u200B=1'])(
    'guards a cell that begins with %j',
    async (text) => {
      expect((await textOf(anEdition([], { title: text }), 'csv')).slice(1)).toMatch(/^"?'/);
    },
  );
});

describe('Markdown', () => {
  test.each([
    ['| a |', '\\| a \\|'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['**太字** `x`', '\\*\\*太字\\*\\* \\`x\\`'],
    ['[承認](https://evil.example)', '\\[承認\\]\\(https&#58;//evil.example\\)'],
    ['www.evil.example a@b.example', 'www&#46;evil.example a&#64;b.example'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['# a\n# b', '\\# a \\# b'],
  ])('%j is text', async (text, escaped) => {
    expect((await textOf(anEdition([], { title: text }), 'md')).split('\n')[0]).toBe(`# ${escaped}`);
  });

  test('has a row for each row of the table, of three cells', async () => {
    const rows = (await textOf(edition, 'md')).split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(2 + grid.rows.length);
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
  });
});
