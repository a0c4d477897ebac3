import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEmptyStore } from '../support/fresh-stores.ts';
import { ENGLISH, eachIntake, GUEST, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import {
  ADMINISTRATOR,
  directOf,
  fillIn,
  openDemoStore,
  pressDirect,
  toldDirectly,
} from './roles-and-people.ts';
import { actionOf, ask } from './talk.ts';

describe.each(eachIntake)('over %s', (_name, intake) => {
  let opened: OpenedStore;
  let running: Running;
  const begin = async (
    open: () => Promise<OpenedStore>,
    administrators: readonly string[] = [ADMINISTRATOR],
  ) => {
    opened = await open();
    const { store } = opened;
    running = await run({ intake, reader: store, changes: store, administrators });
  };
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  describe('who opens the conversation with the bot', () => {
    beforeEach(() => begin(openDemoStore));

    test('is welcomed once, with a button to the first success', async () => {
      await running.slack.openHome({ as: STAFF });
      const [message] = await toldDirectly(running, STAFF);
      if (message === undefined) throw new Error('no welcome');
      expect(wordsOf(message)).toContain('/project と入力すると');
      expect(buttonsOf(message).map(({ label }) => label)).toEqual(['/project を試す']);
      await pressDirect(running, message, { as: STAFF, label: '/project を試す' });
      const list = await running.slack.until(() =>
        running.slack.messages(directOf(STAFF), STAFF).find((each) => wordsOf(each).includes('8. ')),
      );
      expect(list.ephemeralTo).toBe(STAFF);
    });

    test('hears it once, however often the event comes', async () => {
      await running.slack.openHome({ as: STAFF });
      const event = running.slack.journal.findLast(({ what }) => what === 'app_home_opened');
      if (event === undefined) throw new Error('no event');
      for (const num of [1, 2, 3]) await running.slack.redeliver(event, { num, reason: 'http_timeout' });
      await running.slack.openHome({ as: STAFF });
      await running.stopBot();
      expect(running.slack.messages(directOf(STAFF), STAFF)).toHaveLength(1);
    });

    test('hears it in their own language; guests hear nothing', async () => {
      await running.slack.openHome({ as: ENGLISH });
      const [message] = await toldDirectly(running, ENGLISH);
      expect(message?.text).toContain('Hello');
      await running.slack.openHome({ as: GUEST });
      await running.stopBot();
      expect(running.slack.messages(directOf(GUEST), GUEST)).toEqual([]);
    });
  });

  describe('while there are no projects', () => {
    test.each(['', '8', '予定 今月', '管理'])(
      '「%s」 leads an administrator to the first one',
      async (text) => {
        await begin(openEmptyStore);
        const as = ADMINISTRATOR;
        const empty = await ask(running, text, { as });
        const from = { kind: 'message', conversation: empty.conversation, ts: empty.ts } as const;
        await running.slack.press({ as, actionId: actionOf(empty, '最初のプロジェクトを追加'), from });
        expect(fieldsIn(await formOf(running, as))).toMatchObject({ number: '1' });
        await fillIn(running, { name: '次世代産業推進プロジェクト' }, as);
        expect(wordsOf(await ask(running, ''))).toContain('1. 次世代産業推進プロジェクト');
      },
    );

    test('others are told whom to ask, one after the other', async () => {
      await begin(openEmptyStore);
      expect(wordsOf(await ask(running, '', { as: ADMINISTRATOR }))).toContain(
        '最初のプロジェクトを追加してください',
      );
      const told = await ask(running, '');
      expect(wordsOf(told)).toContain(`次の方にご相談ください: <@${ADMINISTRATOR}>`);
      expect(buttonsOf(told)).toEqual([]);
    });

    test('without an administrator the operator is to be asked', async () => {
      await begin(openEmptyStore, []);
      expect(wordsOf(await ask(running, ''))).toContain('ADMIN_USER_IDS');
      expect(wordsOf(await ask(running, '権限'))).toContain('管理者がいません');
    });

    test('the help still helps', async () => {
      await begin(openEmptyStore);
      expect(wordsOf(await ask(running, '使い方'))).toContain('使い方');
    });
  });
});
