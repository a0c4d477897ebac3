import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { indicatorsPicture } from '../../src/reports/pictures/indicators-picture.ts';
import { openPainter } from '../../src/reports/pictures/painter.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { today } from '../support/factories.ts';
import {
  CHANNEL,
  ENGLISH,
  eachIntake,
  GUEST,
  LEAD,
  type Running,
  run,
  STAFF,
  STRANGER,
  WITHOUT_BOT,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, saidIn } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ADMINISTRATOR, directOf, fillIn, openDemoStore, toldDirectly } from './roles-and-people.ts';
import { ask, press } from './talk.ts';

/** Its thread loads for seconds, which every bot would begin with anew. */
const painter = openPainter();
beforeAll(async () => {
  await painter.paint(indicatorsPicture({ projects: [], ofAll: true }, { language: 'ja', today, page: 1 }));
}, 60_000);
afterAll(() => painter.close());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let opened: OpenedStore;
  let running: Running;
  /** Whether everything takes longer than a person waits without a sign, as a picture does. */
  let late: boolean;
  beforeEach(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    late = false;
    running = await run({
      intake,
      reader: store,
      changes: store,
      digests: store,
      painter,
      administrators: [ADMINISTRATOR],
      after: () => ({ passed: late ? Promise.resolve() : new Promise(() => {}), cancel: () => {} }),
    });
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  /** The Home of the person once it says this. */
  const homeOf = (person: string, says: string): Promise<ViewRecord> =>
    running.slack.until(() => {
      const home = running.slack.home(person);
      return home !== null && JSON.stringify(home.view).includes(says) ? home : null;
    });
  const pressIn = (as: string, viewId: string, actionId: string) =>
    running.slack.press({ as, actionId, from: { kind: 'view', viewId } });
  const modalOf = (person: string, says: string): Promise<ViewRecord> =>
    running.slack.until(() => {
      const top = running.slack.modals(person).at(-1);
      return top !== undefined && JSON.stringify(top.view).includes(says) ? top : null;
    });
  /** What the bot has uploaded last, as it told Slack. */
  const uploaded = () =>
    running.slack.journal.findLast(({ what }) => what === 'files.getUploadURLExternal')?.request as
      | Readonly<Record<string, string>>
      | undefined;

  test('Home, a card, an answer sheet and a chart, without a command', async () => {
    await running.slack.openHome({ as: LEAD });
    const home = await homeOf(LEAD, '担当のプロジェクト');
    expect(JSON.stringify(home.view)).toMatch(
      /今日すること.*担当のプロジェクト.*8\. 地域産業.*すべてのプロジェクト.*近い予定.*定期配信とお知らせ/,
    );
    await pressIn(LEAD, home.id, 'home:tab-all');
    const all = await homeOf(LEAD, '1–10 / 10件');
    expect(JSON.stringify(all.view)).not.toContain('近い予定');
    await pressIn(LEAD, all.id, 'ask:all-8');
    const card = await modalOf(LEAD, '最近の進捗');
    expect(JSON.stringify(card.view)).not.toContain('チャンネルに共有');
    await pressIn(LEAD, card.id, 'ask:answers');
    const sheet = await modalOf(LEAD, '答弁資料');
    expect(JSON.stringify(sheet.view)).toContain(
      '○「中小企業の IoT 導入率」は、令和元年時点で13.9%です。目標の16.0%に対する達成率は86.9%で、まだ達成していません。\\n　出典: 令和2年8月版 8番の指標の2件目',
    );
    await pressIn(LEAD, sheet.id, 'ask:card');
    await pressIn(LEAD, (await modalOf(LEAD, 'ask:chart')).id, 'ask:chart');
    await modalOf(LEAD, 'Shinchoku とのメッセージに送りました');
    const picture = (await toldDirectly(running, LEAD, 2)).find(({ files }) => files.length === 1);
    expect(picture?.text).toBe('8番の図です。');
    expect(uploaded()).toMatchObject({
      filename: 'project-8-indicators.png',
      alt_txt: expect.stringContaining(
        '中小企業の IoT 導入率 13.9%/16.0%（達成率 86.9%、目標未達成、R元現在）',
      ),
    });
  });

  test('a chart goes to the person, and with 共有 to the channel where the bot is in it', async () => {
    late = true;
    const chartOf = async (text: string, conversation = CHANNEL) => {
      const { ts } = await ask(running, text, { conversation });
      return running.slack.until(() =>
        running.slack
          .messages(conversation, STAFF)
          .find((each) => each.ts === ts && !wordsOf(each).includes('確認しています')),
      );
    };
    const sent = await chartOf('グラフ 予定');
    expect(wordsOf(sent)).toContain('「全プロジェクトの予定」の画像を、Shinchoku とのメッセージに送りました');
    expect(running.slack.messages(directOf(STAFF), STAFF).at(-1)?.files).toHaveLength(1);
    expect(wordsOf(await press(running, sent, /^次の画像（2\/3）/))).toContain('送りました');
    expect(wordsOf(await chartOf('8 グラフ 推移 導入率 共有'))).toContain('このチャンネルに投稿しました');
    expect(running.slack.messages(CHANNEL, STAFF).filter(({ files }) => files.length > 0)).toHaveLength(1);
    expect(wordsOf(await chartOf('8 グラフ 共有', WITHOUT_BOT))).toContain('参加していない');
    expect(running.takeRefusals()).toEqual(['files.completeUploadExternal: not_in_channel']);
    expect(wordsOf(await chartOf('1 グラフ 推移'))).toContain('どの指標');
    expect(wordsOf(await chartOf('8 グラフ ぱい'))).toContain('認識できませんでした');
  });

  test('Home follows the data: a proposal comes up by itself, and goes when it is decided there', async () => {
    await running.slack.openHome({ as: LEAD });
    await homeOf(LEAD, 'すること（0）');
    expect(await running.renewHome()).toBe(0);
    await running.slack.command({
      as: STAFF,
      conversation: CHANNEL,
      text: '/project 8 記録 R2.8.20 ローカル5G実証を開始',
    });
    await formOf(running, STAFF);
    await fillIn(running, {}, STAFF);
    await toldDirectly(running, LEAD, 2);
    // Not at once: changes within seconds are one renewal.
    expect(await running.renewHome()).toBe(0);
    running.wall.advance(10_000);
    expect(await running.renewHome()).toBe(1);
    const home = await homeOf(LEAD, 'すること（1）');
    expect(JSON.stringify(home.view)).toContain('ローカル5G実証を開始');
    await pressIn(LEAD, home.id, 'do:approve');
    await homeOf(LEAD, 'すること（0）');
    running.wall.advance(10_000);
    await running.renewHome();
    expect(await running.renewHome()).toBe(0);
  });

  test('a form opens from Home, and its result is told in it', async () => {
    await running.slack.openHome({ as: LEAD });
    await pressIn(LEAD, (await homeOf(LEAD, '担当のプロジェクト')).id, 'ask:mine-8');
    await pressIn(LEAD, (await modalOf(LEAD, '最近の進捗')).id, 'open:record-milestone');
    await running.slack.until(() => running.slack.modals(LEAD).length === 2);
    await formOf(running, LEAD);
    await fillIn(running, { text: 'ホームから記録', when: 'R2.8.20' }, LEAD);
    expect(saidIn(await modalOf(LEAD, 'ホームから記録'))).toContain('ホームから記録');
  });

  test('in English; guests and strangers are told whom to ask; settings go where they can be used', async () => {
    await running.slack.openHome({ as: ENGLISH });
    await homeOf(ENGLISH, 'All projects');
    for (const as of [GUEST, STRANGER]) {
      await running.slack.openHome({ as });
      expect(JSON.stringify((await homeOf(as, '閲覧できません')).view)).not.toContain('IoT');
    }
    await running.slack.openHome({ as: ADMINISTRATOR });
    const home = await homeOf(ADMINISTRATOR, 'プロジェクトの管理');
    await pressIn(ADMINISTRATOR, home.id, 'ask:home-digest');
    await modalOf(ADMINISTRATOR, 'メッセージに送りました');
    await pressIn(ADMINISTRATOR, home.id, 'ask:home-roles');
    await modalOf(ADMINISTRATOR, '未来技術班長');
  });

  test('a rate limit is waited for, and Home comes after it', async () => {
    running.slack.faults.next('views.publish', { kind: 'rate-limited', retryAfter: 30 });
    await running.slack.openHome({ as: STAFF });
    await toldDirectly(running, STAFF);
    expect(await running.renewHome()).toBe(0);
    expect(running.slack.home(STAFF)).toBeNull();
    running.wall.advance(31_000);
    expect(await running.renewHome()).toBe(1);
    await homeOf(STAFF, 'すべてのプロジェクト');
  });
});
