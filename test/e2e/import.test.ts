import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Json, jsonList, textOf } from '../../src/sandbox/slack/json.ts';
import { augustText } from '../reports/read/table-files.ts';
import { openEmptyStore } from '../support/fresh-stores.ts';
import { CHANNEL, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf } from './read-message.ts';
import { ADMINISTRATOR } from './roles-and-people.ts';
import { ask } from './talk.ts';

/** From an empty store to the next edition: the tests build on one another. */

let opened: OpenedStore;
let running: Running;
beforeAll(async () => {
  opened = await openEmptyStore();
}, 120_000);
beforeEach(async () => {
  const { store } = opened;
  running = await run({
    intake: 'http',
    reader: store,
    changes: store,
    reports: store,
    administrators: [ADMINISTRATOR],
  });
});
afterEach(async () => {
  expect(await running.stop()).toEqual([]);
});
afterAll(() => opened.cleanUp());

const wordsOf = (view: Json): string => JSON.stringify(view.blocks);

/** The person's open view, once its words say so. */
function viewSaying(said: string | RegExp): Promise<Json> {
  return running.slack.until(() => {
    const view = running.slack.modals(ADMINISTRATOR).at(-1)?.view;
    return view !== undefined && new RegExp(said).test(wordsOf(view)) ? view : null;
  });
}

async function open(): Promise<void> {
  await running.slack.command({ as: ADMINISTRATOR, conversation: CHANNEL, text: '/project 取込' });
  await viewSaying('file_input');
}

/** Hands the file over and gives the review. */
async function hand(name: string, bytes: Buffer, said: string | RegExp): Promise<Json> {
  await open();
  const file = running.slack.upload({ as: ADMINISTRATOR, name, bytes });
  const values = { file: { file: { type: 'file_input', files: [file] } } };
  await running.slack.submit({ as: ADMINISTRATOR, values });
  return viewSaying(said);
}

/** Presses the button of the open view of which the label or the spoken words say so. */
async function press(label: RegExp): Promise<void> {
  const record = running.slack.modals(ADMINISTRATOR).at(-1);
  const buttons = jsonList(record?.view.blocks).flatMap((block) => jsonList(block.elements));
  const button = buttons.find((each) =>
    label.test(`${JSON.stringify(each.text)} ${textOf(each.accessibility_label)}`),
  );
  if (record === undefined || button === undefined) throw new Error(`there is no button ${label}`);
  const actionId = textOf(button.action_id) ?? '';
  await running.slack.press({ as: ADMINISTRATOR, from: { kind: 'view', viewId: record.id }, actionId });
}

const february = async () =>
  Buffer.from(
    (await augustText())
      .toString('utf8')
      .replace('令和2年（2020年）8月', '令和3年（2021年）2月')
      .replace('経営者意識啓発セミナーの開催(H30.11)', '経営者の意識啓発セミナーの開催(H30.11)')
      .replace('R2.8.19)', 'R2.2.30)'),
  );

test('an empty store leads to its first edition', async () => {
  const empty = await ask(running, '', { as: ADMINISTRATOR });
  expect(buttonsOf(empty).map(({ label }) => label)).toContain('ファイルを選ぶ');
  await hand('report.txt', await augustText(), /令和2年8月版として読み取りました: 10件/);
  await press(/推定も含めて登録（217件）/);
  await viewSaying(/217件を登録しました/);
  expect((await opened.store.listProjects()).map(({ number }) => number)).toHaveLength(10);
});

test('the same edition once more: nothing to do', async () => {
  const view = await hand('report.txt', await augustText(), /今の内容と同じです/);
  expect(wordsOf(view)).not.toContain('import:certain');
});

test('the next edition: a date that is none is put right, one row is kept by itself, the rest at once', async () => {
  const view = await hand('february.txt', await february(), /令和3年2月版/);
  expect(wordsOf(view)).toContain('「R2.2.30」という日付はありません');
  await press(/直す 10番 取組/);
  const form = await viewSaying('plain_text_input');
  const block = textOf(jsonList(form.blocks).find(({ type }) => type === 'input')?.block_id) ?? '';
  const right = '■地域コホート研究連携に関する合意書の締結 (R2.8.19)';
  await running.slack.submit({
    as: ADMINISTRATOR,
    values: { [block]: { line: { type: 'plain_text_input', value: right } } },
  });
  await viewSaying('直して読み直しました');
  await press(/これを登録 4番 取組/);
  await viewSaying(/1件を登録しました/);
  await press(/確かなものをすべて/);
  await viewSaying(/件を登録しました/);
  const fourth = await opened.store.findProject(4);
  expect(fourth?.milestones.some(({ text }) => text.startsWith('経営者の意識啓発'))).toBe(true);
  const { changes } = await opened.store.history({ skip: 0, most: 10 });
  expect(changes.map(({ verb }) => verb)).toContain('import-edition');
});

test('a wrong file gets one answer, and others learn whom to ask', async () => {
  await hand('minutes.docx', Buffer.from('議事録'), /中身が \.docx ではありません/);
  await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/project 取込' });
  const refused = await running.slack.until(() => {
    const view = running.slack.modals(STAFF).at(-1)?.view;
    return view !== undefined && wordsOf(view).includes('管理者だけ') ? view : null;
  });
  expect(wordsOf(refused)).toContain(ADMINISTRATOR);
});

test('a file of somebody else is not read', async () => {
  await open();
  const file = running.slack.upload({ as: STAFF, name: 'report.txt', bytes: await augustText() });
  await running.slack.submit({
    as: ADMINISTRATOR,
    values: { file: { file: { type: 'file_input', files: [file] } } },
  });
  await viewSaying('ファイルを受け取れませんでした');
});
