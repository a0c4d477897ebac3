import { beforeAll, expect, test } from '@jest/globals';
import type { EditionContent, EditionIndicator } from '../../src/domain/edition.ts';
import type { Value } from '../../src/domain/indicator.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { augustEdition } from './edition-2020-08.ts';

let edition: EditionContent;
beforeAll(async () => {
  edition = await augustEdition();
});

/** Project, name, actual, target, unit, first and last day of the as-of. */
const table: [number, string, string, string, string, string | null, string | null][] = [
  [1, '石炭共同輸送の実施回数', '22', '30', '回', '2020-03-01', '2020-03-31'],
  [1, '工業用水道管路の更新整備延長', '3.2', '3.9', 'km', '2020-03-01', '2020-03-31'],
  [1, '国道・県道の整備完了延長', '30.8', '30', 'km', '2020-03-01', '2020-03-31'],
  [1, '緩和する主要渋滞箇所数', '2', '3', '箇所', '2020-03-01', '2020-03-31'],
  [1, '生産性向上等に資する大規模連携事業の実現', '実施中', '実現', '', null, null],
  [2, '産学公金連携組織への参画企業数', '74', '100', '社', '2020-03-01', '2020-03-31'],
  [3, '企業誘致件数', '55', '75', '件', '2019-12-01', '2019-12-31'],
  [4, '地域経済牽引事業計画承認件数', '50', '45', '件', '2020-03-01', '2020-03-31'],
  [4, '地域経済牽引事業による付加価値増加額', '98.1', '115', '億円', '2020-03-01', '2020-03-31'],
  [5, '企業誘致件数（重点成長分野）', '28', '20', '件', '2019-12-01', '2019-12-31'],
  [6, '研究開発・人材活用システムへの参加企業数', '118', '50', '社', '2020-03-01', '2020-03-31'],
  [6, '奨学金補助制度を活用した県内就業者数（累計）', '20', '20', '人', '2020-03-01', '2020-03-31'],
  [7, 'J I C A など国等の支援メニューを活用した事業件数', '3', '5', '件', '2020-03-01', '2020-03-31'],
  [8, '先導的プロジェクトによる IoT 等導入件数', '1', '5', '件', '2020-03-01', '2020-03-31'],
  [8, '中小企業の IoT 導入率', '13.9', '16.0', '%', '2019-01-01', '2019-12-31'],
  [9, 'スタートアップ企業の誘致件数', '0', '5', '社', '2020-03-01', '2020-03-31'],
  [10, '新山口駅北地区拠点施設と連携した産業・交流拠点の形成等', '実施中', '実現', '', null, null],
];

test.each(table)('project %i: %s %s/%s%s', (number, name, actual, target, unit, first, last) => {
  const indicator = find(number, name);
  const written = (text: string): Value =>
    unit === '' ? { kind: 'state', state: text } : { kind: 'number', amount: decimalText(text) };
  expect(indicator.unit).toBe(unit);
  expect(indicator.target).toEqual(written(target));
  expect(indicator.observations.map(({ value }) => value)).toEqual([written(actual)]);
  const [asOf] = indicator.observations.map((observation) => observation.asOf);
  expect([asOf?.first ?? null, asOf?.last ?? null]).toEqual([first, last]);
});

test('there are no others, and each stands in the order of the table', () => {
  const all = edition.projects.flatMap(({ number, indicators }) =>
    indicators.map(({ name }) => [number, name]),
  );
  expect(all).toEqual(table.map(([number, name]) => [number, name]));
});

test.each<[string, (indicator: EditionIndicator) => boolean, string[]]>([
  [
    'leave the unit of the actual value out',
    bareActual,
    ['緩和する主要渋滞箇所数', 'スタートアップ企業の誘致件数'],
  ],
  ['write 以上', ({ comparatorWritten }) => comparatorWritten, ['スタートアップ企業の誘致件数']],
  ['are cumulative', ({ cumulative }) => cumulative, ['奨学金補助制度を活用した県内就業者数（累計）']],
  ['have a remark', ({ note }) => note !== null, ['産学公金連携組織への参画企業数']],
  ['are reached from above', ({ comparator }) => comparator === 'at-most', []],
])('those that %s', (_, has, names) => {
  const all = edition.projects.flatMap(({ indicators }) => indicators);
  expect(all.filter(has).map(({ name }) => name)).toEqual(names);
});

test('the remark is kept with its brackets', () => {
  expect(find(2, '産学公金連携組織への参画企業数').note).toBe('（県自動車産業イノベーション推進会議）');
});

function bareActual({ target, unitOnActual }: EditionIndicator): boolean {
  return target.kind === 'number' && !unitOnActual;
}

function find(number: number, name: string): EditionIndicator {
  const project = edition.projects.find((each) => each.number === number);
  const indicator = project?.indicators.find((each) => each.name === name);
  if (indicator === undefined) throw new Error(`no indicator ${name}`);
  return indicator;
}
