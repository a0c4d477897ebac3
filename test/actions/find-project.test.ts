import { describe, expect, test } from '@jest/globals';
import { matchProject, nearestNumbers } from '../../src/actions/find-project.ts';
import { shippedProjects } from '../support/projects-of.ts';

const projects = await shippedProjects();

function found(text: string): readonly number[] {
  const match = matchProject(text, projects);
  if (match.kind === 'one') return [match.project.number];
  return match.kind === 'several' ? match.projects.map(({ number }) => number) : [];
}

describe('a part of a name or an alias names the project', () => {
  test.each([
    ['瀬戸内', 1],
    ['港湾', 1],
    ['コンビナート', 1],
    ['自動車', 2],
    ['産業用地', 3],
    ['工場跡地', 3],
    ['中核企業', 4],
    ['成長支援', 4],
    ['企業誘致', 5],
    ['人材', 6],
    ['奨学金', 6],
    ['r&dらぼ', 6],
    ['輸出', 7],
    ['ベトナム', 7],
    ['JICA', 7],
    ['IoT', 8],
    ['ｉｏｔ', 8],
    ['5G', 8],
    ['地域産業 IoT 等', 8],
    ['スタートアップ', 9],
    ['すたーとあっぷ', 9],
    ['ｽﾀｰﾄｱｯﾌﾟ', 9],
    ['ユニコーン', 9],
    ['新山口', 10],
    ['MaaS', 10],
    ['モビリティ', 10],
    ['もびりてぃ', 10],
    ['AI', 10],
    ['ａｉ', 10],
    ['ヘルスケア', 10],
    ['新山口駅北地区拠点施設整備支援プロジェクト', 10],
  ])('%s is %i', (text, number) => expect(found(text)).toEqual([number]));
});

test('what stands in several names names them all', () => {
  expect(found('地域中核企業')).toEqual([4, 5]);
  expect(found('プロジェクト')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('an alias decides over parts of names', () => {
  expect(found('中核企業')).toEqual([4]);
});

test.each([
  '',
  '　',
  '・',
  '水道局',
  '全般',
  '実証事業',
  'モ',
  '%',
  '_',
  "'; DROP TABLE project; --",
  '<!channel>',
  '\u0000',
])('%j names none', (text) => expect(found(text)).toEqual([]));

test.each([
  ['ベトナン', 7],
  ['スターアップ', 9],
  ['コンビナード', 1],
])('a misspelt %s is near to %i', (text, number) => {
  const match = matchProject(text, projects);
  expect(match.kind === 'none' && match.near.map((project) => project.number)).toEqual([number]);
});

test.each([
  [0, [1, 2, 3]],
  [11, [8, 9, 10]],
  [-1, [1, 2, 3]],
  [5.4, [4, 5, 6]],
])('the numbers nearest to %d are %j', (number, near) => {
  expect(nearestNumbers(number, projects).map((project) => project.number)).toEqual(near);
});
