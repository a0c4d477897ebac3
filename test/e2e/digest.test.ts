import { expect, test } from '@jest/globals';
import { LEAD, STAFF } from '../support/running.ts';
import { asLead, digestBot, fail, IOT, week } from './digest-bot.ts';
import { formOf, newestFor, saidIn } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { changedMessage, toldDirectly } from './roles-and-people.ts';
import { ask, forge, press } from './talk.ts';

const bot = digestBot();

test('set up, looked at beforehand, and a week later it is there, once, with the rest in its thread', async () => {
  expect(wordsOf(await ask(bot.running(), '配信', asLead))).toContain(
    'このチャンネルの定期配信はまだありません',
  );
  await bot.setUp();
  const list = newestFor(bot.running(), LEAD, IOT);
  expect(list && wordsOf(list)).toMatch(
    /設定しました。次回は令和2年8月31日（月） 9:00[\s\S]*全プロジェクト　月 9:00　4週間先まで[\s\S]*正常です/,
  );
  const preview = await press(bot.running(), list ?? fail(), 'プレビュー', asLead);
  expect(wordsOf(preview)).toMatch(/見る人: 5人[\s\S]*期間: 令和2年8月24日/);
  await bot.pass(0);
  expect(bot.posted()).toEqual([]);
  await bot.pass(week);
  await bot.running().digest();
  await Promise.all([bot.running().digest(), bot.running().digest()]);
  const [digest, ...others] = bot.posted();
  expect(others).toEqual([]);
  expect(digest && wordsOf(digest)).toMatch(/期間: 令和2年8月31日（月）から[\s\S]*設定した人: <@U0TANAKA>/);
  expect(digest?.text).not.toContain('遅延配信');
  const below = bot
    .running()
    .slack.messages(IOT, STAFF)
    .filter(({ threadTs }) => threadTs === digest?.ts);
  expect(below.length).toBeGreaterThan(0);
  expect(wordsOf(await ask(bot.running(), '配信', asLead))).toMatch(
    /前回: 令和2年8月31日（月） 9:00　投稿しました/,
  );
});

test('the buttons of an event open its form, for whoever reads the digest', async () => {
  await bot.setUp();
  await bot.pass(week);
  const [digest] = bot.posted();
  const button = buttonsOf(digest ?? fail()).find(({ label }) => label === '延期');
  const block = digest?.blocks?.find(({ elements }) =>
    JSON.stringify(elements ?? []).includes('postpone-event'),
  );
  await bot.running().slack.press({
    as: STAFF,
    actionId: button?.actionId ?? '',
    blockId: String(block?.block_id),
    from: { kind: 'message', conversation: IOT, ts: digest?.ts ?? '' },
  });
  expect(saidIn(await formOf(bot.running(), STAFF))).toContain('時期');
});

test('a 429 waits for as long as Slack says and posts once', async () => {
  await bot.setUp();
  bot.running().slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
  bot.running().slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: null });
  await bot.pass(week);
  expect(bot.posted()).toHaveLength(1);
});

test('a lost reply is held and asked about: nothing comes twice, 投稿済みにする ends it', async () => {
  await bot.setUp();
  bot.running().slack.faults.next('chat.postMessage', { kind: 'dropped', applied: true });
  await bot.pass(week);
  await bot.pass(3_600_000);
  expect(bot.posted()).toHaveLength(1);
  const [told] = await toldDirectly(bot.running(), LEAD);
  const notice = told ?? fail();
  expect(wordsOf(notice)).toContain('投稿できたかどうか確認できませんでした');
  expect(buttonsOf(notice).map(({ label }) => label)).toEqual(['再送', '投稿済みにする']);
  await bot.pressIn(notice, '投稿済みにする');
  expect(wordsOf(await changedMessage(bot.running(), notice, LEAD))).toMatch(
    /令和2年8月31日（月） 9:00の分\s+投稿済みにしました/,
  );
  await bot.pass(3_600_000);
  expect(bot.posted()).toHaveLength(1);
  expect(wordsOf(await ask(bot.running(), '配信', asLead))).toMatch(
    /投稿しました[\s\S]*最近の変更\s+令和2年8月31日（月） 10:00\s<@U0TANAKA>（産業政策課 未来技術班長）\s投稿済みにする: 令和2年8月31日（月） 9:00の回/,
  );
});

test('再送 posts again, and a second press is answered honestly', async () => {
  await bot.setUp();
  bot.running().slack.faults.next('chat.postMessage', { kind: 'dropped', applied: false });
  await bot.pass(week);
  expect(bot.posted()).toEqual([]);
  const notice = (await toldDirectly(bot.running(), LEAD))[0] ?? fail();
  await bot.pressIn(notice, '再送');
  await bot.running().slack.until(() => bot.posted().length === 1);
  await changedMessage(bot.running(), notice, LEAD);
  await bot
    .running()
    .slack.redeliver(
      bot.running().slack.journal.findLast(({ what }) => what === 'block_actions digest:resend') ?? fail(),
      { num: 1, reason: 'http_timeout' },
    );
  await bot.running().slack.until(() =>
    bot
      .running()
      .slack.messages(notice.conversation, LEAD)
      .some((message) => wordsOf(message).includes('すでに対応済みです')),
  );
  await bot.running().digest();
  expect(bot.posted()).toHaveLength(1);
  const trail = await bot.opened().store.subscriptions.changes({ channelId: IOT, most: 10 });
  expect(trail.map(({ act, by }) => `${act} ${by?.personId}`)).toEqual([`resend ${LEAD}`, `create ${LEAD}`]);
});

test('an archived channel pauses it and its owner is told; opened again it is resumed', async () => {
  await bot.setUp();
  bot.running().slack.workspace.changeConversation(IOT, { isArchived: true });
  await bot.pass(week);
  const [told] = await toldDirectly(bot.running(), LEAD);
  expect(told && wordsOf(told)).toMatch(/一時停止しました。チャンネルがアーカイブされています/);
  bot.running().slack.workspace.changeConversation(IOT, { isArchived: false });
  const list = await ask(bot.running(), '配信', asLead);
  expect(wordsOf(list)).toContain('一時停止中です。チャンネルがアーカイブされています。');
  await bot.pressIn(list, '再開');
  await bot
    .running()
    .slack.until(() => wordsOf(newestFor(bot.running(), LEAD, IOT) ?? fail()).includes('再開しました'));
  await bot.pass(week);
  expect(bot.posted()).toHaveLength(1);
});

test('a week late it is told, within a day it is marked as late', async () => {
  await bot.setUp();
  await bot.pass(week + 3 * 3_600_000);
  expect(wordsOf(bot.posted()[0] ?? fail())).toContain('【遅延配信】');
  await bot.pass(week + 23 * 3_600_000);
  expect(bot.posted()).toHaveLength(1);
  const [told] = await toldDirectly(bot.running(), LEAD);
  expect(told && wordsOf(told)).toContain('24時間以上遅れたため、この回は投稿しませんでした');
});

test('a forged press does nothing: neither without its row nor by who may not', async () => {
  await bot.setUp();
  bot.running().slack.faults.next('chat.postMessage', { kind: 'dropped', applied: true });
  await bot.pass(week);
  const notice = (await toldDirectly(bot.running(), LEAD))[0] ?? fail();
  const pressed = bot.running().slack.journal.length;
  await bot.pressIn(await ask(bot.running(), '配信', asLead), 'プレビュー');
  const forged = (value: string, user: string) =>
    forge(bot.running(), (payload) => ({
      ...payload,
      user: { id: user },
      actions: [{ type: 'button', action_id: 'digest:was-sent', block_id: 'x', value }],
    }));
  await forged('{}', LEAD);
  await forged('{"occurrence":"1"}', LEAD);
  const { value } = buttonsOf(notice)[1] ?? fail();
  await forged(value, STAFF);
  await bot.running().slack.until(() =>
    bot
      .running()
      .slack.journal.slice(pressed)
      .some(
        ({ what, request }) => what === 'response_url' && JSON.stringify(request).includes('ご相談ください'),
      ),
  );
  await bot.running().stopBot();
  const [health] = await bot.opened().store.subscriptions.list();
  expect(health?.last?.state).toBe('unknown');
  const writes = bot.running().log.filter(({ msg }) => msg === 'a write');
  expect(writes).toMatchObject([
    { verb: 'digest-settings', person: LEAD, result: 'done' },
    { verb: 'digest-was-sent', person: STAFF, result: 'may-not' },
  ]);
});
