import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EditionContent, EditionEntry } from '../../src/domain/edition.ts';
import { augustEdition, entriesOf, flatten } from './edition-2020-08.ts';

let edition: EditionContent;
beforeAll(async () => {
  edition = await augustEdition();
});

test('the dated events of 今後の取組・動向等', () => {
  const dated = edition.projects.flatMap(({ number, upcoming }) =>
    flatten(upcoming).flatMap(({ text, dates }) =>
      dates.map(({ period }) => [number, period.text, period.first, period.last, text.slice(0, 16)]),
    ),
  );
  expect(dated).toEqual([
    [2, 'R2.6', '2020-06-01', '2020-06-30', 'R2.6自動車関連技術等研修助成'],
    [2, 'R3.2まで', null, '2021-02-28', 'R2.6自動車関連技術等研修助成'],
    [2, 'R2.9', '2020-09-01', '2020-09-30', 'R2.9サプライヤー応援隊事業開'],
    [2, 'R2.秋頃', '2020-09-01', '2020-11-30', 'R2.秋頃トヨタニーズ発信会(予'],
    [2, 'R2年度末頃', '2021-02-01', '2021-03-31', 'R2年度末頃トヨタ展示商談会(予'],
    [2, 'R3.3', '2021-03-01', '2021-03-31', 'その他、中国経済産業局主催のホン'],
    [6, '通年', null, null, 'ワークショップ等企業連携グループ'],
    [6, 'R2. 8～', '2020-08-01', null, '企業間のネットワーク形成に向けた'],
    [6, 'R2. 9～', '2020-09-01', null, '技術交流テーマ検討のための先端技'],
    [6, 'R2. 11', '2020-11-01', '2020-11-30', '「瀬戸内技術交流会」の開催（R2'],
    [6, 'R2 年度', '2020-04-01', '2021-03-31', '高度産業人材確保事業の推進（奨学'],
    [7, 'R2 年度', '2020-04-01', '2021-03-31', 'JICA、JV 間での業務委託契'],
    [7, 'R2. 8', '2020-08-01', '2020-08-31', 'R2. 8 JV、キエンザン省に'],
    [7, 'R2. 秋頃', '2020-09-01', '2020-11-30', 'R2. 秋頃 JICA 実証事業'],
    [7, 'R2. 冬頃', '2020-12-01', '2021-02-28', 'R2. 冬頃 鮮度保持実証実験開'],
    [7, 'R2. 冬頃', '2020-12-01', '2021-02-28', 'R2. 冬頃 キエンザン省関係者'],
    [9, 'R3. 2', '2021-02-01', '2021-02-28', 'YMFG ユニコーン・プログラム'],
    [10, 'R2.8.25', '2020-08-25', '2020-08-25', '<拠点施設利用促進WG> (R2'],
    [10, 'R2.8.4', '2020-08-04', '2020-08-04', '<産業支援・人材供給WG> (R'],
    [10, '適宜', null, null, '<健康づくりヘルスケア関連産業創'],
    [10, 'R2.11', '2020-11-01', '2020-11-30', '事業推進に係る県・市全体調整会議'],
    [10, 'R2.3.20', '2020-03-20', '2020-03-20', '(参考) R2.3.20: 県道'],
    [10, 'R2.10', '2020-10-01', '2020-10-31', 'R2.10 共同研究契約及び知財'],
    [10, 'R2.11', '2020-11-01', '2020-11-30', 'R2.11 地域コホート研究の開'],
    [10, 'R2.10', '2020-10-01', '2020-10-31', 'R2.10 R3年度供用開始のや'],
    [10, 'R3.4', '2021-04-01', '2021-04-30', 'R3.4 ライフイノベーションラ'],
    [10, 'R2.8下旬', '2020-08-21', '2020-08-31', 'R2.8下旬 実証事業の着手'],
    [10, 'R2.9.4', '2020-09-04', '2020-09-04', 'R2.9.4 第2回推進協議会の'],
    [10, 'R2.10初旬', '2020-10-01', '2020-10-10', 'R2.10初旬 新たなビジネスモ'],
    [10, 'R2.11下旬', '2020-11-21', '2020-11-30', 'R2.11下旬 実証実験の開始'],
    [10, 'R3.3初旬', '2021-03-01', '2021-03-10', 'R3.3初旬 効果検証'],
  ]);
});

describe('strands', () => {
  const ai = 'A I 技術等の活用によるヘルスケア関連産業創出事業';
  const mobility = '新たなモビリティサービス調査・実証事業';

  test('only project 10 is in parts, two of them within the second', () => {
    const strands = edition.projects.flatMap(({ number, strands: of }) =>
      of.map((each) => ({ number, ...each })),
    );
    expect(strands).toEqual([
      { number: 10, name: '全般', within: null },
      { number: 10, name: ai, within: null },
      { number: 10, name: '阿知須実証事業', within: ai },
      { number: 10, name: '推進体制の整備', within: ai },
      { number: 10, name: mobility, within: null },
    ]);
  });

  test('every milestone of project 10 stands in one, those below in that of the one above or in a closer one', () => {
    const count = new Map<string | null, number>();
    for (const { strand } of edition.projects.filter(({ number }) => number === 10).flatMap(entriesOf)) {
      count.set(strand, (count.get(strand) ?? 0) + 1);
    }
    expect(Object.fromEntries(count)).toEqual({
      全般: 4 + 3 + 3 + 6 + 1,
      [ai]: 2 + 1 + 1,
      阿知須実証事業: 2,
      推進体制の整備: 4,
      [mobility]: 3 + 1 + 5,
    });
  });
});

test('working groups with their dated meetings', () => {
  const groups = edition.projects.flatMap((project) =>
    project.workingGroups.map(({ name, strand }) => {
      const named = entriesOf(project).filter(({ workingGroup }) => workingGroup === name);
      return [project.number, name, strand, named.flatMap(meetings).join(' ')];
    }),
  );
  expect(groups).toEqual([
    [1, '県コンビナート連携会議', null, 'R元.5'],
    [2, '県自動車産業の構造変化に向けた研究会', null, 'H30'],
    [2, '県自動車産業イノベーション推進会議', null, 'H31.2'],
    [3, '大規模工場跡地の利活用に係る県庁内サポートチーム', null, 'H30.10'],
    [3, '大規模産業用地活用促進プロジェクトチーム', null, 'H31.1'],
    [7, '水産インフラ輸出構想研究会', null, '第7回:H30.11.27 第8回:H31.3.18 第9回:R元.7.29'],
    [8, 'スマート★づくり研究会', null, 'H30.11～'],
    [10, '県・市全体調整会議', '全般', '第1回:H29.7 第2回:H30.2 第3回:H30.10 第4回:R元.11 予定:R2.11'],
    [10, '拠点施設利用促進WG', '全般', '第1回:R元.8 第2回:R元.10 予定:R2.8.25'],
    [10, '産業支援・人材供給WG', '全般', '第1回:R元.8 第2回:R元.9 予定:R2.8.4'],
    [10, '健康づくりヘルスケア関連産業創出WG', '全般', '第1回:R元.8 第2回:R元.10 予定:適宜'],
    [
      10,
      'ライフイノベーションラボ構想の推進や拠点機能充実強化に向けたワーキンググループ',
      'A I 技術等の活用によるヘルスケア関連産業創出事業',
      '第1回:R元.8 第2回:R元.10',
    ],
    [10, 'ヘルスケア関連産業推進委員会', '推進体制の整備', '予定:R2.10'],
    [
      10,
      '新モビリティサービス実証事業推進協議会',
      '新たなモビリティサービス調査・実証事業',
      'R2.5 予定:第2回:R2.9.4',
    ],
  ]);
});

/** 第2回:R元.10, with 予定 in front of what is planned. */
function meetings({ state, dates }: EditionEntry): readonly string[] {
  return dates.map(({ period, ordinal }) => {
    const which = ordinal === null ? '' : `第${ordinal}回:`;
    return `${state === 'planned' ? '予定:' : ''}${which}${period.text.replaceAll(' ', '')}`;
  });
}
