import { describe, expect, test } from '@jest/globals';
import { commandTable } from '../../src/slack/subcommands/index.ts';
import { foldReading } from '../../src/text/reading.ts';
import { aProject } from '../support/factories.ts';
import { understand } from './understand.ts';

describe('nothing typed lists the projects', () => {
  test.each(['', ' ', '　　　', '\t\n', '\u0000\u0007', '\u200B\u202E'])('%j', (text) => {
    expect(understand(text)).toBe('list');
  });
});

describe('a number is the card of its project', () => {
  test.each([
    '8',
    '８',
    '08',
    '第8',
    '第８',
    '8番',
    '８番',
    '#8',
    '＃８',
    'プロジェクト8',
    'ﾌﾟﾛｼﾞｪｸﾄ８',
    'プロジェクト　８',
    'project 8',
    'Project　8',
    'PROJECT8',
    'No.8',
    '8号',
    '八',
    '第八',
    '八番',
    '  8  ',
    '8\u200B',
    '8 card',
  ])('%s', (text) => expect(understand(text)).toBe('8 card'));

  test.each(['10', '十', '第十', '⑩'])('%s', (text) => expect(understand(text)).toBe('10 card'));
});

describe('a word behind the project', () => {
  test.each([
    ['8 指標', '8 indicators'],
    ['8指標', '8 indicators'],
    ['8番の指標', '8 indicators'],
    ['第八 指標', '8 indicators'],
    ['8 indicators', '8 indicators'],
    ['８　ＩＮＤＩＣＡＴＯＲＳ', '8 indicators'],
    ['8 kpi', '8 indicators'],
    ['8 進捗', '8 milestones'],
    ['8 milestones p2', '8 milestones p2'],
    ['8 進捗 2ページ', '8 milestones p2'],
    ['#8 予定', '8 upcoming'],
    ['8 共有', '8 share'],
    ['8 post', '8 post'],
    ['8 使い方', 'help'],
    ['IoT 指標', '8 indicators'],
    ['5G 予定', '8 upcoming'],
    ['新山口 進捗 p3', '10 milestones p3'],
    ['IoT 使い方', 'help'],
  ])('%s', (text, expected) => expect(understand(text)).toBe(expected));
});

describe('a word before the project', () => {
  test.each([
    ['指標 8', '8 indicators'],
    ['指標8', '8 indicators'],
    ['指標 8番', '8 indicators'],
    ['指標 港湾', '1 indicators'],
    ['予定 8', '8 upcoming'],
    ['予定 第8', '8 upcoming'],
    ['予定 港湾', '1 upcoming'],
    ['予定 5G', '8 upcoming'],
    ['share 8', '8 share'],
  ])('%s', (text, expected) => expect(understand(text)).toBe(expected));
});

describe('a word of all projects', () => {
  test.each([
    ['一覧', 'list'],
    ['list p2', 'list p2'],
    ['p2', 'list p2'],
    ['使い方', 'help'],
    ['ヘルプ', 'help'],
    ['help', 'help'],
    ['?', 'help'],
    ['？', 'help'],
    ['予定', 'upcoming'],
    ['予定 今月', 'upcoming "今月"'],
    ['予定 8月', 'upcoming "8月"'],
    ['予定8月', 'upcoming "8月"'],
    ['予定 2w', 'upcoming "2w"'],
    ['予定 10日間', 'upcoming "10日間"'],
    ['予定 秋', 'upcoming "秋"'],
    ['予定 2020', 'upcoming "2020"'],
    ['予定 2020.11', 'upcoming "2020.11"'],
    ['予定 11/3', 'upcoming "11/3"'],
    ['予定 R2.11 p2', 'upcoming "R2.11" p2'],
    ['予定 年度内', 'upcoming "年度内"'],
    ['upcoming this month', 'upcoming "this month"'],
    ['今後の予定 来週', 'upcoming "来週"'],
  ])('%s', (text, expected) => expect(understand(text)).toBe(expected));
});

describe('a part of a name is the card of its project', () => {
  test.each([
    ['港湾', 1],
    ['自動車', 2],
    ['用地', 3],
    ['人材', 6],
    ['水産', 7],
    ['IoT', 8],
    ['ｉｏｔ', 8],
    ['5G', 8],
    ['スタートアップ', 9],
    ['新山口', 10],
    ['スタートアップ 企業立地', 9],
  ])('%s', (text, number) => expect(understand(text)).toBe(`${number} card`));
});

describe('a word in kana is found by how it is read', () => {
  test.each([
    ['8 しんちょく', '8 milestones'],
    ['8しんちょく', '8 milestones'],
    ['8 シンチョク', '8 milestones'],
    ['８　ｼﾋｮｳ', '8 indicators'],
    ['しひょう 港湾', '1 indicators'],
    ['よてい 8', '8 upcoming'],
    ['よてい8月', 'upcoming "8月"'],
    ['港湾 りれき', '1 history'],
    ['けんさく 港湾', 'search "港湾"'],
    ['つかいかた', 'help'],
    ['8 ずかん', undefined],
  ])('%s', (text, expected) => {
    const found = understand(text);
    expect(typeof found === 'string' ? found : undefined).toBe(expected);
  });

  test('of every name with kanji, and of no other sub-command', () => {
    const readings = commandTable.subcommands.flatMap(({ name, readings: all = [] }) =>
      all.map((reading) => [foldReading(reading), name] as const),
    );
    expect(new Map(readings).size).toBe(readings.length);
    const unread = commandTable.subcommands.filter(
      ({ names, readings: all = [] }) => all.length === 0 && names.some((each) => /\p{sc=Han}/u.test(each)),
    );
    // 投稿 posts to all at once: it is for the button alone.
    expect(unread.map(({ name }) => name)).toEqual(['post']);
  });

  test('a part of a project’s name means the project', () => {
    const named = aProject({ number: 4, name: 'しんちょくの見える化' });
    expect(understand('しんちょく', [named])).toBe('4 card');
    expect(understand('しひょう', [named])).toEqual({ kind: 'needs-project', typed: 'しひょう' });
  });
});

test('a name that begins with a number is a name first', () => {
  const mobile = aProject({ number: 3, name: '第5世代移動通信プロジェクト' });
  expect(understand('第5世代', [mobile, aProject({ number: 5 })])).toBe('3 card');
});

describe('a past time, wherever it stands', () => {
  test.each([
    ['8 @R2.3', '8 card @R2.3'],
    ['８　＠Ｒ２．３', '8 card @R2.3'],
    ['8@R2.3', '8 card @R2.3'],
    ['8 @ R2.3', '8 card @R2.3'],
    ['@R2.3 8', '8 card @R2.3'],
    ['8番 @令和2年3月', '8 card @令和2年3月'],
    ['IoT導入 @2020-03', '8 card @2020-03'],
    ['8 指標 @R2.3', '8 indicators @R2.3'],
    ['8 @R2.3 指標', '8 indicators @R2.3'],
    ['8 指標@R2.3', '8 indicators @R2.3'],
    ['指標 8 @R2.3', '8 indicators @R2.3'],
    ['指標 港湾 ＠2020-03', '1 indicators @2020-03'],
    ['8 indicators @2020-03-31 p2', '8 indicators p2 @2020-03-31'],
    ['8 指標 p2 @2020-03-31', '8 indicators p2 @2020-03-31'],
    ['8 @むかし', '8 card @むかし'],
  ])('%s', (text, expected) => expect(understand(text)).toBe(expected));

  test.each([
    ['8 履歴 @R2.3', 8],
    ['@R2.3', null],
    ['一覧 @R2.3', null],
  ])('%s cannot look back', (text, number) => {
    expect(understand(text)).toEqual({ kind: 'no-past', typed: 'R2.3', number });
  });

  test('without a time behind it, an @ is a word like any other', () => {
    expect(understand('8 @')).toMatchObject({ kind: 'unknown-rest', typed: '@' });
  });
});
