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
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, optionOf, pressIn, saidIn, submit, valuesOf } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { answersBy, ask } from './talk.ts';

const retry = { num: 1, reason: 'http_timeout' } as const;

describe.each(eachIntake)('over %s', (_name, intake) => {
  let opened: OpenedStore;
  let running: Running;
  beforeAll(async () => {
    opened = await openSeededStore();
  });
  afterAll(() => opened.cleanUp());
  beforeEach(async () => {
    const { store } = opened;
    running = await run({ intake, reader: store, changes: store, administrators: [LEAD] });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  const type = (text: string, as: string = LEAD) =>
    running.slack.command({ as, conversation: CHANNEL, text: `/project ${text}` });
  const changes = async () => {
    const project = await opened.store.findProject(8);
    return (await opened.store.history({ ...(project && { projectId: project.id }), skip: 0, most: 100 }))
      .total;
  };

  describe('one line', () => {
    test.each([
      [
        '8 記録 R2.8.20 ①ローカル5G実証を開始 [12社30名]',
        '進捗を記録',
        { when: 'R2.8.20', text: '①ローカル5G実証を開始', figures: '12社30名' },
      ],
      ['８番　ｌｏｇ　実証を開始 R2.8', '進捗を記録', { when: 'R2.8', text: '実証を開始' }],
      ['IoT導入 plan R2.11下旬 実証実験', '予定を追加', { when: 'R2.11下旬', text: '実証実験' }],
      ['8 set 導入率 15.2% R2.8', '指標の実績値を記録', { value: '15.2%', when: 'R2.8' }],
      ['記録 8 R2.8 実証', '進捗を記録', { when: 'R2.8', text: '実証' }],
    ])('%s', async (line, title, fields) => {
      const before = await changes();
      await type(line);
      const form = await formOf(running, LEAD);
      expect(form.view.title).toMatchObject({ text: title });
      expect(fieldsIn(form)).toMatchObject(fields);
      expect(saidIn(form)).toContain('8番');
      await running.slack.closeView({ as: LEAD });
      expect(await changes()).toBe(before);
      expect(running.slack.messages(CHANNEL, LEAD)).toEqual([]);
    });

    test('a value shows what it follows, and what is meant', async () => {
      await type('8 値 導入率 15.2% R2.8');
      const said = saidIn(await formOf(running, LEAD));
      expect(said).toContain('13.9%/16.0%');
      expect(said).toContain('R元現在');
      expect(said).toContain('「R2.8」は 令和2年（2020年）8月 と読み取りました。');
    });

    test('a project that is not there is said in the form', async () => {
      await type('99 記録 R2.8 実証');
      const view = await formOf(running, LEAD);
      expect(saidIn(view)).toContain('99番のプロジェクトはありません');
      expect(JSON.stringify(view.view.blocks)).toContain('/project 99 記録 R2.8 実証');
      expect(view.view.submit).toBeUndefined();
    });

    test('in English', async () => {
      await type('8 log 2020-08 demonstration', ENGLISH);
      const form = await running.slack.until(() => {
        const top = running.slack.modals(ENGLISH).at(-1);
        return top?.view.submit === undefined ? null : top;
      });
      expect(form.view.title).toMatchObject({ text: 'Record progress' });
    });

    test('a guest is told, and sees nothing of the table', async () => {
      await type('8 記録 R2.8 実証', GUEST);
      expect(saidIn(await formOf(running, GUEST))).toContain('閲覧できません');
    });
  });

  describe('a value that looks like a slip', () => {
    test('is written when the button is pressed once more, another one is asked about again', async () => {
      await type('8 値 導入率 152% R2.8');
      await formOf(running, LEAD);
      await submit(running, LEAD);
      const asked = running.slack.modals(LEAD).at(-1);
      if (asked === undefined) throw new Error('the form is gone');
      expect(saidIn(asked)).toContain('10倍以上');
      expect(fieldsIn(asked)).toMatchObject({ value: '152%', when: 'R2.8' });
      await submit(running, LEAD, { value: '1520%' });
      expect(running.slack.modals(LEAD)).toHaveLength(1);
      await submit(running, LEAD);
      expect(running.slack.modals(LEAD)).toEqual([]);
      expect(wordsOf(newestFor(running, LEAD) ?? { blocks: [] })).toContain('値: 13.9% → 1,520%');
    });
  });

  describe('a form that is drawn anew', () => {
    test('Enter in the date shows what was understood, and what was typed stays', async () => {
      await type('8 記録');
      const form = await formOf(running, LEAD);
      const values = valuesOf(form, { text: '実証を開始', when: 'H31.5' });
      const chosen = { value: 'H31.5' };
      await running.slack.press({ as: LEAD, blockId: 'when', actionId: 'typed', chosen, values });
      const drawn = await running.slack.until(() => {
        const top = running.slack.modals(LEAD).at(-1);
        return top && saidIn(top).includes('令和元年（2019年）5月') ? top : null;
      });
      expect(fieldsIn(drawn)).toMatchObject({ text: '実証を開始', when: 'H31.5' });
    });

    test.each([
      ['record-value', '指標の実績値を記録', 'indicator'],
      ['plan-event', '予定を追加', 'group'],
    ])('the shortcut %s asks for the project, too', async (callbackId, title, field) => {
      await running.slack.shortcut({ as: LEAD, callbackId });
      const form = await formOf(running, LEAD);
      expect(form.view.title).toMatchObject({ text: title });
      await running.slack.press({
        as: LEAD,
        blockId: 'project',
        actionId: 'chosen',
        chosen: { selected_option: { value: optionOf(form, 'project', /^8\. /) } },
        values: {},
      });
      await running.slack.until(() => {
        const top = running.slack.modals(LEAD).at(-1);
        return top !== undefined && top.hash !== form.hash && field in fieldsIn(top);
      });
      await running.slack.closeView({ as: LEAD });
    });

    test('the shortcut asks for the project first, and then knows its parts', async () => {
      await running.slack.shortcut({ as: LEAD, callbackId: 'record-progress' });
      const form = await formOf(running, LEAD);
      const project = optionOf(form, 'project', /^10\. /);
      expect(fieldsIn(form)).not.toHaveProperty('strand');
      await running.slack.press({
        as: LEAD,
        blockId: 'project',
        actionId: 'chosen',
        chosen: { selected_option: { value: project } },
        values: valuesOf(form, { text: '協定を締結' }),
      });
      const drawn = await running.slack.until(() => {
        const top = running.slack.modals(LEAD).at(-1);
        return top && 'strand' in fieldsIn(top) ? top : null;
      });
      expect(fieldsIn(drawn)).toMatchObject({ project, text: '協定を締結' });
      expect(await submit(running, LEAD, { when: 'R2.8.20' })).toEqual({ kind: 'taken' });
      const [confirmed] = running.slack.modals(LEAD);
      if (confirmed === undefined) throw new Error('nothing is confirmed');
      expect(saidIn(confirmed)).toContain('10番に進捗を記録しました。');
      await running.slack.press({ as: LEAD, actionId: 'do:undo' });
      await running.slack.until(() => {
        const [view] = running.slack.modals(LEAD);
        return view !== undefined && saidIn(view).includes('取り消しました');
      });
    });
  });

  test('a message becomes a form with its date, text and project', async () => {
    const said = await running.slack.say({
      as: STAFF,
      conversation: CHANNEL,
      text: '8番、R2.8.20 に &lt;協定&gt; を締結しました',
    });
    await running.slack.shortcut({
      as: LEAD,
      callbackId: 'record-message',
      on: { conversation: CHANNEL, ts: said.ts },
    });
    const form = await formOf(running, LEAD);
    expect(saidIn(form)).toContain('8番');
    expect(fieldsIn(form)).toMatchObject({ when: 'R2.8.20' });
    expect(fieldsIn(form).text).toContain('締結しました');
    await submit(running, LEAD);
    expect(wordsOf(newestFor(running, LEAD) ?? { blocks: [] })).toContain('8番に進捗を記録しました。');
    const permalink = `https://yamaguchi-pref.slack.com/archives/${CHANNEL}/p${said.ts.replace('.', '')}`;
    const project = await opened.store.findProject(8);
    if (project === null) throw new Error('there is no project 8');
    const { changes: rows } = await opened.store.history({ projectId: project.id, skip: 0, most: 1 });
    expect(rows[0]?.origin).toEqual({ via: 'message-shortcut', channelId: CHANNEL, permalink });
    const page = await ask(running, '8 履歴', { as: LEAD });
    expect(JSON.stringify(page.blocks)).toContain(`"url":${JSON.stringify(permalink)}`);
    expect(running.takeRefusals()).toEqual([]);
  });

  describe('once is enough', () => {
    test('a second submission and a retry of Slack write once and confirm once', async () => {
      await type('8 記録 R2.8.20 一度だけ');
      const form = await formOf(running, LEAD);
      const before = await changes();
      await submit(running, LEAD);
      const sent = running.slack.journal.find(({ what }) => what.startsWith('view_submission'));
      if (sent === undefined) throw new Error('nothing was submitted');
      expect(isJson(sent.request) && sent.request.view).toMatchObject({ id: form.id });
      await Promise.all([running.slack.redeliver(sent, retry), running.slack.redeliver(sent, retry)]);
      expect(await changes()).toBe(before + 1);
      expect(answersBy(running)).toHaveLength(1);
      expect(running.slack.messages(CHANNEL, LEAD)).toHaveLength(1);
    });

    test('a double click on 取り消す takes back once', async () => {
      await type('8 記録 R2.8.20 二度押す');
      await formOf(running, LEAD);
      await submit(running, LEAD);
      const before = await changes();
      const told = newestFor(running, LEAD);
      if (told === undefined) throw new Error('nothing is confirmed');
      const from = { kind: 'message', conversation: CHANNEL, ts: told.ts } as const;
      await Promise.all([
        running.slack.press({ as: LEAD, actionId: 'do:undo', from }),
        running.slack.press({ as: LEAD, actionId: 'do:undo', from }),
      ]);
      await running.slack.until(() => answersBy(running).length === 3);
      expect(await changes()).toBe(before + 1);
      expect(wordsOf(newestFor(running, LEAD) ?? { blocks: [] })).toContain('取り消しました');
    });
  });

  describe('when something goes wrong', () => {
    test('a form from half an hour ago confirms in itself', async () => {
      await type('8 記録 R2.8.20 三十分後');
      await formOf(running, LEAD);
      running.wall.advance(31 * 60_000);
      expect(await submit(running, LEAD)).toEqual({ kind: 'taken' });
      const [confirmed] = running.slack.modals(LEAD);
      expect(confirmed && saidIn(confirmed)).toContain('8番に進捗を記録しました。');
      expect(running.takeRefusals()).toEqual(['response_url: expired_url']);
    });

    test('Slack opens nothing: the person is told', async () => {
      const { faults } = running.slack;
      faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
      await type('8 記録 R2.8.20 開かない画面');
      const told = await running.slack.until(() => newestFor(running, LEAD));
      expect(wordsOf(told)).toContain('受付番号');
      expect(JSON.stringify(told.blocks)).toContain('/project 8 記録 R2.8.20 開かない画面');
      expect(running.takeTrouble()).toHaveLength(1);
    });

    test('Slack opens nothing: the person is told in their language', async () => {
      running.slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
      await running.slack.command({
        as: ENGLISH,
        conversation: CHANNEL,
        text: '/project 8 log never opened',
      });
      const told = await running.slack.until(() => newestFor(running, ENGLISH));
      expect(wordsOf(told)).toContain('Reference');
      expect(running.takeTrouble()).toHaveLength(1);
    });

    test('Slack does not show what was opened: the person is told, with the line', async () => {
      running.slack.faults.next('views.update', { kind: 'error', error: 'fatal_error' });
      await type('8 記録 R2.8.20 読み込み中のまま');
      const told = await running.slack.until(() => newestFor(running, LEAD));
      expect(JSON.stringify(told.blocks)).toContain('/project 8 記録 R2.8.20 読み込み中のまま');
      expect(running.takeTrouble()).toHaveLength(1);
    });

    test('a form whose memory is not ours is refused', async () => {
      await type('8 記録 R2.8.20 改ざん');
      await formOf(running, LEAD);
      await submit(running, LEAD, { when: 'R2.2.30' });
      const before = await changes();
      const sent = running.slack.journal.find(({ what }) => what.startsWith('view_submission'));
      if (sent === undefined || !isJson(sent.request)) throw new Error('nothing was submitted');
      const view = isJson(sent.request.view) ? sent.request.view : {};
      const forged = { ...sent.request, view: { ...view, private_metadata: '{"project":"<script>"}' } };
      const ack = await running.slack.redeliver({ ...sent, request: forged }, retry);
      expect(JSON.stringify(ack)).toContain('この画面は古いため使えません');
      expect(await changes()).toBe(before);
    });
  });

  test('who may not write proposes', async () => {
    const before = await changes();
    const card = await ask(running, '8', { as: STAFF });
    await pressIn(running, card, { as: STAFF, verb: 'plan-event' });
    await formOf(running, STAFF);
    await submit(running, STAFF, { text: '説明会', when: 'R2.11' });
    const told = newestFor(running, STAFF);
    expect(wordsOf(told ?? { blocks: [] })).toContain('まだ表には反映されていません');
    expect(await changes()).toBe(before);
  });
});
