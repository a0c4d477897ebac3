import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isJson } from '../../src/sandbox/slack/json.ts';
import {
  CHANNEL,
  ENGLISH,
  eachIntake,
  GUEST,
  LEAD,
  openSeededStore,
  type Running,
  run,
  STAFF,
  STRANGER,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { wordsOf } from './read-message.ts';
import { directOf } from './roles-and-people.ts';
import { press, type Who } from './talk.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
}, 120_000);
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  beforeEach(async () => {
    running = await run({ intake, reader: opened.store });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  const answersTo = (ts: string, conversation: string, as: string = STAFF) =>
    running.slack.messages(conversation, as).filter(({ threadTs }) => threadTs === ts);
  /** Says it and gives the answer in its thread. */
  const hears = async (text: string, { as = STAFF, conversation = CHANNEL }: Who = {}) => {
    const said = await running.slack.say({ as, conversation, text });
    return running.slack.until(() => answersTo(said.ts, conversation, as)[0]);
  };
  const newestEvent = (what: string) => {
    const event = running.slack.journal.findLast((entry) => entry.what === what);
    if (event === undefined) throw new Error(`no ${what} was delivered`);
    return event;
  };

  test.each([
    ['@Shinchoku IoT導入率は？', '13.9%/16.0%'],
    ['@Shinchoku 次の調整会議はいつ', 'R2.11 事業推進に係る県・市全体調整会議'],
    ['教えて @Shinchoku', '見つかりませんでした'],
    ['@Shinchoku 8', '8. 地域産業 IoT 等導入促進プロジェクト'],
    ['@Shinchoku', '10. 新山口駅北地区拠点施設整備支援プロジェクト'],
    ['@Shinchoku\n付加価値増加額は\n今いくら', '98.1億円/115億円'],
  ])('「%s」 in a channel is answered in its thread, for all', async (text, told) => {
    const answer = await hears(text);
    expect(wordsOf(answer)).toContain(told);
    expect(answer.ephemeralTo).toBeNull();
  });

  test.each([
    ['企業誘致の最近の動き', '企業誘致活動'],
    ['新幹線の駅前', '新山口駅'],
    ['ゾウアザラシ & <b>', '「ゾウアザラシ & <b>」は見つかりませんでした。'],
  ])('「%s」 in the conversation with the bot is answered in its thread', async (text, told) => {
    expect(wordsOf(await hears(text, { conversation: directOf(STAFF) }))).toContain(told);
  });

  test('in a thread the answer stands in that thread, and others can press its buttons for themselves', async () => {
    const first = await running.slack.say({ as: LEAD, conversation: CHANNEL, text: '企業誘致の件です' });
    const threadTs = first.ts;
    await running.slack.say({ as: STAFF, conversation: CHANNEL, text: '@Shinchoku 岸壁', threadTs });
    const answer = await running.slack.until(() =>
      answersTo(threadTs, CHANNEL).find((message) => wordsOf(message).includes('港湾の機能強化')),
    );
    const card = await press(running, answer, '1番のカードへ', { as: LEAD });
    expect(card.ephemeralTo).toBe(LEAD);
  });

  test('an event that comes again is answered once', async () => {
    const answer = await hears('@Shinchoku 岸壁');
    for (const num of [1, 2, 3])
      await running.slack.redeliver(newestEvent('app_mention'), { num, reason: 'http_timeout' });
    await running.stopBot();
    expect(answersTo(String(answer.threadTs), CHANNEL)).toHaveLength(1);
  });

  test('a retry whose original never came is answered, also after a later one', async () => {
    await hears('@Shinchoku 岸壁');
    const early = newestEvent('app_mention');
    const later = await hears('@Shinchoku 8');
    const { event } = early.request as { readonly event: { readonly ts: string } };
    // As if it had been lost: another event of the same message, of which only the second retry arrives.
    const lost = { ...early, request: { ...(early.request as object), event_id: 'Ev0LOST' } };
    const answers = () => answersTo(event.ts, CHANNEL).length;
    await running.slack.redeliver(lost, { num: 2, reason: 'http_timeout' });
    await running.slack.until(() => answers() === 2);
    await running.slack.redeliver(lost, { num: 1, reason: 'http_timeout' });
    await running.stopBot();
    expect([answers(), answersTo(String(later.threadTs), CHANNEL).length]).toEqual([2, 1]);
  });

  test.each([
    ['a program', { bot_id: 'B0OTHER' }],
    ['an edit', { subtype: 'message_changed' }],
    ['a notice', { subtype: 'channel_join' }],
    ['itself', { user: 'U0SHINCHOKU' }],
  ])('%s is not answered', async (_what, changes) => {
    const answer = await hears('岸壁', { conversation: directOf(STAFF) });
    const { request } = newestEvent('message.im');
    if (!isJson(request) || !isJson(request.event)) throw new Error('no event');
    const forged = { ...request, event_id: 'Ev0FORGED', event: { ...request.event, ...changes } };
    await running.slack.redeliver(
      { ...newestEvent('message.im'), request: forged },
      { num: 1, reason: 'http_error' },
    );
    await running.stopBot();
    expect(answersTo(String(answer.threadTs), directOf(STAFF))).toHaveLength(1);
  });

  test('where another organisation reads along, only the person who asks sees the answer', async () => {
    await hears('@Shinchoku 岸壁');
    const event = newestEvent('app_mention');
    if (!isJson(event.request)) throw new Error('no event');
    const forged = { ...event.request, event_id: 'Ev0FORGED', is_ext_shared_channel: true };
    await running.slack.redeliver({ ...event, request: forged }, { num: 1, reason: 'http_error' });
    await running.stopBot();
    const [first, second] = running.slack
      .messages(CHANNEL, STAFF)
      .filter((message) => wordsOf(message).includes('港湾の機能強化'));
    expect([first?.ephemeralTo, second?.ephemeralTo]).toEqual([null, STAFF]);
  });

  test.each([GUEST, STRANGER])('%s learns that guests may not read', async (as) => {
    expect(wordsOf(await hears('@Shinchoku 港湾の機能', { as }))).toContain('閲覧できません');
  });

  test('whoever reads English is answered in English', async () => {
    expect(wordsOf(await hears('@Shinchoku 会議', { as: ENGLISH }))).toContain('Search results');
  });
});
