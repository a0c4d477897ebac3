import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CHANNEL,
  eachIntake,
  LEAD,
  openSeededStore,
  type Running,
  run,
  STAFF,
  WITHOUT_BOT,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, itemsOf, linesOf, wordsOf } from './read-message.ts';
import { actionOf, answersBy, ask, press } from './talk.ts';

const title = '10. 新山口駅北地区拠点施設整備支援プロジェクト';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  beforeEach(async () => {
    running = await run({ intake, reader: opened.store });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  describe('the buttons of a card', () => {
    test('lead through the pages and back, always in the same message', async () => {
      const card = await ask(running, '10');
      const pages = await press(running, card, /^進捗をすべて/);
      expect(wordsOf(pages)).toMatch(/1–10 \/ \d+件/);
      const next = await press(running, pages, /^次の\d+件/);
      expect(wordsOf(next)).toMatch(/11–\d+ \/ \d+件/);
      const previous = await press(running, next, /^前の\d+件/);
      expect(itemsOf(previous)).toEqual(itemsOf(pages));
      const back = await press(running, previous, '10番のカードへ');
      expect(linesOf(back)).toEqual(linesOf(card));
      const list = await press(running, back, '一覧へ');
      expect(wordsOf(list)).toContain(title);
      const again = await press(running, list, '10番を開く');
      expect(linesOf(again)).toEqual(linesOf(card));
      expect(running.slack.messages(CHANNEL, STAFF)).toHaveLength(1);
    });

    test.each([
      ['1', /^指標をすべて（5）/, '22回/30回'],
      ['1', /^予定をすべて/, '県コンビナート連携会議における取組の共有'],
    ])('of project %s: %s', async (number, label, told) => {
      const page = await press(running, await ask(running, number), label);
      expect(itemsOf(page).join('\n')).toContain(told);
    });

    test('the help and the agenda have buttons that answer', async () => {
      const help = await ask(running, '使い方');
      const topic = await press(running, help, '見る・探す');
      expect(wordsOf(topic)).toMatch(/\/project \d+ 指標/);
      const basics = await press(running, topic, 'よく使うもの');
      expect(wordsOf(await press(running, basics, '/project'))).toContain('8. ');
      const agenda = await ask(running, '予定 今月');
      const other = await press(running, agenda, '年度内');
      expect(wordsOf(other)).toContain('令和3年3月31日（水）まで');
      const next = await press(running, other, /^次の/);
      expect(wordsOf(next)).toMatch(/11–20 \/ \d+件/);
      expect(wordsOf(next)).toContain('令和3年3月31日（水）まで');
    });

    test('a suggestion answers as if it had been typed', async () => {
      const message = await ask(running, '11');
      const card = await press(running, message, /^10\./);
      expect(linesOf(card)[0]).toBe(title);
    });
  });

  describe('sharing', () => {
    const seenBy = (person: string, conversation = CHANNEL) =>
      running.slack.messages(conversation, person).map((message) => linesOf(message));

    /** From the card by its preview to the question whether to post. */
    const preview = async (conversation = CHANNEL) =>
      press(running, await ask(running, '10', { conversation }), 'チャンネルに共有');

    test.each([CHANNEL, WITHOUT_BOT])(
      'in %s shows what others will see, and then they see it',
      async (place) => {
        const shown = await preview(place);
        expect(shown.ephemeralTo).toBe(STAFF);
        expect(seenBy(LEAD, place)).toEqual([]);
        await press(running, shown, '投稿する');
        await running.slack.until(() => answersBy(running).length === 3);
        const [posted, ...more] = seenBy(LEAD, place);
        expect(more).toEqual([]);
        expect(linesOf(shown)).toEqual(expect.arrayContaining([...(posted ?? [])]));
        expect(posted).toEqual(expect.arrayContaining([title, `共有した人: <@${STAFF}>`]));
      },
    );

    test('tells the sharer that it was done, in place of the preview', async () => {
      const shown = await preview();
      await press(running, shown, '投稿する');
      await running.slack.until(() => answersBy(running).length === 3);
      const [mine] = running.slack
        .messages(CHANNEL, STAFF)
        .filter(({ ephemeralTo }) => ephemeralTo === STAFF);
      expect(mine?.ts).toBe(shown.ts);
      expect(wordsOf(mine ?? shown)).toContain('10番のカードをチャンネルに共有しました');
    });

    test('a double click posts once', async () => {
      const shown = await preview();
      const actionId = actionOf(shown, '投稿する');
      const from = { kind: 'message', conversation: CHANNEL, ts: shown.ts } as const;
      const click = () => running.slack.press({ as: STAFF, from, actionId });
      const acks = await Promise.all([click(), click()]);
      expect(acks).toMatchObject([{ kind: 'acked' }, { kind: 'acked' }]);
      await running.slack.until(() => answersBy(running).length >= 3);
      await running.stopBot();
      expect(seenBy(LEAD)).toHaveLength(1);
    });

    test('やめる goes back to the card and posts nothing', async () => {
      const shown = await preview();
      const card = await press(running, shown, 'やめる');
      expect(linesOf(card)[0]).toBe(title);
      expect(buttonsOf(card).map(({ value }) => value)).toContain('10 share');
      expect(seenBy(LEAD)).toEqual([]);
    });

    test('「8 共有」 asks just so, and who presses a button of a public message answers only to themselves', async () => {
      const shown = await ask(running, '8 共有');
      expect(shown.ephemeralTo).toBe(STAFF);
      await press(running, shown, '投稿する');
      await running.slack.until(() => answersBy(running).length === 2);
      const [posted] = running.slack.messages(CHANNEL, LEAD);
      expect(posted?.ephemeralTo).toBeNull();
      expect(posted?.text).toContain('8番');
    });
  });
});
