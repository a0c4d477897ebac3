import { describe, expect, test } from '@jest/globals';
import { readOneLine } from '../../../src/slack/modals/one-line.ts';
import { commandTable } from '../../../src/slack/subcommands/index.ts';

const read = (text: string) => readOneLine(text, commandTable.subcommands);

describe('a line that opens a form', () => {
  test.each([
    ['8 記録 R2.8.25 開始', 'record-milestone', '8', 'R2.8.25 開始'],
    ['8 log R2.8.25 開始', 'record-milestone', '8', 'R2.8.25 開始'],
    ['８　ＬＯＧ　①を開始', 'record-milestone', '８', '①を開始'],
    ['8番記録 開始', 'record-milestone', '8番', '開始'],
    ['港湾 記録', 'record-milestone', '港湾', ''],
    ['地域産業 IoT 値 導入率 15.2%', 'record-observation', '地域産業 IoT', '導入率 15.2%'],
    ['記録 R2.8.25 開始', 'record-milestone', '', 'R2.8.25 開始'],
    ['8 set 導入率 15.2%', 'record-observation', '8', '導入率 15.2%'],
    ['8 plan R2.11下旬 開始', 'plan-event', '8', 'R2.11下旬 開始'],
    ['8 予定追加 R2.11下旬 開始', 'plan-event', '8', 'R2.11下旬 開始'],
    ['8 記録 2 行目\n3 行目', 'record-milestone', '8', '2 行目\n3 行目'],
  ])('%s', (text, verb, before, rest) => {
    expect(read(text)).toMatchObject({ verb, before, rest });
  });

  test.each([
    '',
    '8',
    '8 指標',
    '予定 今月',
    '8 予定 記録',
    '使い方 記録',
    '港湾',
    '記録的な港湾',
    'x '.repeat(4_000),
  ])('no such line: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
