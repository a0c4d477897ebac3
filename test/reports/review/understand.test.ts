import { describe, expect, test } from '@jest/globals';
import { leastSure } from '../../../src/reports/review/finding.ts';
import { understand } from '../../../src/reports/review/understand.ts';
import type { UnderstoodEntry } from '../../../src/reports/review/understood.ts';
import type { TableCell, TableGrid } from '../../../src/reports/table/grid.ts';

type Cells = readonly [TableCell, TableCell, TableCell];

function gridOf(...rows: readonly Cells[]): TableGrid {
  return {
    title: '進捗状況について（令和2年（2020年）8月）',
    header: ['産業戦略プロジェクト', '主な取組と進捗', '今後の取組・動向等'],
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    footer: [],
  };
}

function read(grid: TableGrid, options: Parameters<typeof understand>[1] = {}) {
  const understood = understand(grid, options);
  if (!understood.ok) throw new Error(understood.refusal.kind);
  return understood.value;
}

const project = (number: number, progress: TableCell = ['■開始'], upcoming: TableCell = []): Cells => [
  [`${number}. 第${number}のプロジェクト`],
  progress,
  upcoming,
];
const first = (progress: TableCell, upcoming: TableCell = []) => {
  const [found] = read(gridOf(project(1, progress, upcoming))).projects;
  if (found === undefined) throw new Error('no project');
  return found;
};

describe('the title names the edition', () => {
  test.each([
    ['進捗状況について（令和2年（2020年）8月）', '2020-08'],
    ['進捗状況（R3.2）', '2021-02'],
    ['2021年2月の進捗', '2021-02'],
  ])('%s', (title, key) => {
    expect(read({ ...gridOf(project(1)), title }).key).toBe(key);
  });

  test.each([
    ['進捗状況について', 'no-date'],
    ['令和2年（2021年）8月', 'two-dates'],
    ['令和2年8月から令和3年2月', 'no-date'],
    ['R2.8とR3.2', 'two-dates'],
  ])('%s is refused', (title, kind) => {
    expect(understand({ ...gridOf(project(1)), title })).toMatchObject({ ok: false, refusal: { kind } });
  });
});

describe('rows of indicators behind their projects', () => {
  const indicator = (name: string): Cells => [[], ['指標', `・${name}：1件/2件(R2.3)`], []];
  const owners = (grid: TableGrid, options: Parameters<typeof understand>[1] = {}) =>
    read(grid, options).projects.map(({ number, indicators }) => [
      number,
      ...indicators.map(({ name, findings }) => `${name} ${leastSure(findings)}`),
    ]);

  test('as many as projects without any: in order, likely', () => {
    expect(owners(gridOf(project(1), project(2), indicator('甲'), indicator('乙')))).toEqual([
      [1, '甲 likely'],
      [2, '乙 likely'],
    ]);
  });

  test('another number of them: to be checked', () => {
    expect(owners(gridOf(project(1), project(2), indicator('甲')))).toEqual([[1, '甲 unsure'], [2]]);
  });

  test('a person has said whose they are: certain', () => {
    const corrections = { lines: new Map(), owners: new Map([[4, 2]]) };
    expect(owners(gridOf(project(1), project(2), indicator('甲')), { corrections })).toEqual([
      [1],
      [2, '甲 certain'],
    ]);
  });
});

describe('a date without a year', () => {
  const dated = (progress: TableCell, upcoming: TableCell = []) => {
    const { progress: done, upcoming: next } = first(progress, upcoming);
    return [...done, ...next].map(({ dates, findings }) => [dates[0]?.period.first, leastSure(findings)]);
  };

  test.each<[string, TableCell, TableCell, string, string]>([
    ['stands before the line behind it', ['■設置（6/11）', '■開催（R元.7）'], [], '2019-06-11', 'likely'],
    ['stands behind the line before it', ['■設置（R元.7）', '■開催（6/11）'], [], '2020-06-11', 'likely'],
    ['alone among what was done: before the edition', ['■設置（11/20）'], [], '2019-11-20', 'unsure'],
    ['alone among what comes: after the edition', [], ['■設置（6/11）'], '2021-06-11', 'unsure'],
  ])('%s', (_, progress, upcoming, day, sure) => {
    expect(dated(progress, upcoming)).toContainEqual([day, sure]);
  });
});

describe('new programmes', () => {
  const programme = (written: string, strand = '', known: readonly string[] = []) => {
    const cells = project(1, strand === '' ? ['■開始'] : [`【${strand}】`, '■開始'], [
      `[関連事業]：${written}`,
    ]);
    const [found] = read(gridOf(cells), { programmes: known }).projects;
    return found?.programmes.map(({ name, isNew, national, findings }) => [
      name,
      isNew,
      national,
      leastSure(findings),
    ]);
  };

  test.each<[string, string, readonly string[], unknown[]]>([
    ['新スマート工場事業', '', [], ['スマート工場事業', true, false, 'likely']],
    ['新スマート工場事業', 'スマート工場事業', [], ['スマート工場事業', true, false, 'certain']],
    ['新産業育成事業', '', [], ['新産業育成事業', false, false, 'unsure']],
    ['新産業育成事業', '', ['新産業育成事業'], ['新産業育成事業', false, false, 'certain']],
    ['新新産業育成事業', '', [], ['新産業育成事業', true, false, 'likely']],
    ['国事業「石油コンビナート事業費」', '', [], ['石油コンビナート事業費', false, true, 'certain']],
  ])('%s (strand %j, store %j)', (written, strand, known, expected) => {
    expect(programme(written, strand, known)).toEqual([expected]);
  });

  test('several, parted by 、 outside brackets and by line', () => {
    expect(programme('甲事業（一、二）、乙事業')?.map(([name]) => name)).toEqual([
      '甲事業（一、二）',
      '乙事業',
    ]);
  });
});

describe('indicators', () => {
  test.each([
    ['実施回数：22回/30回(R2.3)', { unit: '回', unitOnActual: true, comparatorWritten: false }],
    ['誘致件数：0/5 社以上（R2. 3）', { unit: '社', unitOnActual: false, comparatorWritten: true }],
    ['撤退件数：3件/5件以下(R2.3)', { unit: '件', comparator: 'at-most' }],
    ['県内就業者数（累計）：20 人/20 人（R2. 3）', { cumulative: true }],
    ['導入率：13. 9%/16. 0%（R 元）', { unit: '%', target: { kind: 'number', amount: '16.0' } }],
    ['企業数：74社/1,000社（R2.3）（推進会議）', { target: { amount: '1000' }, note: '（推進会議）' }],
    ['拠点の形成: 実施中/実現', { unit: '', target: { kind: 'state', state: '実現' } }],
  ])('%s', (line, expected) => {
    expect(first(['指標', `・${line}`]).indicators).toMatchObject([expected]);
  });

  test.each([
    ['実現：実施中/3件', 'mixed-values'],
    ['実現：実施中12件/実現', 'mixed-values'],
    ['実施回数は22回', 'unread-indicator'],
    ['実施回数：22回/30社(R2.3)', 'unread-indicator'],
  ])('%s is left out and told', (line, kind) => {
    const { problems, projects } = read(gridOf(project(1, ['指標', `・${line}`])));
    expect(problems).toMatchObject([{ line: 2, kind }]);
    expect(projects[0]?.indicators).toEqual([]);
  });
});

describe('what is told by row', () => {
  test.each<[string, readonly Cells[], object]>([
    [
      'a number twice',
      [project(1), [['1. 別のもの'], ['■x'], []]],
      { line: 3, kind: 'duplicate-number', first: 2 },
    ],
    [
      'a number that is none',
      [project(1), [['1000. 別のもの'], [], []]],
      { line: 3, kind: 'impossible-number' },
    ],
    ['a row before all projects', [[[], ['■x'], []], project(1)], { line: 2, kind: 'no-project' }],
    [
      'a date that does not exist',
      [project(1, ['■設置（R2.2.30）'])],
      { kind: 'no-such-date', text: 'R2.2.30' },
    ],
    [
      'a name twice',
      [project(1, ['指標', '・甲：1件/2件', '・甲：2件/2件'])],
      { kind: 'repeated', name: '甲' },
    ],
    ['a line without end', [project(1, [`■${'港'.repeat(3_001)}`])], { kind: 'too-long', most: 3_000 }],
  ])('%s', (_, rows, problem) => {
    const { problems, projects } = read(gridOf(...rows));
    expect(problems).toMatchObject([problem]);
    expect(projects[0]?.name).toBe('第1のプロジェクト');
  });

  test('an eleventh project is one more, and the same heading again goes on', () => {
    const again: Cells = [['1. 第1のプロジェクト'], ['■二つ目'], []];
    const { projects, problems } = read(gridOf(project(1), again, project(11)));
    expect(projects.map(({ number, progress }) => [number, progress.length])).toEqual([
      [1, 2],
      [11, 1],
    ]);
    expect(problems).toEqual([]);
  });

  test('a table without any project is refused', () => {
    expect(understand(gridOf())).toMatchObject({ ok: false, refusal: { kind: 'no-table' } });
  });
});

test('entries with what stands below them', () => {
  const shape = ({ mark, text, notes, entries }: UnderstoodEntry): unknown[] => [
    `${mark}${text}`,
    ...notes,
    ...entries.map(shape),
  ];
  const cell = [
    '■検討',
    '<利用促進WG> (R2.8.25開催)',
    '議題',
    '・国道・県道',
    '※予約制',
    '（未定）',
    '■二つ目',
  ];
  expect(first(cell).progress.map(shape)).toEqual([
    ['■検討', ['<利用促進WG> (R2.8.25開催)', ['議題']], ['・国道・県道', '予約制', '（未定）']],
    ['■二つ目'],
  ]);
});

test('a corrected line is read as it should stand, an emptied one is left out', () => {
  const lines = new Map([
    ['2.1.0', '■設置（R2.3.1）'],
    ['2.1.1', ''],
  ]);
  const { projects } = read(gridOf(project(1, ['■設置（R2.2.30）', '■余分'])), {
    corrections: { lines, owners: new Map() },
  });
  expect(projects[0]?.progress.map(({ text }) => text)).toEqual(['設置（R2.3.1）']);
});
