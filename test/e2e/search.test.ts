import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLog } from '../../src/logging.ts';

import { jsonList } from '../../src/sandbox/slack/json.ts';
import { searchPart, shippedWords } from '../../src/start/search.ts';
import { CHANNEL, ENGLISH, GUEST, openSeededStore, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, textsOf, wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
}, 120_000);
afterAll(() => opened.cleanUp());

/** What staff ask, and lines of the answer in their order; the tests run without the dictionary. */
const questions: readonly (readonly [asked: string, ...lines: readonly RegExp[]])[] = [
  [
    '付加価値増加額は今いくら',
    /付加価値増加額/,
    /98\.1億円\/115億円 達成率 85\.3%.*R2\.3現在/,
    /出典: 令和2年8月版/,
    /4番 地域中核企業創出・成長支援プロジェクト/,
  ],
  [
    '次の調整会議はいつ',
    /^R2\.11 事業推進に係る県・市全体調整会議/,
    /10番 新山口駅北地区拠点施設整備支援プロジェクト/,
    /ほかに見つかったもの/,
  ],
  ['1番の指標', /石炭共同輸送の実施回数/, /22回\/30回/],
  ['企業誘致の最近の動き', /1–10 \/ \d+件/, /企業誘致活動/, /5番 地域中核企業等立地促進プロジェクト/],
  ['IoT導入率は？', /中小企業の IoT 導入率/, /13\.9%\/16\.0%/, /8番 地域産業 IoT 等導入促進プロジェクト/],
  ['検索 岸壁', /港湾の機能強化/, /1番 瀬戸内産業競争力・生産性強化プロジェクト/],
  ['岸壁 検索', /港湾の機能強化/],
  ['新幹線の駅前', /新山口駅/, /10番/],
  ['未達成の指標 港湾', /石炭共同輸送の実施回数/, /目標未達成/],
  ['when is the next 調整会議', /^R2\.11 事業推進に係る県・市全体調整会議/],
];

describe('over HTTP', () => {
  let running: Running;
  beforeAll(async () => {
    running = await run({ intake: 'http', reader: opened.store });
  });
  afterAll(async () => {
    expect(await running.stop()).toEqual([]);
  });

  test.each(questions)('「%s」 is answered', async (asked, ...expected) => {
    const lines = wordsOf(await ask(running, asked)).split('\n');
    let at = -1;
    for (const line of expected) {
      const next = lines.findIndex((each, index) => index > at && line.test(each));
      expect([line, next > at]).toEqual([line, true]);
      at = next;
    }
  });

  test('the words of the question are bold, and projects can be opened', async () => {
    const message = await ask(running, '検索 会議');
    const bold = jsonParts(message.blocks).filter(({ style }) => style !== undefined);
    expect(bold.filter(({ text }) => text === '会議').length).toBeGreaterThan(5);
    const card = await press(running, message, '10番のカードへ');
    expect(wordsOf(card)).toContain('10. 新山口駅北地区拠点施設整備支援プロジェクト');
  });

  test('several pages are turned, and a page beyond the last is the last', async () => {
    const first = await ask(running, '検索 会議');
    expect(wordsOf(first)).toMatch(/1–10 \/ 14件/);
    const second = await press(running, first, '次の4件');
    expect(wordsOf(second)).toMatch(/11–14 \/ 14件/);
    expect(wordsOf(await ask(running, '会議 p99'))).toMatch(/11–14 \/ 14件/);
  });

  test('a word that stands nowhere is said to be so, literally, with a way on', async () => {
    const message = await ask(running, '検索 <!channel>ゾウアザラシ');
    expect(wordsOf(message)).toContain('「<!channel>ゾウアザラシ」は見つかりませんでした。');
    expect(textsOf(message.blocks).filter(({ type }) => type === 'mrkdwn')).toEqual([]);
    expect(buttonsOf(message).map(({ value }) => value)).toEqual(['list', 'help']);
  });

  test('a slip of a command keeps its suggestion', async () => {
    const message = await ask(running, 'upcomming');
    expect(buttonsOf(message).map(({ value }) => value)).toContain('upcoming');
  });

  test('guests are refused, others are answered in their language', async () => {
    expect(wordsOf(await ask(running, '検索 港湾の機能', { as: GUEST }))).toContain('閲覧できません');
    expect(wordsOf(await ask(running, 'search 会議', { as: ENGLISH }))).toContain('Search results');
  });
});

test('while the dictionary loads, and while its thread is dead, the bot answers; with it, kana are read', async () => {
  const lines = new EventEmitter();
  const loaded = () => once(lines, 'the dictionary of the search has loaded');
  const { store } = opened;
  const part = searchPart({
    reader: store,
    store: store.search,
    log: createLog({ level: 'info', to: { write: (line) => lines.emit(JSON.parse(line).msg) } }),
    thread: { file: new URL('../search/support/mortal-worker.mjs', import.meta.url), firstPause: 300 },
  });
  await store.search.loadSearchWords(shippedWords);
  const running = await run({ intake: 'http', reader: store, search: part });
  const finds = async (typed: string, told: RegExp) => {
    await ask(running, `検索 ${typed}`);
    // Under load the answer follows its acknowledgement.
    await running.slack.until(() =>
      told.test(wordsOf(running.slack.messages(CHANNEL, STAFF).at(-1) ?? nothing)),
    );
  };
  await finds('やまぐちだいがく', /見つかりませんでした/);
  await finds('港湾', /港湾の機能強化/);

  const first = loaded();
  part.start();
  await finds('岸壁', /港湾の機能強化/);
  await first;
  await finds('やまぐちだいがく', /山口大学/);

  const [died, again] = [once(lines, 'the dictionary of the search ended; it is started again'), loaded()];
  await finds('即死', /見つかりませんでした/);
  await died;
  await finds('港湾', /港湾の機能強化/);
  await again;
  await finds('次の調整会議が開かれるのはいつ', /調整会議/);
  await part.stop();
  expect(await running.stop()).toEqual([]);
}, 60_000);

const nothing = { blocks: [] };

/** Runs of text with their style. */
function jsonParts(blocks: unknown): readonly Readonly<Record<string, unknown>>[] {
  return jsonList(blocks).flatMap((part) => [part, ...jsonParts(part.elements)]);
}
