import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCommand } from '../../src/slack/read-command.ts';
import { commandTable } from '../../src/slack/subcommands/index.ts';
import { shippedProjects } from '../support/projects-of.ts';

const projects = await shippedProjects();

/** What was understood, in short: `8 upcoming`, `upcoming "今月" p2`; or the refusal. */
function read(text: string, among = projects) {
  const found = readCommand(text, commandTable, among);
  if (!found.ok) return found.refusal;
  const { subcommand, project, rest, page } = found.value;
  return [
    ...(project === null ? [] : [project]),
    subcommand.name,
    ...(rest === '' ? [] : [`"${rest}"`]),
    ...(page === 1 ? [] : [`p${page}`]),
  ].join(' ');
}

describe('nothing typed lists the projects', () => {
  test.each(['', ' ', '　　　', '\t\n', '\u0000\u0007', '\u200B\u202E'])('%j', (text) => {
    expect(read(text)).toBe('list');
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
  ])('%s', (text) => expect(read(text)).toBe('8 card'));

  test.each(['10', '十', '第十', '⑩'])('%s', (text) => expect(read(text)).toBe('10 card'));
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
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
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
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
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
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
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
  ])('%s', (text, number) => expect(read(text)).toBe(`${number} card`));
});

describe('what is no number of a project', () => {
  test.each([
    ['0', '0'],
    ['11', '11'],
    ['１１番', '11'],
    ['十一', '11'],
    ['-1', '-1'],
    ['1.5', '1.5'],
    ['1,234', '1,234'],
    ['99 指標', '99'],
    ['指標 99', '99'],
    ['予定 99', '99'],
    ['99 foo', '99'],
  ])('%s is refused with the numbers there are', (text, typed) => {
    expect(read(text)).toMatchObject({ kind: 'no-such-number', typed, range: { first: 1, last: 10 } });
  });

  test.each(['1e3', '∞', '100%', '８％', '零', '8.', 'NaN'])('%s is no number at all', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a misspelt word gets the nearest', () => {
  test.each([
    ['8 指評', { kind: 'unknown-rest', typed: '指評', number: 8, words: ['指標'] }],
    ['港湾 指評', { kind: 'unknown-rest', typed: '指評', number: 1, words: ['指標'] }],
    ['指評 8', { kind: 'unknown-rest', typed: '指評', number: 8, words: ['指標'] }],
    ['8 upcomming', { kind: 'unknown-rest', typed: 'upcomming', number: 8, words: ['upcoming'] }],
    ['8 グラフ', { kind: 'unknown-rest', typed: 'グラフ', number: 8 }],
    ['指評', { kind: 'unknown', typed: '指評', words: ['1 指標'] }],
    ['hlep', { kind: 'unknown', typed: 'hlep', words: ['help'] }],
    ['upcomming', { kind: 'unknown', typed: 'upcomming', words: ['upcoming'] }],
  ])('%s', (text, refusal) => expect(read(text)).toMatchObject(refusal));

  test('and a word that fits nothing the words there are', () => {
    expect(read('8 グラフ')).toMatchObject({ words: ['カード', '指標', '進捗'] });
  });

  test('a misspelt name the nearest project', () => {
    expect(read('スターアップ')).toMatchObject({ kind: 'unknown', projects: [{ number: 9 }] });
    expect(read('指標 スターアップ')).toMatchObject({ kind: 'unknown', projects: [{ number: 9 }] });
  });
});

describe('what is not enough or too much', () => {
  test('a word that needs a project', () => {
    expect(read('指標')).toEqual({ kind: 'needs-project', typed: '指標' });
    expect(read('指標 知事')).toEqual({ kind: 'needs-project', typed: '指標' });
  });

  test.each(['地域中核企業', '地域中核企業 指標', '指標 地域中核企業'])('%s: a name of several', (text) => {
    expect(read(text)).toMatchObject({
      kind: 'several-projects',
      typed: '地域中核企業',
      projects: [{ number: 4 }, { number: 5 }],
    });
  });

  test('200 characters are read, 201 are not', () => {
    expect(read('あ'.repeat(200))).toMatchObject({ kind: 'unknown' });
    expect(read('あ'.repeat(201))).toEqual({ kind: 'too-long', length: 201 });
    expect(read('8'.repeat(8000))).toEqual({ kind: 'too-long', length: 8000 });
  });

  test('without projects a number says that the store is empty, and words still work', () => {
    expect(read('8', [])).toEqual({ kind: 'empty-store' });
    expect(read('使い方', [])).toBe('help');
    expect(read('指評', [])).toMatchObject({ kind: 'unknown', projects: [], words: [] });
  });
});

describe('hostile text is only text', () => {
  test.each([
    '<!channel>',
    '<@U0SOMEBODY>',
    '<https://evil.example|承認>',
    "'; DROP TABLE project; --",
    '%',
    '_',
    '\\',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '*',
    '八百屋',
  ])('%s', (text) => expect(read(text)).toMatchObject({ kind: 'unknown', typed: text }));
});

test('every text is understood or refused, never thrown at', () => {
  const pieces = fc.constantFrom(
    '8',
    '八',
    '第',
    '番',
    '指標',
    '予定',
    ' ',
    '　',
    'p2',
    'IoT',
    '-',
    '.',
    '#',
    '\u202E',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => expect(['string', 'object']).toContain(typeof read(text))),
    { numRuns: 1000 },
  );
});
