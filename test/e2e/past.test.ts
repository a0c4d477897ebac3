import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CHANNEL, ENGLISH, LEAD, openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, submit } from './forms.ts';
import { buttonsOf, itemsOf, linesOf, wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

describe('over HTTP', () => {
  let opened: OpenedStore;
  let running: Running;
  beforeAll(async () => {
    opened = await openSeededStore();
  });
  afterAll(() => opened.cleanUp());
  beforeEach(async () => {
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, changes: store, administrators: [LEAD] });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  test.each(['8 @R2.3', '８　＠令和２年３月', 'IoT導入 @2020-03'])('%s: the card of then', async (typed) => {
    const card = await ask(running, typed);
    const [title, context] = linesOf(card);
    expect(title).toMatch(/^8\. .*（令和2年3月末時点）$/);
    expect(context).toBe('令和2年3月末時点（令和2年8月版のデータより）');
    expect(wordsOf(card)).not.toContain('2年8月24日');
    expect(wordsOf(card)).toContain(
      'まだ実施されていない予定と中止の予定は、いまの記録のとおりに表示しています',
    );
    expect(buttonsOf(card).map(({ label }) => label)).toEqual([
      'いまのカードへ',
      expect.stringMatching(/^指標をすべて/),
      expect.stringMatching(/^進捗をすべて/),
      expect.stringMatching(/^予定をすべて/),
    ]);
  });

  test('from then to the indicators of then, and back to today', async () => {
    const card = await ask(running, '8 @R2.3');
    const indicators = await press(running, card, /^指標をすべて/);
    expect(linesOf(indicators)[0]).toBe('8番の指標（令和2年3月末時点）');
    expect(buttonsOf(indicators).map(({ label }) => label)).toEqual([
      'いまの指標へ',
      '8番のこの時点のカードへ',
    ]);
    const again = await press(running, indicators, '8番のこの時点のカードへ');
    expect(linesOf(again)).toEqual(linesOf(await ask(running, '8 @R2.3')));
    const today = await press(running, again, 'いまのカードへ');
    expect(linesOf(today)).toEqual(linesOf(await ask(running, '8')));
  });

  test('a value counts from the time for which it holds', async () => {
    await running.slack.command({
      as: LEAD,
      conversation: CHANNEL,
      text: '/project 8 値 導入率 15.2% R2.3',
    });
    await formOf(running, LEAD);
    expect(await submit(running, LEAD)).toEqual({ kind: 'taken' });
    const told = async (time: string) => wordsOf(await ask(running, `8 指標 ${time}`));
    expect(await told('@R2.2')).toContain('13.9%/16.0%');
    expect(await told('@R2.3')).toContain('15.2%/16.0%');
    expect(await told('＠Ｈ３０')).toContain('まだ報告がありません');
  });

  test.each([
    ['8 @R3.3', '令和3年3月末はまだ来ていません。'],
    ['8 指標 @R2.8', '令和2年8月末はまだ来ていません。'],
    ['8 @むかし', '日付や期間の書き方ではないようです。'],
    ['8 @R2.2.30', '2月は29日までです。'],
  ])('%s is refused in words', async (typed, reason) => {
    const refused = await ask(running, typed);
    expect(wordsOf(refused)).toContain(reason);
    const today = await press(running, refused, '/project 8');
    expect(linesOf(today)).toEqual(linesOf(await ask(running, '8')));
  });

  test('what had been achieved by then, and back', async () => {
    const [then, now] = [await ask(running, '8 進捗 @R2.3'), await ask(running, '8 進捗')];
    expect(linesOf(then)[0]).toBe('8番の進捗（令和2年3月末時点）');
    expect(itemsOf(now)).toContainEqual(expect.stringContaining('R2. 6'));
    expect(itemsOf(then).length).toBeLessThan(itemsOf(now).length);
    expect(wordsOf(then)).not.toContain('R2. 6');
    expect(JSON.stringify(then.blocks)).not.toContain('open:');
    expect(linesOf(await press(running, then, 'いまの進捗へ'))).toEqual(linesOf(now));
  });

  test('what lay ahead then, also within a period as it was said then', async () => {
    const then = await ask(running, '8 予定 @R元.7');
    expect(linesOf(then)[0]).toBe('8番の予定（令和元年7月末時点）');
    expect(wordsOf(then)).toContain('いまの記録のとおりに表示しています');
    expect(JSON.stringify(then.blocks)).not.toContain('open:');
    const next = await ask(running, '8 予定 来月 @R2.3');
    expect(wordsOf(next)).toMatch(/来月|R2\.4/);
    expect(linesOf(await press(running, then, '8番のこの時点のカードへ'))[0]).toContain('令和元年7月末時点');
  });

  test('what cannot look back says what can', async () => {
    const refused = await ask(running, '予定 今月 @R2.3');
    expect(wordsOf(refused)).toContain('カード・指標・進捗・予定・グラフ・答弁資料です');
    expect(linesOf(await press(running, refused, '/project 8 @R2.3'))[0]).toContain('令和2年3月末時点');
  });

  test('in English', async () => {
    const card = await ask(running, '8 @2020-03', { as: ENGLISH });
    expect(linesOf(card)[0]).toMatch(/\(as of the end of Mar(ch)? 2020\)$/);
    const future = await ask(running, '8 @2021-03', { as: ENGLISH });
    expect(wordsOf(future)).toMatch(/the end of Mar(ch)? 2021, which has not come yet/);
  });

  test('the help shows it', async () => {
    const help = wordsOf(await ask(running, '使い方 見る'));
    expect(help).toMatch(/\/project \d+ @R2\.3/);
    expect(help).toMatch(/\/project \d+ 指標 @R2\.3/);
  });
});
