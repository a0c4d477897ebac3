import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nextReminders } from '../../src/reminders/business-days.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { moveThroughDigests } from '../../src/start/digests.ts';
import { CHANNEL, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, newestFor } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, directOf, fillIn, openDemoStore, pressDirect } from './roles-and-people.ts';
import { ask, forge, press } from './talk.ts';

const later = [
  '1日後にもう一度',
  '1週間後にもう一度',
  'お知らせを1週間止める',
  'お知らせを受け取らない',
  'お知らせの設定',
];

/** One bot, one lead (of project 8), one administrator: each test goes on where the one before it ended. */
describe('reminders to the responsible post', () => {
  let opened: OpenedStore;
  let running: Running;
  beforeAll(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, digests: store, administrators: [ADMINISTRATOR] });
  }, 120_000);
  afterAll(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  const reminders = (person: string): readonly Message[] =>
    running.slack
      .messages(directOf(person), person)
      .filter(
        ({ ephemeralTo, blocks }) =>
          ephemeralTo === null && wordsOf({ blocks }).includes('確認をお願いします'),
      );
  const newest = (person: string): Message => {
    const message = reminders(person).at(-1);
    if (message === undefined) throw new Error(`${person} was not reminded`);
    return message;
  };
  /** As the sandbox moves its clock: to noon of that day. */
  const passTo = (noon: string) =>
    moveThroughDigests(
      {
        clock: running.clock,
        subscriptions: opened.store.subscriptions,
        nextReminders: (after) => nextReminders(after, 'Asia/Tokyo'),
        tick: () => running.remind(),
      },
      Date.parse(`${noon}T12:00:00+09:00`) - running.clock.now().getTime(),
    );
  const said = (words: string) =>
    running.slack.until(() => {
      const last = newestFor(running, LEAD, directOf(LEAD));
      return last !== undefined && wordsOf(last).includes(words);
    });
  const plan = async (when: string, text: string) => {
    await running.slack.command({
      as: LEAD,
      conversation: CHANNEL,
      text: `/project 8 予定追加 ${when} ${text}`,
    });
    await formOf(running, LEAD);
    expect(await fillIn(running, {}, LEAD)).toEqual({ kind: 'taken' });
  };

  test('at 9:30 of a business day the lead is told what waits in project 8, and the administrator the rest', async () => {
    await running.remind();
    expect(reminders(LEAD)).toEqual([]);
    await plan('R2.8下旬', '産業DXセミナー');
    await passTo('2020-08-24');
    const [told, ...others] = reminders(LEAD);
    expect(others).toEqual([]);
    expect(told && wordsOf(told)).toMatch(
      /令和2年8月24日（月）　1件[\s\S]*時期に入った予定[\s\S]*産業DXセミナー/,
    );
    expect(told && buttonsOf(told).map(({ label }) => label)).toEqual([
      '日付を決める',
      '実施済み',
      '延期',
      ...later,
    ]);
    expect(wordsOf(newest(ADMINISTRATOR))).toMatch(
      /令和2年8月24日（月）　5件[\s\S]*R2.8.4（火）[\s\S]*（10番/,
    );
    expect(reminders(STAFF)).toEqual([]);
  });

  test('the modal that sharpens the date is one press away; once its day has passed the event asks with three buttons', async () => {
    await pressDirect(running, newest(LEAD), { as: LEAD, label: '日付を決める' });
    await formOf(running, LEAD);
    expect(await fillIn(running, { when: 'R2.8.27' }, LEAD)).toEqual({ kind: 'taken' });
    await passTo('2020-08-28');
    expect(reminders(LEAD)).toHaveLength(2);
    const told = newest(LEAD);
    expect(told.text).toContain('日付を過ぎた予定1件');
    expect(wordsOf(told)).toMatch(/令和2年8月28日（金）[\s\S]*R2.8.27（木） 産業DXセミナー/);
    expect(buttonsOf(told).map(({ label }) => label)).toEqual(['実施済み', '延期', '中止', ...later]);
  });

  test('never twice without a change; 1週間後にもう一度 brings it back then', async () => {
    await passTo('2020-08-31');
    expect(reminders(LEAD)).toHaveLength(2);
    await pressDirect(running, newest(LEAD), { as: LEAD, label: '1週間後にもう一度' });
    await said('令和2年9月7日（月）にもう一度');
    await passTo('2020-09-06');
    expect(reminders(LEAD)).toHaveLength(2);
    await passTo('2020-09-08');
    expect(reminders(LEAD)).toHaveLength(3);
    expect(wordsOf(newest(LEAD))).toMatch(/令和2年9月7日（月）[\s\S]*産業DXセミナー/);
  });

  test('a proposal that has waited two business days stands in the same message, decided without wiping it out', async () => {
    const propose = '/project 8 記録 R2.8.20 ローカル5G実証を開始';
    await running.slack.command({ as: STAFF, conversation: CHANNEL, text: propose });
    await formOf(running, STAFF);
    expect(await fillIn(running, {})).toEqual({ kind: 'taken' });
    await plan('R2.9.9', '意見交換会');
    await passTo('2020-09-09');
    expect(reminders(LEAD)).toHaveLength(3);
    await passTo('2020-09-10');
    const told = newest(LEAD);
    expect(wordsOf(told)).toMatch(/意見交換会[\s\S]*提案が承認を待っています[\s\S]*ローカル5G実証を開始/);
    await pressDirect(running, told, { as: LEAD, label: '承認' });
    await said('承認しました');
    expect(newest(LEAD)).toEqual(told);
  });

  test('お知らせを受け取らない ends them, /project 配信 shows that and brings them back', async () => {
    await pressDirect(running, newest(LEAD), { as: LEAD, label: 'お知らせを受け取らない' });
    await said('止めました');
    await plan('R2.9.13', '展示会');
    await passTo('2020-09-14');
    expect(reminders(LEAD)).toHaveLength(4);
    const page = await ask(running, '配信', { as: LEAD });
    expect(wordsOf(page)).toContain('止めています');
    const after = await press(running, page, 'お知らせを受け取る', { as: LEAD });
    expect(wordsOf(after)).toMatch(/再開しました[\s\S]*受け取っています/);
    await passTo('2020-09-15');
    expect(wordsOf(newest(LEAD))).toMatch(/展示会/);
  });

  test('none comes on a weekend or a holiday, and nobody puts off what was told to another', async () => {
    // Friday; Monday and Tuesday are 敬老の日 and 秋分の日.
    await passTo('2020-09-18');
    await plan('R2.9.18', '成果報告会');
    const before = reminders(LEAD).length;
    await passTo('2020-09-22');
    expect(reminders(LEAD)).toHaveLength(before);
    await passTo('2020-09-23');
    expect(wordsOf(newest(LEAD))).toMatch(/令和2年9月23日（水）[\s\S]*成果報告会/);
    await pressDirect(running, newest(LEAD), { as: LEAD, label: '1日後にもう一度' });
    await said('令和2年9月24日（木）にもう一度');
    const delivered = running.slack.journal.length;
    await forge(running, (payload) => ({
      ...payload,
      user: { id: ADMINISTRATOR },
      trigger_id: '1.2.forged',
    }));
    await running.slack.until(() =>
      running.slack.journal
        .slice(delivered)
        .some(
          ({ what, request }) => what === 'response_url' && JSON.stringify(request).includes('宛てではない'),
        ),
    );
  });
});
