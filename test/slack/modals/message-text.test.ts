import { describe, expect, test } from '@jest/globals';
import { plainMessage, projectIn, readMessage } from '../../../src/slack/modals/message-text.ts';
import { aProject, today } from '../../support/factories.ts';

test.each([
  ['&lt;開始&gt; &amp;amp; 終了', '<開始> &amp; 終了'],
  ['<@U0TANAKA> 協定を締結', '協定を締結'],
  ['<!here> <!subteam^S1|@係> 開始', 'here @係 開始'],
  ['<https://example.jp/a|資料> と <https://example.jp/b>', '資料 と https://example.jp/b'],
  ['<#C1|産業戦略> で報告', '#産業戦略 で報告'],
])('a message as its readers see it: %s', (text, seen) => {
  expect(plainMessage(text)).toBe(seen);
});

test.each([
  ['R2.8.20 協定を締結 [3社]', { when: 'R2.8.20', text: '協定を締結', figures: '3社' }],
  ['本日 R2.8.20 に協定を締結しました', { when: 'R2.8.20', text: '本日 R2.8.20 に協定を締結しました' }],
  ['協定を締結しました', { text: '協定を締結しました' }],
  ['8番、R2.8.20 に協定を締結しました', { when: 'R2.8.20', text: '協定を締結しました' }],
  ['プロジェクト８　協定を締結', { text: '協定を締結' }],
  ['#8の件: 協定を締結', { text: '協定を締結' }],
  ['8番目の会社が参加', { text: '8番目の会社が参加' }],
  ['8番の会議を開催', { text: '8番の会議を開催' }],
  ['8 社が参加', { text: '8 社が参加' }],
])('what is read from a message: %s', (text, fields) => {
  expect(readMessage(text, today)).toEqual(fields);
});

describe('the project that a message names', () => {
  const projects = [
    aProject({ number: 1, name: '港湾整備' }),
    aProject({ number: 8, name: '地域産業 IoT 等導入促進', aliases: ['IoT導入'] }),
    aProject({ number: 10, name: '新山口駅北地区' }),
  ];
  test.each([
    ['8番の会議を開催', 8],
    ['プロジェクト１０ の会議', 10],
    ['#8 の会議', 8],
    ['IoT 導入の相談', 8],
    ['港湾整備と新山口駅北地区', null],
    ['8番と10番', null],
    ['8番目の会社', null],
    ['98番', null],
    ['会議を開催', null],
  ])('%s', (text, number) => {
    expect(projectIn(text, projects)).toBe(number);
  });
});
