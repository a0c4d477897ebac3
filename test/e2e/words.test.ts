import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { shippedWords } from '../../src/start/search.ts';
import { ENGLISH, GUEST, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, saidIn, submit } from './forms.ts';
import { buttonsOf, rowsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, openDemoStore } from './roles-and-people.ts';
import { actionOf, ask, forge, press } from './talk.ts';

const as = ADMINISTRATOR;

describe('the words of the search over HTTP', () => {
  let opened: OpenedStore;
  let running: Running;
  const start = () => {
    const { store } = opened;
    return run({ intake: 'http', reader: store, changes: store, words: store, administrators: [as] });
  };
  beforeAll(async () => {
    opened = await openDemoStore();
    await opened.store.search.loadSearchWords(shippedWords);
    running = await start();
    // The first search takes everything in: a confirmation that searches is to come in time.
    await finds(running, '岸壁', '港湾の機能強化');
  }, 120_000);
  afterAll(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  /** The administrator presses a button of the list, by its label or in the row of a word; gives the form. */
  const openForm = async (typed: string, label: string | null = null) => {
    const page = await ask(running, typed, { as });
    const { conversation, ts } = page;
    const [row] = rowsOf(page);
    const what = label === null ? row : { actionId: actionOf(page, label) };
    if (what === undefined) throw new Error(`${typed} lists nothing`);
    await running.slack.press({ as, ...what, from: { kind: 'message', conversation, ts } });
    return formOf(running, as);
  };
  /** Under load an answer may come behind the words that it is being looked for. */
  const finds = async (bot: Running, typed: string, told: string) => {
    await ask(bot, `検索 ${typed}`);
    await bot.slack.until(() => {
      const newest = newestFor(bot, STAFF);
      return newest !== undefined && wordsOf(newest).includes(told);
    });
  };
  const confirmation = () =>
    running.slack.until(() => {
      const newest = newestFor(running, as);
      return newest !== undefined && wordsOf(newest).includes('記録しました') ? newest : null;
    });

  test('are listed a page at a time, for everybody; who administers gets buttons', async () => {
    const page = await ask(running, '言葉', { as });
    expect(wordsOf(page)).toMatch(/1–10 \/ 2\d\d件/);
    expect(rowsOf(page)).toHaveLength(10);
    expect(buttonsOf(page).map(({ label }) => label)).toEqual([
      '次の10件',
      '言い換えを追加',
      '言葉を追加',
      '変更の履歴',
    ]);
    expect(wordsOf(await press(running, page, '次の10件', { as }))).toMatch(/11–20 \/ 2\d\d件/);
    const seen = await ask(running, '言葉 岸壁');
    expect(wordsOf(seen)).toContain('岸壁 → 港湾');
    expect(buttonsOf(seen).map(({ label }) => label)).toEqual(['言葉の一覧']);
    expect(rowsOf(seen)).toEqual([]);
    expect(wordsOf(await ask(running, 'words 港湾', { as: ENGLISH }))).toMatch(/岸壁 → 港湾[\s\S]*Synonym/);
    expect(wordsOf(await ask(running, '言葉', { as: GUEST }))).toContain('閲覧できません');
  });

  test('a synonym is added, is in force at once and on another replica, and is taken back', async () => {
    const replica = await start();
    await finds(replica, '税関', '見つかりませんでした');
    await openForm('言葉', '言い換えを追加');
    expect(await submit(running, as, { word: '税関', means: '税関' })).toMatchObject({
      kind: 'errors',
      errors: { means: expect.stringContaining('港湾') },
    });
    expect(fieldsIn(await formOf(running, as))).toMatchObject({ word: '税関' });
    await submit(running, as, { word: '税関', means: '港湾' });
    const said = await confirmation();
    expect(wordsOf(said)).toMatch(
      /記録しました（言い換えを追加）。[\s\S]*税関 → 港湾[\s\S]*いま「税関」で見つかるもの[\s\S]*港湾の機能強化[\s\S]*ほか\d+件/,
    );
    for (const each of [running, replica]) await finds(each, '税関', '港湾の機能強化');
    expect(wordsOf(await press(running, said, '取り消す', { as }))).toContain('取り消しました');
    for (const each of [running, replica]) await finds(each, '税関', '見つかりませんでした');
    expect(await replica.stop()).toEqual([]);
  });

  test('a word is added with its reading, changed and taken out', async () => {
    await openForm('言葉', '言葉を追加');
    expect(await submit(running, as, { word: '実証試験', reading: '実証', parts: '火星' })).toMatchObject({
      kind: 'errors',
      errors: { reading: expect.stringContaining('こうわん') },
    });
    await submit(running, as, { reading: 'じっしょうしけん', parts: '' });
    expect(wordsOf(await confirmation())).toMatch(/実証試験[\s\S]*読み: じっしょうしけん/);
    const form = await openForm('言葉 実証試験');
    expect(fieldsIn(form)).toEqual({ word: '実証試験', reading: 'じっしょうしけん', parts: '' });
    await submit(running, as, { parts: '実証、試験' });
    expect(wordsOf(await confirmation())).toContain('部分: （なし） → 実証、試験');
    await openForm('言葉 実証試験');
    await running.slack.press({
      as,
      actionId: 'open:remove-word',
      from: { kind: 'view', viewId: (await formOf(running, as)).id },
    });
    const removing = () => running.slack.modals(as).at(-1);
    await running.slack.until(() => removing()?.view.callback_id === 'form:remove-word');
    expect(saidIn(await formOf(running, as))).toContain('「実証試験」を検索の言葉から外します');
    await submit(running, as, { reason: '使わないため' });
    expect(wordsOf(await confirmation())).toContain('言葉を外す');
    const none = await ask(running, '言葉 実証試験', { as });
    expect(wordsOf(none)).toContain('当てはまる言葉はありません');
    expect(buttonsOf(none).map(({ label }) => label)).toContain('言葉の一覧');
    const past = await ask(running, '言葉 履歴', { as });
    expect(wordsOf(past)).toMatch(
      /言葉を外す[\s\S]*実証試験[\s\S]*使わないため[\s\S]*言葉を変更[\s\S]*言葉を追加/,
    );
    expect(wordsOf(await press(running, past, '取り消す', { as }))).toContain('取り消しました');
    expect(rowsOf(await ask(running, '言葉 実証試験', { as }))).toHaveLength(1);
    expect(wordsOf(await ask(running, '言葉 履歴'))).toMatch(/管理者/);
  });

  test('nobody else writes them, whatever form is sent', async () => {
    await openForm('言葉 岸壁');
    await submit(running, as, { means: '工業用水' });
    await confirmation();
    const written = await opened.store.listSearchWords();
    await forge(running, (payload) => {
      const { view, user } = payload as { view: Json; user: Json };
      const state = JSON.parse(JSON.stringify(view.state).replaceAll('工業用水', '地下道'));
      const id = 'V0OTHER';
      return { ...payload, user: { ...user, id: STAFF }, view: { ...view, id, hash: 'other', state } };
    });
    expect(JSON.stringify(running.slack.journal.at(-1))).toContain('管理者だけができます');
    expect(await opened.store.listSearchWords()).toEqual(written);
  });
});
