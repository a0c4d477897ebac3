import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jsonList } from '../../src/sandbox/slack/json.ts';
import { CHANNEL, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, saidIn } from './forms.ts';
import { propose, thing } from './proposing.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import {
  ADMINISTRATOR,
  changedMessage,
  directOf,
  fillIn,
  openDemoStore,
  pressDirect,
  toldDirectly,
} from './roles-and-people.ts';
import { ask, forge } from './talk.ts';

describe('over HTTP', () => {
  let opened: OpenedStore;
  let running: Running;
  beforeEach(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, changes: store, administrators: [ADMINISTRATOR] });
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  const cardOf = async (number = 8) => wordsOf(await ask(running, String(number)));

  test('the author is told who decides, and the lead what is proposed, by whom and from where', async () => {
    const asked = await propose(running);
    expect(wordsOf(newestFor(running, STAFF) ?? asked)).toMatch(/提案として送りました[\s\S]*U0TANAKA/);
    expect(await cardOf()).not.toContain(thing);
    expect(wordsOf(asked)).toMatch(
      /8番[\s\S]*進捗を記録: ローカル5G実証を開始[\s\S]*R2\.8\.20[\s\S]*<@U0YAMADA>/,
    );
    expect(JSON.stringify(asked.blocks)).toContain(CHANNEL);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['承認', '修正', '却下']);
    expect(asked.text).toContain('8番への提案');
    expect(running.slack.messages(directOf(ADMINISTRATOR), ADMINISTRATOR)).toEqual([]);
  });

  test('承認 writes it under the name of its author, and the author hears', async () => {
    const asked = await propose(running);
    await pressDirect(running, asked, { as: LEAD, label: '承認' });
    const decided = await changedMessage(running, asked, LEAD);
    expect(wordsOf(decided)).toMatch(/提案を承認しました[\s\S]*承認・却下した人: <@U0TANAKA>/);
    const [heard] = await toldDirectly(running, STAFF);
    expect(heard && wordsOf(heard)).toMatch(/ご提案が承認され[\s\S]*<@U0TANAKA>/);
    expect(await cardOf()).toContain(thing);
    const history = wordsOf(await ask(running, '8 履歴'));
    expect(history).toMatch(/<@U0YAMADA>[\s\S]*承認: <@U0TANAKA>/);
  });

  test('a double click approves once', async () => {
    const asked = await propose(running);
    const press = () => pressDirect(running, asked, { as: LEAD, label: '承認' });
    await Promise.all([press(), press()]);
    await toldDirectly(running, STAFF);
    await running.stopBot();
    expect(running.slack.messages(directOf(STAFF), STAFF)).toHaveLength(1);
    expect(
      (await opened.store.history({ skip: 0, most: 50 })).changes.filter(
        ({ verb }) => verb === 'record-milestone',
      ),
    ).toHaveLength(1);
  });

  test('修正 opens the form as it was filled in; what is corrected is written', async () => {
    const asked = await propose(running);
    await pressDirect(running, asked, { as: LEAD, label: '修正' });
    const form = await formOf(running, LEAD);
    expect(fieldsIn(form)).toMatchObject({ text: thing, when: 'R2.8.20' });
    expect(await fillIn(running, { text: ' ' }, LEAD)).toMatchObject({
      kind: 'errors',
      errors: { text: expect.anything() },
    });
    expect(await fillIn(running, { text: 'ローカル5G実証を開始（防府市）' }, LEAD)).toEqual({
      kind: 'taken',
    });
    expect(saidIn(await formOf(running, LEAD))).toContain('提案を承認しました');
    expect(wordsOf(await changedMessage(running, asked, LEAD))).toContain('（防府市）');
    const [heard] = await toldDirectly(running, STAFF);
    expect(heard && wordsOf(heard)).toContain('修正のうえ承認');
    expect(await cardOf()).toContain('ローカル5G実証を開始（防府市）');
    const [change] = (await opened.store.history({ skip: 0, most: 1 })).changes;
    expect(change).toMatchObject({ by: { personId: STAFF }, approvedBy: { personId: LEAD } });
  });

  test('却下 asks why, and the author hears it', async () => {
    const asked = await propose(running);
    await pressDirect(running, asked, { as: LEAD, label: '却下' });
    await formOf(running, LEAD);
    expect(await fillIn(running, { reason: '　' }, LEAD)).toMatchObject({ kind: 'errors' });
    expect(await fillIn(running, { reason: '時期を確かめてください' }, LEAD)).toEqual({ kind: 'taken' });
    expect(wordsOf(await changedMessage(running, asked, LEAD))).toContain('却下しました');
    const [heard] = await toldDirectly(running, STAFF);
    expect(heard && wordsOf(heard)).toMatch(/却下されました[\s\S]*理由: 時期を確かめてください/);
    expect(await cardOf()).not.toContain(thing);
  });

  test('a button that is pressed again on another device changes nothing', async () => {
    const asked = await propose(running);
    await pressDirect(running, asked, { as: LEAD, label: '承認' });
    const first = await changedMessage(running, asked, LEAD);
    const press = running.slack.journal.findLast(({ what }) => what === 'block_actions do:approve');
    if (press === undefined) throw new Error('nothing was pressed');
    await running.slack.redeliver(press, { num: 1, reason: 'http_timeout' });
    await running.stopBot();
    const [after] = running.slack.messages(directOf(LEAD), LEAD);
    expect(after && wordsOf(after)).toBe(wordsOf(first));
    expect(running.slack.messages(directOf(STAFF), STAFF)).toHaveLength(1);
  });

  test('who has lost the role meanwhile is told who decides', async () => {
    const asked = await propose(running);
    await opened.database.prisma.postRole.deleteMany();
    await pressDirect(running, asked, { as: LEAD, label: '承認' });
    const told = await changedMessage(running, asked, LEAD);
    expect(wordsOf(told)).toMatch(/承認・却下できるのは、次の方です[\s\S]*<@U0SUZUKI>/);
    expect(await cardOf()).not.toContain(thing);
  });

  test('a button with a tampered proposal changes nothing', async () => {
    const asked = await propose(running);
    await pressDirect(running, asked, { as: LEAD, label: '却下' });
    const tampered = { proposal: '00000000-0000-7000-8000-000000000000' };
    await forge(running, (payload) => ({
      ...payload,
      actions: jsonList(payload.actions).map((action) => ({
        ...action,
        action_id: 'do:approve',
        value: JSON.stringify(tampered),
      })),
    }));
    expect(wordsOf(await changedMessage(running, asked, LEAD))).toContain('見つかりませんでした');
    expect(await cardOf()).not.toContain(thing);
  });

  test('an event that changed since: 承認 says so, 修正 shows it as it stands and then approves', async () => {
    const upcoming = async (as: string) => {
      const page = await ask(running, '8 予定', { as });
      const blocks = jsonList(page.blocks).filter((block) =>
        JSON.stringify(block).includes('open:edit-milestone'),
      );
      const blockId = String(blocks[0]?.block_id);
      const from = { kind: 'message', conversation: page.conversation, ts: page.ts } as const;
      await running.slack.press({ as, actionId: 'open:edit-milestone', blockId, from });
      return formOf(running, as);
    };
    await upcoming(STAFF);
    await fillIn(running, { text: '提案した内容' });
    const [asked] = await toldDirectly(running, LEAD);
    if (asked === undefined) throw new Error('nobody was asked');
    await upcoming(LEAD);
    await fillIn(running, { text: 'その後に変わった内容' }, LEAD);
    await pressDirect(running, asked, { as: LEAD, label: '承認' });
    const conflict = await changedMessage(running, asked, LEAD);
    expect(wordsOf(conflict)).toContain('対象の内容が変わりました');
    expect(buttonsOf(conflict).map(({ label }) => label)).toEqual(['修正', '却下']);
    await pressDirect(running, conflict, { as: LEAD, label: '修正' });
    expect(fieldsIn(await formOf(running, LEAD))).toMatchObject({ text: '提案した内容' });
    await fillIn(running, {}, LEAD);
    expect(wordsOf(await changedMessage(running, conflict, LEAD))).toContain('承認しました');
    expect(wordsOf(await ask(running, '8 予定'))).toContain('提案した内容');
  });

  test('the proposal of a value shows the one it follows', async () => {
    const asked = await propose(running, { line: '8 値 IoT導入率 14.5% R2.8' });
    expect(wordsOf(asked)).toContain('値: 13.9% → 14.5%');
  });
});
