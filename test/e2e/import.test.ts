import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Json, jsonList, textOf } from '../../src/sandbox/slack/json.ts';
import type { Values } from '../../src/sandbox/slack/state/views.ts';
import { augustText } from '../reports/read/table-files.ts';
import { openEmptyStore } from '../support/fresh-stores.ts';
import { CHANNEL, ENGLISH, eachIntake, type Running, run, STAFF } from '../support/running.ts';
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
/** Every second test over Socket Mode: behind the door it makes no difference. */
let turn = 0;
beforeEach(async () => {
  const { store } = opened;
  const intake = eachIntake[turn % eachIntake.length]?.[1] ?? 'http';
  turn += 1;
  running = await run({
    intake,
    reader: store,
    changes: store,
    reports: store,
    administrators: [ADMINISTRATOR, ENGLISH],
  });
});
afterEach(async () => {
  expect(await running.stop()).toEqual([]);
});
afterAll(() => opened.cleanUp());

const wordsOf = (view: Json): string => JSON.stringify(view.blocks);

/** The person's open view, once its words say so. */
function viewSaying(said: string | RegExp, as: string = ADMINISTRATOR): Promise<Json> {
  return running.slack.until(() => {
    const view = running.slack.modals(as).at(-1)?.view;
    return view !== undefined && new RegExp(said).test(wordsOf(view)) ? view : null;
  });
}

async function open(as: string = ADMINISTRATOR): Promise<void> {
  await running.slack.command({ as, conversation: CHANNEL, text: '/project 取込' });
  await viewSaying('file_input', as);
}

/** Hands the file over and gives the review. */
async function hand(
  name: string,
  bytes: Buffer,
  said: string | RegExp,
  as: string = ADMINISTRATOR,
): Promise<Json> {
  await open(as);
  const file = running.slack.upload({ as, name, bytes });
  const values = { file: { file: { type: 'file_input', files: [file] } } };
  await running.slack.submit({ as, values });
  return viewSaying(said, as);
}

/** Presses the button of the open view of which the label or the spoken words say so. */
async function press(label: RegExp, values: Values = {}): Promise<void> {
  const record = running.slack.modals(ADMINISTRATOR).at(-1);
  const buttons = jsonList(record?.view.blocks).flatMap((block) => jsonList(block.elements));
  const button = buttons.find((each) =>
    label.test(`${JSON.stringify(each.text)} ${textOf(each.accessibility_label)}`),
  );
  if (record === undefined || button === undefined) throw new Error(`there is no button ${label}`);
  const actionId = textOf(button.action_id) ?? '';
  await running.slack.press({
    as: ADMINISTRATOR,
    from: { kind: 'view', viewId: record.id },
    actionId,
    values,
  });
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
  expect(buttonsOf(empty).map(({ label }) => label)).toContain('表のファイルを取り込む');
  await hand('report.txt', await augustText(), /令和2年8月版として読み取りました。プロジェクトは10件/);
  await press(/「おそらく」も含めて登録（217件）/);
  await viewSaying(/217件を登録しました/);
  expect((await opened.store.listProjects()).map(({ number }) => number)).toHaveLength(10);
});

test('the same edition once more: nothing to do', async () => {
  const view = await hand('report.txt', await augustText(), /いまの内容と同じです/);
  expect(wordsOf(view)).not.toContain('import:certain');
});

test('a later edition with the same content is kept as that one', async () => {
  const september = (await augustText()).toString('utf8').replace('（2020年）8月', '（2020年）9月');
  await hand('september.txt', Buffer.from(september), /いまの内容と同じです/);
  await press(/令和2年9月版として登録/);
  await viewSaying(/令和2年9月版として登録しました/);
  expect((await opened.store.findProject(8))?.edition?.key).toBe('2020-09');
});

test('the next edition: a date that is none is put right, one row is kept by itself, the rest at once', async () => {
  const view = await hand('february.txt', await february(), /令和3年2月版/);
  expect(wordsOf(view)).toContain('「R2.2.30」という日付はありません');
  await press(/選んで登録/);
  const choices = await viewSaying('checkboxes');
  // How many there are stands once where they fit on a page, and what is cut ends as it began.
  expect(wordsOf(choices).match(/\d+件/gu)).toHaveLength(1);
  for (const { text } of optionsIn(choices)) expect(textOf((text as Json).text)).toMatch(/」$/u);
  await running.slack.closeView({ as: ADMINISTRATOR });
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
  await press(/「確実」をすべて登録/);
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

const march = async () => {
  const entries = Array.from({ length: 60 }, (_, at) => `<p>■第${at + 1}期の商談会の開催(R3.2)</p>`).join(
    ' ',
  );
  return Buffer.from(
    (await february())
      .toString('utf8')
      .replace('令和3年（2021年）2月', '令和3年（2021年）3月')
      .replaceAll('R2.2.30)', 'R2.8.19)')
      .replace('<p>■企業誘致活動（重点成長', `${entries} <p>■企業誘致活動（重点成長`)
      .replace('<p>■大都市圏に向けた情報発信</p>', ''),
  );
};

const optionsIn = (view: Json): readonly Json[] =>
  jsonList(view.blocks).flatMap(({ element }) => jsonList((element as Json | undefined)?.options));

/** The boxes of the view of which the words say so, as a person ticks them. */
function ticking(view: Json, said: RegExp): Values {
  const boxes = jsonList(view.blocks).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    boxes.map((block) => {
      const options = jsonList((block.element as Json).options);
      const selected = options.filter(({ text }) => said.test(JSON.stringify(text)));
      return [textOf(block.block_id) ?? '', { rows: { type: 'checkboxes', selected_options: selected } }];
    }),
  );
}

test('more rows than a page holds: what was chosen on each is kept and taken back together', async () => {
  const before = (await opened.store.findProject(3))?.milestones.length ?? 0;
  await hand('march.txt', await march(), /令和3年3月版/);
  await press(/選んで登録/);
  const first = await viewSaying(/1–50 \/ 6\d件/);
  expect(optionsIn(first)).toHaveLength(50);
  await press(/次の1\d件/, ticking(first, /第7期|表にない|大都市圏/));
  const second = await viewSaying(/51–6\d \/ 6\d件.*ほかのページで選んだもの 2件/);
  await press(/前の50件/, ticking(second, /第59期/));
  const again = await viewSaying(/1–50 \/ 6\d件.*ほかのページで選んだもの 1件/);
  const kept = jsonList(again.blocks).flatMap(({ element }) =>
    jsonList((element as Json | undefined)?.initial_options),
  );
  expect(kept).toHaveLength(2);
  await running.slack.submit({ as: ADMINISTRATOR });
  await viewSaying(/3件を登録しました/);
  const texts = async () => (await opened.store.findProject(3))?.milestones.map(({ text }) => text) ?? [];
  expect((await texts()).filter((text) => /^第(?:7|59)期/u.test(text))).toHaveLength(2);
  expect(await texts()).not.toContain('大都市圏に向けた情報発信');
  await press(/取り消す/);
  await viewSaying('取り消しました');
  expect(await texts()).toHaveLength(before);
  expect(await texts()).toContain('大都市圏に向けた情報発信');
});

test('what is gone from the table is taken away by its own button, which asks once more', async () => {
  const view = await hand('march.txt', await march(), /令和3年3月版/);
  const button = jsonList(view.blocks)
    .flatMap((block) => jsonList(block.elements))
    .find(({ accessibility_label: spoken }) => /取り除く.*大都市圏/u.test(textOf(spoken) ?? ''));
  expect(JSON.stringify(button?.confirm)).toContain('大都市圏に向けた情報発信');
  await press(/取り除く.*大都市圏/);
  await viewSaying(/1件を登録しました/);
  const third = await opened.store.findProject(3);
  expect(third?.milestones.map(({ text }) => text)).not.toContain('大都市圏に向けた情報発信');
});

test('people whose Slack is English review in English', async () => {
  const view = await hand('march.txt', await march(), /Read as the edition/, ENGLISH);
  const words = wordsOf(view);
  expect(words).toMatch(/Choose/);
  // What the table says stays as it is written.
  expect(words.replaceAll(/[「“][^」”]*[」”]/gu, '')).not.toMatch(/登録|版の|件/u);
});
