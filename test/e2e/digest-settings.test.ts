import { expect, test } from '@jest/globals';
import { CHANNEL, LEAD, STAFF } from '../support/running.ts';
import { asLead, chosen, digestBot, fail, IOT, ticked, week } from './digest-bot.ts';
import { formOf, newestFor, saidIn } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, changedMessage, toldDirectly } from './roles-and-people.ts';
import { ask } from './talk.ts';

const bot = digestBot();

const numbers = (...chosen: string[]) => ({
  numbers: {
    chosen: { type: 'multi_static_select', selected_options: chosen.map((value) => ({ value })) },
  },
});

test('a shared channel asks for agreement at its field, and holds what was shared later until somebody agrees', async () => {
  await bot.openSettings(CHANNEL);
  expect(await bot.submitSettings()).toMatchObject({
    kind: 'errors',
    errors: { shared: expect.anything() },
  });
  expect(await bot.submitSettings({ shared: ticked('yes') })).toEqual({ kind: 'taken' });
  await bot.setUp();
  bot.running().slack.workspace.changeConversation(IOT, { isShared: true });
  await bot.pass(week);
  expect(bot.posted(CHANNEL).filter(({ ephemeralTo }) => ephemeralTo === null)).toHaveLength(1);
  expect(bot.posted()).toEqual([]);
  const notice = (await toldDirectly(bot.running(), LEAD))[0] ?? fail();
  await bot.pressIn(notice, '共有先にも配信する');
  await changedMessage(bot.running(), notice, LEAD);
  await bot.pass(15 * 60_000);
  expect(bot.posted()).toHaveLength(1);
});

test('what is wrong in the form stands at its field', async () => {
  await bot.openSettings();
  const wrong = {
    projects: chosen('some'),
    closings: { typed: { type: 'plain_text_input', value: 'R2.8' } },
  };
  expect(await bot.submitSettings(wrong)).toMatchObject({
    kind: 'errors',
    errors: {
      numbers: 'プロジェクトを1つ以上選んでください。',
      closings: expect.stringContaining('「R2.8」'),
    },
  });
  const right = {
    projects: chosen('some'),
    ...numbers('8', '1'),
    closings: { typed: { type: 'plain_text_input', value: 'R2.8.31' } },
    holidays: chosen('after'),
  };
  expect(await bot.submitSettings(right)).toEqual({ kind: 'taken' });
  expect(wordsOf(newestFor(bot.running(), LEAD, IOT) ?? fail())).toMatch(
    /1・8番[\s\S]*次回: 令和2年9月1日（火） 9:00（令和2年8月31日（月）は休業日のため変更）/,
  );
});

test('what stands in the form can be looked at before it is saved, with where it goes and to how many', async () => {
  const form = await bot.openSettings();
  const pressPreview = (values: Record<string, Record<string, object>>) =>
    bot.running().slack.press({
      as: LEAD,
      actionId: 'digest:preview',
      from: { kind: 'view', viewId: form.id },
      values: values as never,
    });
  const top = () => bot.running().slack.modals(LEAD).at(-1) ?? fail();
  await pressPreview({ projects: chosen('some') });
  await bot.running().slack.until(() => saidIn(top()).includes('プロジェクトを1つ以上選んでください'));
  await bot.running().slack.closeView({ as: LEAD, viewId: top().id });
  await pressPreview({ projects: chosen('some'), ...numbers('7') });
  await bot.running().slack.until(() => saidIn(top()).includes('見る人: 5人'));
  expect(saidIn(top())).toMatch(/まだ保存していません[\s\S]*対象: 7番/);
  expect(await bot.opened().store.subscriptions.list()).toEqual([]);
});

test('いますぐ投稿する, 一時停止, 変更 and やめる', async () => {
  await bot.setUp();
  const list = () => newestFor(bot.running(), LEAD, IOT) ?? fail();
  await bot.pressIn(list(), 'いますぐ投稿する');
  await bot.running().slack.until(() => bot.posted().length === 1);
  await bot
    .running()
    .slack.redeliver(
      bot.running().slack.journal.findLast(({ what }) => what === 'block_actions digest:send') ?? fail(),
      { num: 1, reason: 'http_timeout' },
    );
  await bot.running().digest();
  await bot.pressIn(await ask(bot.running(), '配信', asLead), '一時停止');
  await bot.running().slack.until(() => wordsOf(list()).includes('一時停止しました'));
  await bot.pass(week);
  expect(bot.posted()).toHaveLength(1);
  await bot.pressIn(list(), '変更');
  await formOf(bot.running(), LEAD);
  expect(await bot.submitSettings({ state: chosen('removed') })).toEqual({ kind: 'taken' });
  expect(wordsOf(list())).toContain('定期配信をやめました');
  expect(wordsOf(list())).toMatch(
    /最近の変更[\s\S]*<@U0TANAKA>（産業政策課 未来技術班長）\s削除[\s\S]*一時停止: 全プロジェクト　月 9:00[\s\S]*いますぐ投稿する: 全プロジェクト/,
  );
  expect(wordsOf(await ask(bot.running(), '配信', asLead))).toContain('まだありません');
});

test('in the last year of the calendar of holidays administrators read of it, nobody else', async () => {
  const said = async (as: string) => wordsOf(await ask(bot.running(), '配信', { as, conversation: IOT }));
  const warning = '⚠ 祝日の暦は令和32年12月31日（土）までです。';
  expect(await said(ADMINISTRATOR)).not.toContain('祝日の暦');
  bot.running().clock.advance(Date.parse('2050-01-04T00:00:00Z') - bot.running().clock.now().getTime());
  expect(await said(ADMINISTRATOR)).toContain(warning);
  expect(await said(LEAD)).not.toContain('祝日の暦');
  expect(await said(STAFF)).not.toContain('祝日の暦');
});

test('who may not set it up sees it, and learns whom to ask', async () => {
  await bot.setUp();
  const list = await ask(bot.running(), '配信', { as: STAFF, conversation: IOT });
  expect(wordsOf(list)).toMatch(/正常です[\s\S]*次の方にご相談ください[\s\S]*<@U0SUZUKI>/);
  const labels = buttonsOf(list).map(({ label }) => label);
  expect(labels).toEqual(['プレビュー', '全チャンネルの一覧']);
});
