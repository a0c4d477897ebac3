import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { moveThroughDigests } from '../../src/start/digests.ts';
import { seedDemoDigest } from '../../src/start/sandbox-digest.ts';
import { CHANNEL, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, newestFor, saidIn } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, changedMessage, openDemoStore, toldDirectly } from './roles-and-people.ts';
import { actionOf, ask, forge, press } from './talk.ts';

/** Nobody but the prefecture is in it. */
const IOT = 'C0IOT';
const week = 7 * 86_400_000;
const asLead = { as: LEAD, conversation: IOT };

test('the digest of the demonstration: whoever moves the clock on sees each in its time, and what a holiday does', async () => {
  const opened = await openDemoStore();
  const { store } = opened;
  const { subscriptions } = store;
  const running = await run({ intake: 'http', reader: store, digests: store });
  const rights = { store, administrators: [] };
  const clock = async () => running.clock.now();
  for (const _ of ['start', 'second start'])
    await seedDemoDigest({ subscriptions, rights, clock }, 'Asia/Tokyo');
  const tick = () => running.digest();
  const never = () => new Date(8e15);
  await moveThroughDigests({ clock: running.clock, subscriptions, nextReminders: never, tick }, 5 * week);
  const digests = running.slack
    .messages(CHANNEL, STAFF)
    .filter(({ threadTs }) => threadTs === null)
    .map(wordsOf);
  expect(digests.map((each) => /期間: (\S+?（.）)から/.exec(each)?.[1])).toEqual([
    '令和2年8月31日（月）',
    '令和2年9月7日（月）',
    '令和2年9月14日（月）',
    '令和2年9月21日（月）',
    '令和2年9月28日（月）',
  ]);
  expect(digests.join()).not.toContain('遅延配信');
  expect(digests[3]).toMatch(/敬老の日のため[\s\S]*令和2年9月23日（水） 9:00現在/);
  expect(await running.stop()).toEqual([]);
  await opened.cleanUp();
});

describe('over HTTP', () => {
  let opened: OpenedStore;
  let running: Running;
  beforeEach(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, digests: store, administrators: [ADMINISTRATOR] });
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  /** A person presses a button of a message that only they see. */
  const pressIn = async (message: Message, label: string, as: string = LEAD) => {
    const { conversation, ts } = message;
    await running.slack.press({
      as,
      actionId: actionOf(message, label),
      from: { kind: 'message', conversation, ts },
    });
  };

  const openSettings = async (conversation = IOT, as: string = LEAD) => {
    await pressIn(await ask(running, '配信', { as, conversation }), '追加', as);
    return formOf(running, as);
  };
  const submitSettings = (values: Record<string, Record<string, object>> = {}, as: string = LEAD) =>
    running.slack.submit({ as, values: values as never });
  const chosen = (value: string) => ({
    chosen: { type: 'static_select', selected_option: { value } },
  });
  const ticked = (...options: string[]) => ({
    chosen: { type: 'checkboxes', selected_options: options.map((value) => ({ value })) },
  });

  /** The usual digest, set up by the lead. */
  const setUp = async () => {
    await openSettings();
    expect(await submitSettings()).toEqual({ kind: 'taken' });
  };
  const posted = (conversation = IOT) =>
    running.slack.messages(conversation, STAFF).filter(({ threadTs }) => threadTs === null);
  const pass = async (milliseconds: number) => {
    running.clock.advance(milliseconds);
    await running.digest();
  };

  test('set up, looked at beforehand, and a week later it is there, once, with the rest in its thread', async () => {
    expect(wordsOf(await ask(running, '配信', asLead))).toContain('このチャンネルの定期配信はまだありません');
    await setUp();
    const list = newestFor(running, LEAD, IOT);
    expect(list && wordsOf(list)).toMatch(
      /設定しました。次回は令和2年8月31日（月） 9:00[\s\S]*全プロジェクト　月 9:00　4週間先まで[\s\S]*正常です/,
    );
    const preview = await press(running, list ?? fail(), 'プレビュー', asLead);
    expect(wordsOf(preview)).toMatch(/見る人: 5人[\s\S]*期間: 令和2年8月24日/);
    await pass(0);
    expect(posted()).toEqual([]);
    await pass(week);
    await running.digest();
    await Promise.all([running.digest(), running.digest()]);
    const [digest, ...others] = posted();
    expect(others).toEqual([]);
    expect(digest && wordsOf(digest)).toMatch(/期間: 令和2年8月31日（月）から[\s\S]*設定した人: <@U0TANAKA>/);
    expect(digest?.text).not.toContain('遅延配信');
    const below = running.slack.messages(IOT, STAFF).filter(({ threadTs }) => threadTs === digest?.ts);
    expect(below.length).toBeGreaterThan(0);
    expect(wordsOf(await ask(running, '配信', asLead))).toMatch(
      /前回: 令和2年8月31日（月） 9:00　投稿しました/,
    );
  });

  test('the buttons of an event open its form, for whoever reads the digest', async () => {
    await setUp();
    await pass(week);
    const [digest] = posted();
    const button = buttonsOf(digest ?? fail()).find(({ label }) => label === '延期');
    const block = digest?.blocks?.find(({ elements }) =>
      JSON.stringify(elements ?? []).includes('postpone-event'),
    );
    await running.slack.press({
      as: STAFF,
      actionId: button?.actionId ?? '',
      blockId: String(block?.block_id),
      from: { kind: 'message', conversation: IOT, ts: digest?.ts ?? '' },
    });
    expect(saidIn(await formOf(running, STAFF))).toContain('時期');
  });

  test('a 429 waits for as long as Slack says and posts once', async () => {
    await setUp();
    running.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
    running.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: null });
    await pass(week);
    expect(posted()).toHaveLength(1);
  });

  test('a lost reply is held and asked about: nothing comes twice, 送信済みにする ends it', async () => {
    await setUp();
    running.slack.faults.next('chat.postMessage', { kind: 'dropped', applied: true });
    await pass(week);
    await pass(3_600_000);
    expect(posted()).toHaveLength(1);
    const [told] = await toldDirectly(running, LEAD);
    const notice = told ?? fail();
    expect(wordsOf(notice)).toContain('投稿できたかどうか確認できませんでした');
    expect(buttonsOf(notice).map(({ label }) => label)).toEqual(['再送', '送信済みにする']);
    await pressIn(notice, '送信済みにする');
    expect(wordsOf(await changedMessage(running, notice, LEAD))).toContain('送信済みにしました');
    await pass(3_600_000);
    expect(posted()).toHaveLength(1);
    expect(wordsOf(await ask(running, '配信', asLead))).toMatch(
      /投稿しました[\s\S]*最近の変更\s+令和2年8月31日（月） 10:00\s<@U0TANAKA>（産業政策課 未来技術班長）\s送信済みにする: 令和2年8月31日（月） 9:00の回/,
    );
  });

  test('再送 posts again, and a second press is answered honestly', async () => {
    await setUp();
    running.slack.faults.next('chat.postMessage', { kind: 'dropped', applied: false });
    await pass(week);
    expect(posted()).toEqual([]);
    const notice = (await toldDirectly(running, LEAD))[0] ?? fail();
    await pressIn(notice, '再送');
    await running.slack.until(() => posted().length === 1);
    await changedMessage(running, notice, LEAD);
    await running.slack.redeliver(
      running.slack.journal.findLast(({ what }) => what === 'block_actions digest:resend') ?? fail(),
      { num: 1, reason: 'http_timeout' },
    );
    await running.slack.until(() =>
      running.slack
        .messages(notice.conversation, LEAD)
        .some((message) => wordsOf(message).includes('すでに対応済みです')),
    );
    await running.digest();
    expect(posted()).toHaveLength(1);
    const trail = await opened.store.subscriptions.changes({ channelId: IOT, most: 10 });
    expect(trail.map(({ act, by }) => `${act} ${by?.personId}`)).toEqual([
      `resend ${LEAD}`,
      `create ${LEAD}`,
    ]);
  });

  test('an archived channel pauses it and its owner is told; opened again it is resumed', async () => {
    await setUp();
    running.slack.workspace.changeConversation(IOT, { isArchived: true });
    await pass(week);
    const [told] = await toldDirectly(running, LEAD);
    expect(told && wordsOf(told)).toMatch(/一時停止しました。チャンネルがアーカイブされています/);
    running.slack.workspace.changeConversation(IOT, { isArchived: false });
    const list = await ask(running, '配信', asLead);
    expect(wordsOf(list)).toContain('一時停止中です。チャンネルがアーカイブされています。');
    await pressIn(list, '再開');
    await running.slack.until(() =>
      wordsOf(newestFor(running, LEAD, IOT) ?? fail()).includes('再開しました'),
    );
    await pass(week);
    expect(posted()).toHaveLength(1);
  });

  test('a week late it is told, within a day it is marked as late', async () => {
    await setUp();
    await pass(week + 3 * 3_600_000);
    expect(wordsOf(posted()[0] ?? fail())).toContain('【遅延配信】');
    await pass(week + 23 * 3_600_000);
    expect(posted()).toHaveLength(1);
    const [told] = await toldDirectly(running, LEAD);
    expect(told && wordsOf(told)).toContain('24時間以上遅れたため、この回は投稿しませんでした');
  });

  test('a shared channel asks for agreement at its field, and holds what was shared later until somebody agrees', async () => {
    await openSettings(CHANNEL);
    expect(await submitSettings()).toMatchObject({ kind: 'errors', errors: { shared: expect.anything() } });
    expect(await submitSettings({ shared: ticked('yes') })).toEqual({ kind: 'taken' });
    await setUp();
    running.slack.workspace.changeConversation(IOT, { isShared: true });
    await pass(week);
    expect(posted(CHANNEL).filter(({ ephemeralTo }) => ephemeralTo === null)).toHaveLength(1);
    expect(posted()).toEqual([]);
    const notice = (await toldDirectly(running, LEAD))[0] ?? fail();
    await pressIn(notice, '共有先にも配信する');
    await changedMessage(running, notice, LEAD);
    await pass(15 * 60_000);
    expect(posted()).toHaveLength(1);
  });

  const numbers = (...chosen: string[]) => ({
    numbers: {
      chosen: { type: 'multi_static_select', selected_options: chosen.map((value) => ({ value })) },
    },
  });

  test('what is wrong in the form stands at its field', async () => {
    await openSettings();
    const wrong = {
      projects: chosen('some'),
      closings: { typed: { type: 'plain_text_input', value: 'R2.8' } },
    };
    expect(await submitSettings(wrong)).toMatchObject({
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
    expect(await submitSettings(right)).toEqual({ kind: 'taken' });
    expect(wordsOf(newestFor(running, LEAD, IOT) ?? fail())).toMatch(
      /1・8番[\s\S]*次回: 令和2年9月1日（火） 9:00（令和2年8月31日（月）は休業日のため変更）/,
    );
  });

  test('what stands in the form can be looked at before it is saved, with where it goes and to how many', async () => {
    const form = await openSettings();
    const pressPreview = (values: Record<string, Record<string, object>>) =>
      running.slack.press({
        as: LEAD,
        actionId: 'digest:preview',
        from: { kind: 'view', viewId: form.id },
        values: values as never,
      });
    const top = () => running.slack.modals(LEAD).at(-1) ?? fail();
    await pressPreview({ projects: chosen('some') });
    await running.slack.until(() => saidIn(top()).includes('プロジェクトを1つ以上選んでください'));
    await running.slack.closeView({ as: LEAD, viewId: top().id });
    await pressPreview({ projects: chosen('some'), ...numbers('7') });
    await running.slack.until(() => saidIn(top()).includes('見る人: 5人'));
    expect(saidIn(top())).toMatch(/まだ保存していません[\s\S]*対象: 7番/);
    expect(await opened.store.subscriptions.list()).toEqual([]);
  });

  test('今すぐ送る, 一時停止, 変更 and やめる', async () => {
    await setUp();
    const list = () => newestFor(running, LEAD, IOT) ?? fail();
    await pressIn(list(), '今すぐ送る');
    await running.slack.until(() => posted().length === 1);
    await running.slack.redeliver(
      running.slack.journal.findLast(({ what }) => what === 'block_actions digest:send') ?? fail(),
      { num: 1, reason: 'http_timeout' },
    );
    await running.digest();
    await pressIn(await ask(running, '配信', asLead), '一時停止');
    await running.slack.until(() => wordsOf(list()).includes('一時停止しました'));
    await pass(week);
    expect(posted()).toHaveLength(1);
    await pressIn(list(), '変更');
    await formOf(running, LEAD);
    expect(await submitSettings({ state: chosen('removed') })).toEqual({ kind: 'taken' });
    expect(wordsOf(list())).toContain('定期配信をやめました');
    expect(wordsOf(list())).toMatch(
      /最近の変更[\s\S]*<@U0TANAKA>（産業政策課 未来技術班長）\s削除[\s\S]*一時停止: 全プロジェクト　月 9:00[\s\S]*今すぐ送る: 全プロジェクト/,
    );
    expect(wordsOf(await ask(running, '配信', asLead))).toContain('まだありません');
  });

  test('a forged press does nothing: neither without its row nor by who may not', async () => {
    await setUp();
    running.slack.faults.next('chat.postMessage', { kind: 'dropped', applied: true });
    await pass(week);
    const notice = (await toldDirectly(running, LEAD))[0] ?? fail();
    const pressed = running.slack.journal.length;
    await pressIn(await ask(running, '配信', asLead), 'プレビュー');
    const forged = (value: string, user: string) =>
      forge(running, (payload) => ({
        ...payload,
        user: { id: user },
        actions: [{ type: 'button', action_id: 'digest:was-sent', block_id: 'x', value }],
      }));
    await forged('{}', LEAD);
    await forged('{"occurrence":"1"}', LEAD);
    const { value } = buttonsOf(notice)[1] ?? fail();
    await forged(value, STAFF);
    await running.slack.until(() =>
      running.slack.journal
        .slice(pressed)
        .some(
          ({ what, request }) =>
            what === 'response_url' && JSON.stringify(request).includes('ご相談ください'),
        ),
    );
    await running.stopBot();
    const [health] = await opened.store.subscriptions.list();
    expect(health?.last?.state).toBe('unknown');
    const writes = running.log.filter(({ msg }) => msg === 'a write');
    expect(writes).toMatchObject([
      { verb: 'digest-settings', person: LEAD, result: 'done' },
      { verb: 'digest-was-sent', person: STAFF, result: 'may-not' },
    ]);
  });

  test('in the last year of the calendar of holidays administrators read of it, nobody else', async () => {
    const said = async (as: string) => wordsOf(await ask(running, '配信', { as, conversation: IOT }));
    const warning = '⚠ 祝日の暦は令和32年12月31日（土）までです。';
    expect(await said(ADMINISTRATOR)).not.toContain('祝日の暦');
    running.clock.advance(Date.parse('2050-01-04T00:00:00Z') - running.clock.now().getTime());
    expect(await said(ADMINISTRATOR)).toContain(warning);
    expect(await said(LEAD)).not.toContain('祝日の暦');
    expect(await said(STAFF)).not.toContain('祝日の暦');
  });

  test('who may not set it up sees it, and learns whom to ask', async () => {
    await setUp();
    const list = await ask(running, '配信', { as: STAFF, conversation: IOT });
    expect(wordsOf(list)).toMatch(/正常です[\s\S]*次の方にご相談ください[\s\S]*<@U0SUZUKI>/);
    const labels = buttonsOf(list).map(({ label }) => label);
    expect(labels).toEqual(['プレビュー', '全チャンネルの一覧']);
  });
});

function fail(): never {
  throw new Error('it is not there');
}
