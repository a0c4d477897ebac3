import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EditionContent, EditionProject } from '../../src/domain/edition.ts';
import { augustEdition, entriesOf, flatten } from './edition-2020-08.ts';

let edition: EditionContent;
beforeAll(async () => {
  edition = await augustEdition();
});

function project(number: number): EditionProject {
  const found = edition.projects.find((each) => each.number === number);
  if (found === undefined) throw new Error(`no project ${number}`);
  return found;
}

test('is the edition of August 2020', () => {
  expect(edition).toMatchObject({
    key: '2020-08',
    title:
      '「やまぐち産業イノベーション戦略」・産業戦略プロジェクトの進捗状況について（令和2年（2020年）8月）',
    asOf: { text: '令和2年8月', first: '2020-08-01', last: '2020-08-31', precision: 'month' },
    footer: ['関連事業については産業戦略部所管について記載'],
  });
});

describe('holds as much of each project as the table', () => {
  //                  ▼  ■  below  ■  below 指標 関連 名
  const counts: [number, number[], string][] = [
    [1, [4, 2, 2, 2, 2, 5, 1], '瀬戸内産業競争力・生産性強化プロジェクト'],
    [2, [2, 11, 0, 2, 6, 1, 1], '自動車新時代に対応したイノベーション創出プロジェクト'],
    [3, [2, 5, 0, 3, 0, 1, 0], '大規模産業用地活用促進プロジェクト'],
    [4, [1, 2, 0, 1, 2, 2, 1], '地域中核企業創出・成長支援プロジェクト'],
    [5, [1, 1, 0, 1, 0, 1, 0], '地域中核企業等立地促進プロジェクト'],
    [6, [2, 7, 0, 7, 0, 2, 2], '高度産業人材確保・活用支援プロジェクト'],
    [7, [1, 3, 8, 2, 5, 1, 1], '産業インフラ輸出促進プロジェクト'],
    [8, [2, 7, 0, 4, 0, 2, 3], '地域産業 IoT 等導入促進プロジェクト'],
    [9, [1, 1, 0, 2, 0, 1, 0], 'スタートアップ企業立地促進・育成プロジェクト'],
    [10, [3, 9, 4, 5, 18, 1, 2], '新山口駅北地区拠点施設整備支援プロジェクト'],
  ];

  test.each(counts)('project %i', (number, expected, name) => {
    const found = project(number);
    const below = (column: 'progress' | 'upcoming') => flatten(found[column]).length - found[column].length;
    expect(found.name).toBe(name);
    expect([
      found.initiatives.length,
      found.progress.length,
      below('progress'),
      found.upcoming.length,
      below('upcoming'),
      found.indicators.length,
      found.programmes.length,
    ]).toEqual(expected);
  });

  test('and of all ten together', () => {
    const sum = (column: (each: EditionProject) => readonly unknown[]) =>
      edition.projects.flatMap(column).length;
    expect(edition.projects.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sum(({ initiatives }) => initiatives)).toBe(19);
    expect(sum(({ progress }) => progress)).toBe(48);
    expect(sum(({ upcoming }) => upcoming)).toBe(29);
    expect(sum(entriesOf)).toBe(124);
    expect(sum(({ indicators }) => indicators)).toBe(17);
    expect(sum(({ programmes }) => programmes)).toBe(11);
  });
});

test('tells national and new programmes from their names', () => {
  const marked = edition.projects.flatMap(({ number, programmes }) =>
    programmes
      .filter(({ national, isNew }) => national || isNew)
      .map(({ name, national }) => [number, national ? '国' : '新', name]),
  );
  expect(marked).toEqual([
    [1, '国', '石油コンビナートの生産性向上及び強靱化推進事業費'],
    [8, '新', 'やまぐちスマートファクトリーモデル構築事業'],
    [10, '新', 'A I 技術等の活用によるヘルスケア関連産業創出事業'],
    [10, '新', '新たなモビリティサービス調査・実証事業'],
  ]);
});

describe('aliases', () => {
  test('each project has two to five, none twice', () => {
    const all = edition.projects.flatMap(({ aliases }) => aliases);
    expect(edition.projects.filter(({ aliases }) => aliases.length < 2 || aliases.length > 5)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['港湾', 1],
    ['瀬戸内', 1],
    ['自動車', 2],
    ['産業用地', 3],
    ['中核企業', 4],
    ['企業誘致', 5],
    ['人材', 6],
    ['輸出', 7],
    ['IoT', 8],
    ['スタートアップ', 9],
    ['新山口', 10],
  ])('%s is project %i', (alias, number) => {
    expect(project(number).aliases).toContain(alias);
  });
});

describe('state says what is true, not where it stands', () => {
  test('the road that stands below 今後の取組 is open already', () => {
    const states = edition.projects.flatMap(({ upcoming }) => flatten(upcoming));
    expect(states.filter(({ state }) => state !== 'planned')).toMatchObject([
      { text: '(参考) R2.3.20: 県道「新山口駅長谷線」の開通', state: 'achieved' },
    ]);
  });

  test('what stands below 主な取組と進捗 is achieved', () => {
    const states = edition.projects.flatMap(({ progress }) => flatten(progress).map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['achieved']));
  });
});

describe('remarks', () => {
  test('that tell an event are milestones', () => {
    const remarks = edition.projects.flatMap(entriesOf).filter(({ mark }) => mark === '※');
    expect(
      remarks.map(({ text, state, dates }) => [text, state, dates.map(({ period }) => period.text)]),
    ).toEqual([
      ['その他、中国経済産業局主催のホンダ展示商談会(R3.3)に参加予定', 'planned', ['R3.3']],
      ['研究連携の推進主体として山口大学医学部内に「社会連携講座」を設置 (R2.8.19)', 'achieved', ['R2.8.19']],
      ['ヘルスケア関連産業推進委員会は幹事会に移行し、新たに協議会を設置', 'planned', []],
    ]);
  });

  test('of another kind are notes of the line above', () => {
    const noted = edition.projects.flatMap(entriesOf).filter(({ notes }) => notes.length > 0);
    expect(noted.map(({ text, notes }) => [text, ...notes])).toEqual([
      ['R2年度末頃トヨタ展示商談会(予定)', '（状況に応じて個別商談会などの代替事業を実施）'],
      [
        'JICA 事業実証成果報告会・マッチング会開催',
        '新型コロナウイルス感染症に伴う渡航制限等の状況を踏まえ実施',
      ],
    ]);
  });
});

test('dates, figures and working groups stand in the text of their milestone, in its order', () => {
  const strays = edition.projects.flatMap(entriesOf).filter(({ text, dates, figures }) => {
    const inOrder = (parts: readonly string[]) =>
      parts.reduce((at, part) => (at < 0 ? at : afterIn(text, part, at)), 0) >= 0;
    return !inOrder(dates.map(({ period }) => period.text)) || !inOrder(figures);
  });
  expect(strays).toEqual([]);
});

/** The offset behind `part` at or behind `at`, or -1. */
function afterIn(text: string, part: string, at: number): number {
  const found = text.indexOf(part, at);
  return found < 0 ? -1 : found + part.length;
}

describe('dates that belong to a name or only to a figure are none of the milestone', () => {
  test.each([
    [2, '研究開発補助金（R元創設）', ['R2.7']],
    [2, 'プレワークショップ、ワークショップ', ['R元.7']],
    [4, '県や関係機関、地域金融機関等', ['H30～']],
    [6, '高度産業人材確保事業（', []],
    [8, 'やまぐち IoT 導入サポーター制度の創設', ['R 元. 5']],
    [9, 'YMFG ユニコーン・プログラムの開催', ['H30. 5', 'H31. 5']],
    [10, 'R2.10 R3年度供用開始の', ['R2.10']],
  ])('project %i: %s…', (number, begin, dates) => {
    const found = entriesOf(project(number)).filter(({ text }) => text.startsWith(begin));
    expect(found.map((entry) => entry.dates.map(({ period }) => period.text))).toEqual([dates]);
  });
});

test('the day without a year is the one of the seminar that project 2 dates', () => {
  const [seminar] = project(6).progress;
  expect(seminar?.dates).toMatchObject([
    { period: { text: '6/11', first: '2019-06-11', last: '2019-06-11' } },
  ]);
});
