import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTableFile } from '../../../src/reports/read/read-table-file.ts';
import { augustGrid, augustText, documentOf, workbookOf } from './table-files.ts';
import { type Part, zipOf } from './zip-of.ts';

async function outcomeOf(name: string, bytes: Uint8Array) {
  const read = await readTableFile({ name, bytes });
  return read.ok ? read.value.problems : read.refusal;
}

const header = '進捗（令和2年8月）\n産業戦略プロジェクト\t主な取組と進捗\t今後の取組・動向等';
const workbookPart: Part = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') };
const zeros = Buffer.alloc(60_000_000);
const rows = (count: number) =>
  Buffer.from(`<worksheet>${'<row r="1"><c/></row>'.repeat(count)}</worksheet>`);

describe('a wrong file gives one refusal', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, object]>([
    ['nothing', 'a.txt', () => Buffer.alloc(0), { kind: 'empty' }],
    ['nothing but blanks', 'a.txt', () => Buffer.from(' \n\t\n'), { kind: 'empty' }],
    ['50 MB', 'a.docx', () => Buffer.alloc(50_000_000), { kind: 'too-large', size: 50_000_000 }],
    ['a picture', 'a.png', () => Buffer.from('x'), { kind: 'unknown-format', extension: 'png' }],
    ['no extension', 'report', () => Buffer.from('x'), { kind: 'unknown-format', extension: '' }],
    ['a zip named .txt', 'a.txt', () => zipOf([workbookPart]), { kind: 'other-content' }],
    ['a text named .docx', 'a.docx', augustText, { kind: 'other-content' }],
    [
      'a workbook named .docx',
      'a.docx',
      async () => workbookOf(await augustGrid()),
      { kind: 'other-content' },
    ],
    [
      'neither UTF-8 nor Shift_JIS',
      'a.txt',
      () => Buffer.from([0xff, 0x00, 0xfd, 0x80]),
      { kind: 'unknown-encoding' },
    ],
    ['text without a table', 'a.txt', () => Buffer.from('議事録\n・あいさつ'), { kind: 'no-table' }],
    ['a page without a table', 'a.html', () => Buffer.from('<p>お知らせ</p>'), { kind: 'no-table' }],
    [
      'macros',
      'a.xlsx',
      () => zipOf([workbookPart, { name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]),
      { kind: 'macros' },
    ],
    ['a file for macros', 'a.docm', () => zipOf([workbookPart]), { kind: 'macros' }],
    [
      'a bomb that says how large it is',
      'a.docx',
      () => zipOf([{ name: 'word/document.xml', bytes: zeros }]),
      { kind: 'unpacks-too-large' },
    ],
    [
      'a bomb that says it is small',
      'a.docx',
      () => zipOf([{ name: 'word/document.xml', bytes: zeros, declared: 1_000 }]),
      { kind: 'broken' },
    ],
    [
      '10,001 rows',
      'a.xlsx',
      () => zipOf([workbookPart, { name: 'xl/worksheets/sheet1.xml', bytes: rows(10_001) }]),
      { kind: 'too-many-rows', most: 10_000 },
    ],
    ['20,000 lines', 'a.txt', () => Buffer.from('a\tb\n'.repeat(20_000)), { kind: 'too-many-rows' }],
    [
      '20,000 rows of a page',
      'a.html',
      () => Buffer.from(`<table>${'<tr><td>1. a'.repeat(20_000)}</table>`),
      { kind: 'too-many-rows' },
    ],
    [
      'an entity that names itself large',
      'a.docx',
      () =>
        zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>') }]),
      { kind: 'broken' },
    ],
    [
      'an encrypted part',
      'a.xlsx',
      () => zipOf([{ ...workbookPart, encrypted: true }]),
      { kind: 'encrypted' },
    ],
    [
      'a password',
      'a.xlsx',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      { kind: 'encrypted' },
    ],
    ['an old .xls', 'a.xlsx', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), { kind: 'other-content' }],
    [
      'half a file',
      'a.xlsx',
      async () => (await workbookOf(await augustGrid())).subarray(0, 3_000),
      { kind: 'broken' },
    ],
    [
      'an empty document',
      'a.docx',
      () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
      { kind: 'broken' },
    ],
  ])('%s', async (_, name, make, refusal) => {
    expect(await outcomeOf(name, await make())).toMatchObject(refusal);
  });

  test('a bomb costs no memory worth the name', async () => {
    const bomb = zipOf([{ name: 'word/document.xml', bytes: zeros }]);
    const before = process.memoryUsage().rss;
    for (let at = 0; at < 5; at += 1) await outcomeOf('a.docx', bomb);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test.each(['a.txt', 'a.html', 'a.xlsx', 'a.docx'])('any bytes as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await readTableFile({ name, bytes })).toHaveProperty('ok');
      }),
      { numRuns: 50 },
    );
  });

  test('a page that nests a hundred thousand deep', async () => {
    const page = Buffer.from(`${'<div><b>'.repeat(100_000)}x`);
    expect(await outcomeOf('a.html', page)).toMatchObject({ kind: 'no-table' });
  });
});

describe('a half-broken file gives what is right, and a line for what is not', () => {
  test('cells that are merged, shifted and calculated', async () => {
    const bytes = await workbookOf(await augustGrid(), (sheet) => {
      sheet.spliceColumns(1, 0, []);
      sheet.mergeCells('C4:D4');
      sheet.getCell('F5').value = '余白のメモ';
      sheet.getCell('C6').value = {
        formula: 'HYPERLINK("https://example.com","■企業誘致活動")',
        result: '■企業誘致活動',
      };
      sheet.getCell('D6').value = { formula: 'A1&B1' };
    });
    const read = await readTableFile({ name: 'a.xlsx', bytes });
    expect(read).toMatchObject({ ok: true, value: { grid: { header: (await augustGrid()).header } } });
    const problems = read.ok ? read.value.problems.map(({ line, kind }) => [line, kind]) : [];
    expect(problems).toEqual([
      [4, 'merged-columns'],
      [5, 'stray-cell'],
      [6, 'formula'],
      [6, 'formula'],
    ]);
    const row = read.ok ? read.value.grid.rows.find(({ line }) => line === 6) : undefined;
    expect(row?.cells.slice(1)).toEqual([['■企業誘致活動'], []]);
  });

  test.each([
    ['no headings', '進捗（令和2年8月）\n1. 港湾プロジェクト\t■開始\t■継続', [[2, 'no-header']]],
    ['a row of one cell', `${header}\n1. 港湾プロジェクト`, [[3, 'missing-cell']]],
    ['a fourth column', `${header}\n1. 港湾プロジェクト\t■開始\t\t備考`, [[3, 'stray-cell']]],
    ['a cell without end', `${header}\n1. 港湾プロジェクト\t${'■'.repeat(60_000)}\t`, [[3, 'long-cell']]],
  ])('%s', async (_, text, expected) => {
    const problems = await outcomeOf('a.txt', Buffer.from(text));
    expect(Array.isArray(problems) && problems.map(({ line, kind }) => [line, kind])).toEqual(expected);
  });

  test('a document of which a cell reaches over rows', async () => {
    const page = `<table><tr><th>産業戦略プロジェクト<th>主な取組と進捗<th>今後の取組・動向等
      <tr><td rowspan=2>1. 港湾プロジェクト<td>■開始<td>■継続<tr><td>■二つ目<td></table>`;
    const read = await readTableFile({ name: 'a.html', bytes: Buffer.from(page) });
    expect(read.ok && read.value.grid.rows.map(({ cells }) => cells)).toEqual([
      [['1. 港湾プロジェクト'], ['■開始'], ['■継続']],
      [[], ['■二つ目'], []],
    ]);
  });
});

test('names in <> are text, tags are not, in text and in a page', async () => {
  const cell = '<p>■検討</p> <p><IoT推進WG> (R2.8.25開催)</p> <ul style="x"> ・国道・県道 ・A&B';
  const lines = ['■検討', '<IoT推進WG> (R2.8.25開催)', '・国道・県道', '・A&B'];
  const text = Buffer.from(`${header}\n1. 港湾プロジェクト\t${cell}\t`);
  const page = Buffer.from(
    `<table><tr><td>産業戦略プロジェクト<td>主な取組と進捗<td>今後の取組・動向等<tr><td>1. 港湾プロジェクト<td>${cell}<td></table>`,
  );
  for (const [name, bytes] of [['a.txt', text] as const, ['a.html', page] as const]) {
    const read = await readTableFile({ name, bytes });
    expect(read.ok && read.value.grid.rows[0]?.cells[1]).toEqual(lines);
  }
});

test('the grid of a real document keeps its footer and title', async () => {
  const grid = await augustGrid();
  const read = await readTableFile({ name: 'a.docx', bytes: await documentOf(grid) });
  expect(read).toMatchObject({ value: { grid: { title: grid.title, footer: grid.footer }, problems: [] } });
});

test('the deflated bomb is really small', () => {
  expect(deflateRawSync(zeros).length).toBeLessThan(100_000);
});
