import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { CHANNEL, ENGLISH, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, optionOf, saidIn } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, fillIn, openDemoStore } from './roles-and-people.ts';
import { actionOf, ask, press } from './talk.ts';

const post = '産業政策課 未来技術班長';

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

  const as = ADMINISTRATOR;
  const roles = (who: string = as) => ask(running, '権限', { as: who });

  /** The administrator presses a button of the page; gives the form. */
  const openForm = async (label: string) => {
    const page = await roles();
    const from = { kind: 'message', conversation: page.conversation, ts: page.ts } as const;
    await running.slack.press({ as, actionId: actionOf(page, label), from });
    return formOf(running, as);
  };

  const confirmation = () => newestFor(running, as) ?? Promise.reject(new Error('nothing was said'));

  test('the page says who is in which post, what the post leads, and what nobody leads', async () => {
    const page = await roles(STAFF);
    const told = wordsOf(page);
    expect(told).toContain(post);
    expect(told).toMatch(/担当者: <@U0TANAKA>[\s\S]*推進責任者: 8番/);
    expect(told).toContain('推進責任者のいないプロジェクト（9件）: 1・2・3・4・5・6・7・9・10番');
    expect(told).toContain(`システムの設定で登録された管理者: <@${ADMINISTRATOR}>`);
    expect(buttonsOf(page).map(({ label }) => label)).toEqual(['引継書']);
  });

  test('English words work, and English is answered', async () => {
    const told = wordsOf(await ask(running, 'roles', { as: ENGLISH }));
    expect(told).toMatch(/Held by: <@U0TANAKA>[\s\S]*lead: project 8/);
  });

  test('an administrator adds a post, appoints, grants, revokes and releases', async () => {
    await openForm('職を追加');
    expect(await fillIn(running, { section: '産業振興課', name: '　' }, as)).toMatchObject({
      kind: 'errors',
    });
    await fillIn(running, { section: '産業振興課', name: '主任', administrator: { ticked: false } }, as);
    expect(wordsOf(await confirmation())).toContain('産業振興課 主任');

    const appoint = await openForm('担当者を登録');
    const chosen = optionOf(appoint, 'post', '産業振興課 主任');
    await fillIn(running, { post: { chosen }, person: { person: STAFF } }, as);
    expect(wordsOf(await confirmation())).toContain('産業振興課 主任: <@U0YAMADA>');

    const grant = await openForm('役割を追加');
    const project = optionOf(grant, 'project', /^1\./);
    await fillIn(running, { project: { chosen: project }, post: { chosen }, role: { chosen: 'deputy' } }, as);
    expect(wordsOf(await confirmation())).toMatch(/産業振興課 主任: 1番 .*（副責任者）/);
    expect(wordsOf(await roles())).toMatch(/産業振興課 主任[\s\S]*<@U0YAMADA>[\s\S]*副責任者: 1番/);

    await openForm('役割を外す');
    await fillIn(running, { project: { chosen: project }, post: { chosen } }, as);
    await openForm('担当者を外す');
    await fillIn(running, { post: { chosen }, person: { person: STAFF } }, as);
    expect(wordsOf(await roles())).toMatch(/産業振興課 主任[\s\S]*担当者: 担当者なし[\s\S]*役割なし/);
  });

  /** The administrator chooses a post to change; gives the form. */
  const changePost = async (label: string) => {
    const page = await roles();
    const menu = jsonList(page.blocks).find(({ block_id }) => block_id === 'edit-post');
    const [element] = jsonList(menu?.elements);
    const option = jsonList(element?.options).find(({ text }) => isJson(text) && text.text === label);
    const from = { kind: 'message', conversation: page.conversation, ts: page.ts } as const;
    const chosen = { selected_option: { value: String(option?.value) } };
    await running.slack.press({ as, actionId: 'open:edit-post', from, chosen });
    return formOf(running, as);
  };
  const flag = (form: ViewRecord) => JSON.stringify(form.view.blocks).includes('"initial_options"');

  test('a post is renamed and made to administer, and that is taken away again', async () => {
    const form = await changePost(post);
    expect([fieldsIn(form), flag(form)]).toEqual([
      { section: '産業政策課', name: '未来技術班長', administrator: '' },
      false,
    ]);
    const problem = await fillIn(running, { name: '　' }, as);
    expect(problem).toMatchObject({ kind: 'errors', errors: { name: expect.anything() } });
    await fillIn(running, { name: '未来技術班 主査', administrator: { ticked: true } }, as);
    expect(wordsOf(await confirmation())).toContain(`${post} → 産業政策課 未来技術班 主査（管理者）`);
    expect(wordsOf(await roles())).toMatch(
      /未来技術班 主査（管理者）[\s\S]*<@U0TANAKA>[\s\S]*推進責任者: 8番/,
    );
    expect(flag(await changePost('産業政策課 未来技術班 主査'))).toBe(true);
    await fillIn(running, { administrator: { ticked: false } }, as);
    const undone = await press(running, await confirmation(), '取り消す', { as });
    expect(wordsOf(undone)).toContain('産業政策課 未来技術班 主査 → 産業政策課 未来技術班 主査（管理者）');
  });

  test('権限 履歴 tells all of it to administrators, each with its way back', async () => {
    await openForm('引き継ぎ');
    await fillIn(running, { person: { person: LEAD }, into: { person: STAFF }, reason: '異動' }, as);
    const page = await ask(running, '権限 履歴', { as });
    expect(wordsOf(page)).toMatch(
      /権限の履歴\n.*1–.*\n引き継ぎ\n<@U0SUZUKI>.*\s令和2年（2020年）8月24日（月） 9:0\d\n理由: 異動\n.*班長: <@U0TANAKA>\n.*班長: <@U0YAMADA>/,
    );
    const undone = await press(running, page, '取り消す', { as });
    expect(wordsOf(undone)).toMatch(/取り消しました[\s\S]*班長: <@U0TANAKA>/);
    expect(wordsOf(await ask(running, 'roles history', { as }))).toContain('引き継ぎ（取り消し済み）');
    expect(wordsOf(await ask(running, '8 履歴', { as }))).toMatch(
      /役割を追加[\s\S]*班長: 8番 .*（推進責任者）/,
    );
    expect(wordsOf(await ask(running, '権限 履歴'))).toMatch(/管理者だけができます[\s\S]*<@U0SUZUKI>/);
  });

  test('handing over moves the post and prints the hand-over sheet; it can be taken back', async () => {
    await openForm('引き継ぎ');
    await fillIn(running, { person: { person: LEAD }, into: { person: STAFF } }, as);
    const sheet = await confirmation();
    expect(wordsOf(sheet)).toMatch(/引き継ぎました。[\s\S]*<@U0TANAKA> → <@U0YAMADA>/);
    expect(wordsOf(sheet)).toContain(post);
    expect(wordsOf(sheet)).toContain('8番');
    expect(wordsOf(sheet)).toContain('13.9%/16.0%');
    expect(wordsOf(await roles())).toMatch(/担当者: <@U0YAMADA>[\s\S]*推進責任者: 8番/);
    const undone = await press(running, sheet, '取り消す', { as });
    expect(wordsOf(undone)).toContain('取り消しました');
    expect(wordsOf(await roles())).toContain('担当者: <@U0TANAKA>');
  });

  test('who has the role writes at once from then on, and who has lost it proposes', async () => {
    await openForm('引き継ぎ');
    await fillIn(running, { person: { person: LEAD }, into: { person: STAFF } }, as);
    for (const [who, told] of [
      [STAFF, '記録しました'],
      [LEAD, '提案として送りました'],
    ] as const) {
      const text = `/project 8 記録 R2.8.20 ${who}の記録`;
      await running.slack.command({ as: who, conversation: CHANNEL, text });
      await formOf(running, who);
      await fillIn(running, {}, who);
      expect(wordsOf(newestFor(running, who) ?? { blocks: [] })).toContain(told);
    }
  });

  test('引継書 tells what one holds oneself', async () => {
    expect(wordsOf(await ask(running, '引継書', { as: LEAD }))).toMatch(/担当者: <@U0TANAKA>[\s\S]*8番/);
    expect(wordsOf(await ask(running, 'handover', { as: STAFF }))).toContain('担当する職はありません');
  });

  test('who administers no more when the form is sent writes nothing, and learns whom to ask', async () => {
    await openForm('職を追加');
    await fillIn(running, { section: '産業政策課', name: '課長', administrator: { ticked: true } }, as);
    const form = await openForm('担当者を登録');
    const chosen = optionOf(form, 'post', '産業政策課 課長');
    await fillIn(running, { post: { chosen }, person: { person: STAFF } }, as);
    // 山田 administers by the post now, opens a form, and is released while it is open.
    const page = await roles(STAFF);
    const from = { kind: 'message', conversation: page.conversation, ts: page.ts } as const;
    await running.slack.press({ as: STAFF, actionId: actionOf(page, '職を追加'), from });
    await formOf(running, STAFF);
    await opened.database.prisma.occupancy.deleteMany({ where: { personId: STAFF } });
    await fillIn(running, { section: '産業政策課', name: '係長' }, STAFF);
    const told = await formOf(running, STAFF);
    expect(saidIn(told)).toMatch(/管理者だけができます[\s\S]*<@U0SUZUKI>/);
    expect(JSON.stringify(told.view.blocks)).toContain('係長');
    expect((await opened.store.listPosts()).map(({ name }) => name)).not.toContain('係長');
  });
});
