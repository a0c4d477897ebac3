import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, optionOf, saidIn } from './forms.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, fillIn, openDemoStore } from './roles-and-people.ts';
import { ask, press } from './talk.ts';

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
  const manage = (text = '管理', who: string = as) => ask(running, text, { as: who });

  /** Presses the button that opens a form: of the page, or beside the line that says `of`. */
  const openForm = async (
    page: Message,
    verb: string,
    { of = '', who = as }: { of?: string; who?: string } = {},
  ) => {
    const block = jsonList(page.blocks).find(
      (each) => JSON.stringify(each).includes(`open:${verb}`) && linesOfSection(each).includes(of),
    );
    if (block === undefined) throw new Error(`no button of ${verb} ${of}`);
    await running.slack.press({
      as: who,
      actionId: `open:${verb}`,
      blockId: String(block.block_id),
      from: { kind: 'message', conversation: page.conversation, ts: page.ts },
    });
    return formOf(running, who);
  };

  const told = (who: string = as) => wordsOf(newestFor(running, who) ?? { blocks: [] });

  test('the overview lists all with their way on, and adds one with the number that comes next', async () => {
    const page = await manage();
    expect(linesOfSections(page)).toContain('8. ');
    const form = await openForm(page, 'add-project');
    expect(fieldsIn(form)).toMatchObject({ number: '11' });
    const taken = await fillIn(running, { number: '8', name: '水素利活用プロジェクト' }, as);
    expect(taken).toMatchObject({ kind: 'errors', errors: { number: expect.stringContaining('すでに') } });
    const filled = { number: '１１', name: '水素利活用プロジェクト', aliases: '水素、H2' };
    expect(await fillIn(running, filled, as)).toEqual({ kind: 'taken' });
    expect(told()).toContain('水素利活用プロジェクト');
    expect(wordsOf(await ask(running, 'H2'))).toContain('11. 水素利活用プロジェクト');
    const undone = await press(running, newestFor(running, as) ?? page, '取り消す', { as });
    expect(wordsOf(undone)).toContain('取り消しました');
  });

  test('a project is renamed, renumbered and given other names', async () => {
    const page = await manage('8 管理');
    const form = await openForm(page, 'edit-project');
    expect(fieldsIn(form)).toMatchObject({ number: '8' });
    await fillIn(running, { number: '12', aliases: '未来技術、5G' }, as);
    expect(told()).toMatch(/番号: 8 → 12/);
    expect(wordsOf(await ask(running, '5G'))).toContain('12. ');
  });

  test('a project is retired with a reason, and its number is not free again', async () => {
    await openForm(await manage('9 管理'), 'retire-project');
    expect(saidIn(await formOf(running, as))).toContain('9. ');
    await fillIn(running, { reason: '目的を達したため' }, as);
    expect(told()).toContain('9番を終了し、一覧から外しました');
    expect(buttonsOf(newestFor(running, as) ?? { blocks: [] }).map(({ label }) => label)).toEqual([
      '取り消す',
      '終了したプロジェクト',
    ]);
    expect(wordsOf(await manage())).toContain('終了したプロジェクト: 9. ');
    expect(wordsOf(await ask(running, '9'))).toContain('9番のプロジェクトはありません');
  });

  test('a retired project is brought back by one tap, however often it is pressed', async () => {
    await openForm(await manage('9 管理'), 'retire-project');
    await fillIn(running, { reason: '誤り' }, as);
    const page = await press(running, await manage(), '終了したプロジェクト（1件）', { as });
    const restore = () =>
      running.slack.press({
        as,
        actionId: 'do:restore',
        from: { kind: 'message', conversation: page.conversation, ts: page.ts },
      });
    await Promise.all([restore(), restore()]);
    await running.slack.until(() => told().includes('9番を復活しました'));
    expect(wordsOf(await ask(running, '9 履歴', { as }))).toMatch(
      /プロジェクトを復活[\s\S]*状態: 終了 → 進行中/,
    );
    expect((await opened.store.history({ skip: 0, most: 2 })).changes.map(({ verb }) => verb)).toEqual([
      'restore-project',
      'retire-project',
    ]);
    expect(wordsOf(await manage('管理 終了'))).toContain('終了したプロジェクトはありません');
  });

  test('one that was merged is not: its names lead to the other', async () => {
    const form = await openForm(await manage('9 管理'), 'merge-projects');
    await fillIn(running, { into: { chosen: optionOf(form, 'into', /^8\./) } }, as);
    const page = await manage('管理 終了');
    const from = { kind: 'message', conversation: page.conversation, ts: page.ts } as const;
    await running.slack.press({ as, actionId: 'do:restore', from });
    await running.slack.until(() => told().includes('復活できませんでした'));
    expect(wordsOf(await ask(running, '9'))).not.toContain('9. ');
  });

  test('one project becomes part of another', async () => {
    const form = await openForm(await manage('9 管理'), 'merge-projects');
    await fillIn(running, { into: { chosen: optionOf(form, 'into', /^8\./) } }, as);
    expect(told()).toMatch(/9番を8番に統合しました。\n8\. /);
    expect(wordsOf(await ask(running, '9'))).not.toContain('9. ');
    expect(wordsOf(await manage('8 管理'))).toMatch(/別名: .*、9、/);
    const history = await ask(running, '8 履歴', { as });
    expect(wordsOf(history)).toMatch(/プロジェクトを統合\s\d\. /);
    expect(wordsOf(await press(running, history, '取り消す', { as }))).toMatch(/取り消しました.*\n\d\. /);
  });

  test('indicators, strands, working groups and programmes are added and changed', async () => {
    const indicator = { name: '実証件数', target: '5以上', unit: '件', cumulative: { ticked: true } };
    await openForm(await manage('8 管理'), 'add-indicator');
    await fillIn(running, indicator, as);
    expect(told()).toContain('実証件数');
    const change = await openForm(await lastPage('8 管理', '実証件数'), 'edit-indicator', { of: '実証件数' });
    expect(fieldsIn(change)).toMatchObject({ name: '実証件数', target: '5以上', unit: '件' });
    await fillIn(running, { target: '8' }, as);
    expect(told()).toMatch(/目標値: 5件 → 8件/);
    for (const [verb, name] of [
      ['strand', '実証フィールド'],
      ['working-group', '5G活用WG'],
      ['programme', '未来技術推進事業'],
    ] as const) {
      await openForm(await manage('8 管理'), `add-${verb}`);
      await fillIn(running, { name }, as);
      await openForm(await lastPage('8 管理', name), `edit-${verb}`, { of: name });
      await fillIn(running, { name: `${name}（改）` }, as);
      expect(linesOfSections(await lastPage('8 管理', name))).toContain(`${name}（改）`);
    }
  });

  test('a lead manages the parts of the own project, not the project itself; others are told whom to ask', async () => {
    const page = await manage('8 管理', LEAD);
    expect(JSON.stringify(page.blocks)).not.toContain('open:edit-project');
    await openForm(page, 'add-strand', { who: LEAD });
    await fillIn(running, { name: '実証フィールド' }, LEAD);
    expect(told(LEAD)).toContain('実証フィールド');
    expect(wordsOf(await manage('8 管理', STAFF))).toMatch(/次の方にご相談ください[\s\S]*<@U0TANAKA>/);
    expect(wordsOf(await manage('管理', LEAD))).toMatch(/管理者だけが[\s\S]*<@U0SUZUKI>/);
  });

  test('a role that is lost while the form is open writes nothing', async () => {
    await openForm(await manage('8 管理', LEAD), 'add-strand', { who: LEAD });
    const [post] = await opened.store.listPosts();
    const [role] = post?.roles ?? [];
    if (post === undefined || role === undefined) throw new Error('no role to take away');
    await opened.database.prisma.postRole.deleteMany();
    await fillIn(running, { name: '実証フィールド' }, LEAD);
    expect(told(LEAD)).toContain('提案として送りました');
  });

  /** The page of the parts on which something stands. */
  async function lastPage(text: string, wanted: string): Promise<Message> {
    for (let number = 1; number < 10; number += 1) {
      const page = await manage(`${text} p${number}`);
      if (linesOfSections(page).includes(wanted)) return page;
    }
    throw new Error(`${wanted} is on no page`);
  }
});

function linesOfSections({ blocks }: Message): string {
  return jsonList(blocks).map(linesOfSection).join('\n');
}

function linesOfSection({ text }: Readonly<Record<string, unknown>>): string {
  return isJson(text) ? String(text.text) : '';
}
