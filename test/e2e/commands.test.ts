import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ENGLISH, eachIntake, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, itemsOf, linesOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, openDemoStore } from './roles-and-people.ts';
import { ask } from './talk.ts';

const day = 86_400_000;
const harbour = '1. 瀬戸内産業競争力・生産性強化プロジェクト';
const iot = '8. 地域産業 IoT 等導入促進プロジェクト';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openDemoStore();
});
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  beforeAll(async () => {
    running = await run({ intake, reader: opened.store, administrators: [ADMINISTRATOR] });
  });
  afterAll(async () => {
    expect(await running.stop()).toEqual([]);
  });

  describe('all projects', () => {
    test.each(['', '一覧', 'list', 'ﾘｽﾄ', '　'])('「%s」 lists the ten', async (typed) => {
      const message = await ask(running, typed);
      const titles = linesOf(message).filter((line) => /^\d+\. /.test(line));
      expect(titles).toHaveLength(10);
      expect(titles[7]).toContain(iot);
      expect(message.text).toContain('10件');
      expect(buttonsOf(message).map(({ value }) => value)).toEqual(expect.arrayContaining(['1', '10']));
    });

    test('nobody but the person who asks sees the answer', async () => {
      const { ephemeralTo, conversation } = await ask(running, '');
      expect(ephemeralTo).toBe('U0YAMADA');
      expect(running.slack.messages(conversation, LEAD)).toEqual([]);
    });
  });

  describe('one project', () => {
    test.each([
      ['8', iot],
      ['８', iot],
      ['第8', iot],
      ['8番', iot],
      ['#8', iot],
      ['プロジェクト8', iot],
      ['project 8', iot],
      ['  8  ', iot],
      ['スマートファクトリー', iot],
      ['5G', iot],
      ['ＩｏＴ', iot],
      ['港湾', harbour],
      ['瀬戸内産業', harbour],
      ['10', '10. 新山口駅北地区拠点施設整備支援プロジェクト'],
    ])('「%s」 opens %s', async (typed, title) => {
      const message = await ask(running, typed);
      expect(linesOf(message)[0]).toBe(title);
      expect(message.text).toContain(title.replace(/^\d+\. /, ''));
    });

    test('the card tells indicators as the table writes them, what was done last, and on which day', async () => {
      const words = wordsOf(await ask(running, '8'));
      for (const told of ['1件/5件', '13.9%/16.0%', 'R元現在', 'へき地医療の実証に係る協定の締結'])
        expect(words).toContain(told);
      expect(words).toMatch(/令和2年8月24日（月）/);
    });

    test.each([
      ['1 指標', ['22回/30回', '30.8km/30km', '2/3箇所', '実施中/実現', '3.2km/3.9km']],
      ['1 indicators', ['22回/30回']],
      ['指標 4', ['98.1億円/115億円', '50件/45件']],
      ['9 KPI', ['0/5社以上']],
    ])('「%s」 shows %j', async (typed, figures) => {
      const items = itemsOf(await ask(running, typed)).join('\n');
      for (const figure of figures) expect(items).toContain(figure);
    });

    test.each(['8 進捗', '8 milestones', '進捗 8', 'IoT 進捗', '８番　進捗'])(
      '「%s」 shows all that was done, the newest first',
      async (typed) => {
        const items = itemsOf(await ask(running, typed));
        expect(items).toHaveLength(7);
        expect(items[0]).toMatch(/^R2\.6[ 　]\(株\)/);
        expect(items.at(-1)).toMatch(/^H30\.11～[ 　]「スマート/);
      },
    );

    test.each(['8 予定', '8 upcoming', '予定 8', 'IoT 予定'])('「%s」 shows what comes', async (typed) => {
      const items = itemsOf(await ask(running, typed));
      expect(items).toHaveLength(4);
      expect(items[0]).toContain('やまぐち IoT 導入サポーター制度の活用促進');
    });

    test('a long project comes in pages, and a page can be typed', async () => {
      const first = await ask(running, '10 進捗');
      const second = await ask(running, '10 進捗 p2');
      expect(wordsOf(first)).toMatch(/1–10 \/ \d+件/);
      expect(wordsOf(second)).toMatch(/11–\d+ \/ \d+件/);
      expect(itemsOf(first)).toHaveLength(10);
    });
  });

  describe('what comes in all projects', () => {
    test.each([
      ['予定 今月', '令和2年8月1日（土）から令和2年8月31日（月）まで', '拠点施設利用促進WG'],
      ['予定 2w', '令和2年8月24日（月）から', '拠点施設利用促進WG'],
      ['予定 R2.11', '令和2年11月1日（日）から令和2年11月30日（月）まで', null],
      ['予定 年度内', '令和3年3月31日（水）まで', '第2回推進協議会'],
      ['upcoming this month', '令和2年8月1日（土）から', '拠点施設利用促進WG'],
      ['予定', '令和2年8月24日（月）から', '拠点施設利用促進WG'],
    ])('「%s」 says its span, %s', async (typed, span, item) => {
      const words = wordsOf(await ask(running, typed));
      expect(words).toContain(span);
      if (item !== null) expect(words).toContain(item);
    });

    test('what is tomorrow has passed without word two days later', async () => {
      const later = await run({ intake, reader: opened.store });
      const before = wordsOf(await ask(later, '予定 今月'));
      later.clock.advance(2 * day);
      const after = wordsOf(await ask(later, '予定 今月'));
      expect(before).toMatch(/明日[ 　]<拠点施設利用促進WG>/);
      expect(after).not.toContain('明日');
      expect(after).toContain('拠点施設利用促進WG');
      expect(after.indexOf('拠点施設利用促進WG')).toBeLessThan(after.indexOf('実施時期'));
      expect(await later.stop()).toEqual([]);
    });
  });

  describe('the help', () => {
    test.each(['使い方', 'help', '?', 'ヘルプ', '使いかた', 'ｈｅｌｐ', '使い方 ほげ'])(
      '「%s」 shows what everybody needs, and the way to the rest',
      async (typed) => {
        const message = await ask(running, typed);
        expect(itemsOf(message).length).toBeLessThanOrEqual(7);
        expect(wordsOf(message)).toMatch(/\/project \d+ 値 /);
        expect(buttonsOf(message).map(({ label }) => label)).toContain('共有・図・報告書');
      },
    );

    test('tells only administrators what is theirs, and others whom to ask', async () => {
      const labels = async (as: string) =>
        buttonsOf(await ask(running, '使い方', { as })).map(({ label }) => label);
      expect(await labels(STAFF)).not.toContain('管理者向け');
      expect(await labels(ADMINISTRATOR)).toContain('管理者向け');
      expect(wordsOf(await ask(running, '使い方 管理'))).toContain(`<@${ADMINISTRATOR}>`);
      const admin = await ask(running, '使い方 管理', { as: ADMINISTRATOR });
      expect(wordsOf(admin)).toContain('/project 監査 R2年度');
    });

    test('of one word tells its other names', async () => {
      const words = wordsOf(await ask(running, '使い方 グラフ'));
      expect(words).toContain('グラフ 推移');
      expect(words).toContain('chart');
      expect(wordsOf(await ask(running, 'help chart', { as: ENGLISH }))).toContain('These do the same');
    });

    test('takes its examples from the person’s own project', async () => {
      expect(wordsOf(await ask(running, '使い方', { as: LEAD }))).toContain('/project 8 共有');
    });

    test('what is not understood shows what can be typed', async () => {
      const message = await ask(running, 'ゾウアザラシ');
      expect(itemsOf(message).length).toBeGreaterThanOrEqual(4);
    });
  });

  describe('what cannot be answered', () => {
    test.each([
      ['0', '0番', ['1', '2', '3']],
      ['11', '11番', ['8', '9', '10']],
      ['-1', '-1', ['1', '2', '3']],
      ['1.5', '1.5', ['1', '2', '3']],
      ['シヒョウ', 'シヒョウ', []],
      ['港弯', '港弯', []],
      ['8 天気', '天気', []],
      ['指標', '指標', []],
      ['予定 2月30日', '2月30日', []],
      ['予定 むかし', 'むかし', []],
      ["'; DROP TABLE project; --", 'DROP TABLE', []],
      ['\u202e8\u0007 \u200b第', '', []],
      ['%_\\', '', []],
      ['<!channel> <@U0TANAKA>', '', []],
    ])('%j is said to be so, with a way on', async (typed, named, offered) => {
      const message = await ask(running, typed);
      expect(message.text).not.toBe('');
      expect(wordsOf(message)).toContain(named);
      const values = buttonsOf(message).map(({ value }) => value);
      expect(values.length).toBeGreaterThan(0);
      expect(values).toEqual(expect.arrayContaining(offered));
    });

    test('8,000 characters are counted, not read', async () => {
      const words = wordsOf(await ask(running, 'x'.repeat(8_000)));
      expect(words).toMatch(/8,?000文字/);
    });
  });
});
