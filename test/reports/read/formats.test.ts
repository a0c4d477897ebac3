import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTableFile } from '../../../src/reports/read/read-table-file.ts';
import type { TableCell, TableGrid } from '../../../src/reports/table/grid.ts';
import { augustGrid, augustText, documentOf, pageOf, textOf, workbookOf } from './table-files.ts';

const writers: readonly (readonly [name: string, write: (grid: TableGrid) => Promise<Buffer> | Buffer])[] = [
  ['report.txt', textOf],
  ['report.tsv', textOf],
  ['report.html', pageOf],
  ['report.xlsx', (grid) => workbookOf(grid)],
  ['report.docx', documentOf],
];

test.each(writers)('the table of August 2020 in %s is the one of the published text', async (name, write) => {
  const grid = await augustGrid();
  expect(await gridIn(name, await write(grid))).toEqual(withoutLines(grid));
});

const line = fc
  .stringMatching(/^[■・※▼【】（）()<>&"'=+@0-9A-Za-zあ-んア-ン亜-熙 、。：:/～①-⑤]{1,30}$/u)
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  // A tag that lays out a cell is read as such, and a blank before ・ begins an item: see their own tests.
  .filter(
    (text) => text !== '' && !/<\/?[a-z]/iu.test(text) && !/&[a-z]+;/iu.test(text) && !/\s・/u.test(text),
  );
const cell: fc.Arbitrary<TableCell> = fc.array(line, { minLength: 1, maxLength: 4 });
const arbitraryGrid: fc.Arbitrary<TableGrid> = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 })
  .map((rows) => ({
    title: '進捗状況について（令和2年8月）',
    header: ['産業戦略プロジェクト', '主な取組と進捗', '今後の取組・動向等'],
    rows: rows.map((cells, at) => ({
      line: at,
      cells: [[`${at + 1}. プロジェクト`, ...cells[0]], cells[1], cells[2]],
    })),
    footer: ['関連事業については記載'],
  }));

test.each(writers)('any cells come back from %s as they were written', async (name, write) => {
  await fc.assert(
    fc.asyncProperty(arbitraryGrid, async (grid) => {
      expect(await gridIn(name, await write(grid))).toEqual(withoutLines(grid));
    }),
    { numRuns: name.endsWith('x') ? 5 : 25 },
  );
});

test.each<[string, (text: string) => Buffer]>([
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['UTF-16', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
])('the published text in %s', async (_, encode) => {
  const bytes = encode((await augustText()).toString('utf8'));
  expect(await gridIn('report.txt', bytes)).toEqual(withoutLines(await augustGrid()));
});

test('a text in Shift_JIS', async () => {
  const grid = await gridIn('report.txt', shiftJis);
  expect(grid).toMatchObject({
    title: '進捗（令和2年8月）',
    rows: [{ cells: [['1. 港湾'], ['■開始'], []] }],
  });
});

/** 進捗（令和2年8月）, the three headings and one row, as Windows writes them. */
const shiftJis = Buffer.from(
  '906992bb816997df986132944e388c8e816a0a8e598bc690ed97aa8376838d83578346834e8367098ee582c88ee6916782c6906992bb098da18ce382cc8ee69167814593ae8cfc93990a312e208d6098700981a18a4a8e6e090a',
  'hex',
);

async function gridIn(name: string, bytes: Buffer) {
  const read = await readTableFile({ name, bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return withoutLines(read.value.grid);
}

function withoutLines(grid: TableGrid) {
  return { ...grid, rows: grid.rows.map(({ cells }) => ({ cells })) };
}
