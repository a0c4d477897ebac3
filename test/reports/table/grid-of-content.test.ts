import { beforeAll, describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import type { EditionContent, EditionProject } from '../../../src/domain/edition.ts';
import { readEditionFile, shippedEditionFile } from '../../../src/reports/edition-file.ts';
import { contentOfProjects } from '../../../src/reports/table/content-of-projects.ts';
import { gridOfContent } from '../../../src/reports/table/grid-of-content.ts';
import { reportHead } from '../../../src/reports/table/report-head.ts';
import { anAchievement, anEdition, anIndicator, aPlan, aProject } from '../../support/editions.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const cellsOf = (project: EditionProject) =>
  gridOfContent(anEdition([project])).rows.map(({ cells }) => cells);

describe('the edition of August 2020', () => {
  let edition: EditionContent;
  beforeAll(async () => {
    const read = readEditionFile(await shippedEditionFile());
    if (!read.ok) throw new Error('the shipped edition is wrong');
    edition = read.value;
  });

  test('comes out of the projects of the store as it went in', async () => {
    const head = reportHead(calendarDay('2020-08-31'), edition);
    expect(contentOfProjects(await shippedProjects(), head)).toEqual(edition);
  });

  test('has its title, its three columns, its footer, and a row for each project and strand', () => {
    const { title, header, rows, footer } = gridOfContent(edition);
    expect(title).toBe(edition.title);
    expect(header).toEqual(['産業戦略プロジェクト', '主な取組と進捗', '今後の取組・動向等']);
    expect(footer).toEqual(['関連事業については産業戦略部所管について記載']);
    expect(rows.map(({ line, cells: [name] }) => [line, name[0]?.slice(0, 5) ?? ''])).toEqual([
      [3, '1. 瀬戸'],
      [4, '2. 自動'],
      [5, '3. 大規'],
      [6, '4. 地域'],
      [7, '5. 地域'],
      [8, '6. 高度'],
      [9, '7. 産業'],
      [10, '8. 地域'],
      [11, '9. スタ'],
      [12, '10. 新'],
      [13, ''],
      [14, ''],
      [15, '指標'],
    ]);
  });

  test('has every mark, and the indicators of 6 to 9 in their own rows', () => {
    const { rows } = gridOfContent(edition);
    const lines = rows.flatMap(({ cells }) => cells.flat());
    expect(lines).toEqual(
      expect.arrayContaining([
        '《主な取組》',
        '▼港湾の機能強化',
        '【全般】',
        '<阿知須実証事業>',
        '※研究連携の推進主体として山口大学医学部内に「社会連携講座」を設置 (R2.8.19)',
        '※新型コロナウイルス感染症に伴う渡航制限等の状況を踏まえ実施',
        '（状況に応じて個別商談会などの代替事業を実施）',
        '[関連事業]：国事業「石油コンビナートの生産性向上及び強靱化推進事業費」',
        '[関連事業]：新新たなモビリティサービス調査・実証事業',
        '・緩和する主要渋滞箇所数：2/3箇所（R2.3）',
        '・スタートアップ企業の誘致件数：0/5社以上（R2. 3）',
        '・産学公金連携組織への参画企業数：74社/100社（R2.3）（県自動車産業イノベーション推進会議）',
      ]),
    );
    expect(rows[7]?.cells[1].slice(-3)).toEqual([
      '指標',
      '・先導的プロジェクトによる IoT 等導入件数：1件/5件（R2. 3）',
      '・中小企業の IoT 導入率：13.9%/16.0%（R 元）',
    ]);
  });
});

describe('a row', () => {
  test('of a project of which nothing is known yet is its name', () => {
    expect(cellsOf(aProject(11, { name: '新しい' }))).toEqual([[['11. 新しい'], [], []]]);
  });

  test('says 未報告 of an indicator without a value, and no time where none is known', () => {
    const indicators = [
      anIndicator('回数', { observations: [] }),
      anIndicator('形成', {
        unit: '',
        target: { kind: 'state', state: '実現' },
        observations: [{ value: { kind: 'state', state: '実施中' }, asOf: null }],
      }),
    ];
    expect(cellsOf(aProject(8, { indicators }))[0]?.[1]).toEqual([
      '指標',
      '・回数：未報告/30回',
      '・形成：実施中/実現',
    ]);
  });

  test('of a strand holds its entries, those of the strands within it, and the programme of its name', () => {
    const project = aProject(10, {
      strands: [
        { name: '全般', within: null },
        { name: '健康', within: null },
        { name: '実証', within: '健康' },
      ],
      progress: [anAchievement('合意', { strand: '健康' })],
      upcoming: [
        aPlan('会議', [], { strand: '全般' }),
        aPlan('推進', [], { strand: '健康', entries: [aPlan('開始', [], { mark: '・', strand: '実証' })] }),
      ],
      programmes: [
        { name: '健康', national: false, isNew: true },
        { name: '港湾', national: false, isNew: false },
      ],
    });
    expect(cellsOf(project)).toEqual([
      [[`10. ${project.name}`], ['【全般】'], ['■会議']],
      [[], ['【健康】', '■合意'], ['■推進', '<実証>', '・開始', '[関連事業]：新健康', '港湾']],
    ]);
  });

  test('of a project with strands begins without a heading where an entry belongs to none', () => {
    const strands = [{ name: '全般', within: null }];
    const progress = [anAchievement('合意'), anAchievement('会議', { strand: '全般' })];
    expect(cellsOf(aProject(10, { strands, progress })).map(([, column]) => column)).toEqual([
      ['■合意'],
      ['【全般】', '■会議'],
    ]);
  });
});
