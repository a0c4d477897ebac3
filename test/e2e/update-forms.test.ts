import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Project } from '../../src/domain/project.ts';
import { DEMO_PEOPLE } from '../../src/sandbox/demo-workspace.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { LEAD, openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { type Filling, fieldsIn, formOf, newestFor, pressIn, saidIn, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

const OTHER = DEMO_PEOPLE.administrator.id;

interface Case {
  /** As the person says it. */
  readonly form: string;
  readonly verb: string;
  /** The beginning of an entry of project 10 that it changes. */
  readonly entry?: string;
  readonly wrong: Filling;
  readonly error: Readonly<Record<string, RegExp>>;
  readonly right: Filling;
  /** What the confirmation says. */
  readonly told: readonly (string | RegExp)[];
}

const event = 'R2.11下旬 実証実験の開始';

const cases: readonly Case[] = [
  {
    form: '進捗を記録',
    verb: 'record-milestone',
    wrong: { text: '協定を締結', when: 'R2.2.30' },
    error: { when: /2月は29日まで.*例: R2\.8\.25/ },
    right: { when: 'R2.8.20', figures: '12社30名' },
    told: ['10番に進捗を記録しました。', '協定を締結', '時期: R2.8.20', '数字: 12社30名'],
  },
  {
    form: '予定を追加',
    verb: 'plan-event',
    wrong: { text: '説明会', when: 'そのうち' },
    error: { when: /日付や期間の書き方ではない/ },
    right: { when: 'R2.11下旬' },
    told: ['10番に予定を追加しました。', '説明会', '時期: R2.11下旬'],
  },
  {
    form: '値を記録',
    verb: 'record-observation',
    wrong: { value: '5', when: 'R2.8' },
    error: { value: /数値ではなく状態/ },
    right: { value: '実現' },
    told: ['10番の指標の値を記録しました。', '値: 実施中 → 実現', /時点: .* → R2\.8/],
  },
  {
    form: '実施済み',
    verb: 'complete-event',
    entry: event,
    wrong: { when: 'R3.1' },
    error: { when: /まだ来ていない時期/ },
    right: { when: 'R2.8.20', figures: '30名' },
    told: [
      '実施済みにしました',
      '状態: 予定 → 実施済み',
      '時期: R2.11下旬 → R2.8.20',
      '数字: （なし） → 30名',
    ],
  },
  {
    form: '延期',
    verb: 'postpone-event',
    entry: event,
    wrong: { when: '6/11', reason: '会場の都合' },
    error: { when: /何年かを付けてください/ },
    right: { when: 'R3.2' },
    told: ['延期しました', '時期: R2.11下旬 → R3.2', '当初の予定: （なし） → R2.11下旬'],
  },
  {
    form: '中止',
    verb: 'cancel-event',
    entry: event,
    wrong: { reason: '　' },
    error: { reason: /入力してください.*例: 会場の都合/ },
    right: { reason: '参加者が集まらないため' },
    told: ['中止にしました', '状態: 予定 → 中止'],
  },
  {
    form: '時期を絞る',
    verb: 'sharpen-event',
    entry: event,
    wrong: { when: 'R2.12.5' },
    error: { when: /（R2\.11下旬）の中に入っていません/ },
    right: { when: 'R2.11.25' },
    told: ['時期を絞りました', '時期: R2.11下旬 → R2.11.25'],
  },
  {
    form: '変更',
    verb: 'edit-milestone',
    entry: event,
    wrong: {},
    error: { text: /いまの内容と同じです/ },
    right: { text: '実証実験の開始（第1期）' },
    told: ['記録を変更しました', '内容: R2.11下旬 実証実験の開始 → 実証実験の開始（第1期）'],
  },
  {
    form: '削除',
    verb: 'delete-milestone',
    entry: event,
    wrong: { reason: '　' },
    error: { reason: /入力してください/ },
    right: { reason: '重複のため' },
    told: ['記録を削除しました', event, '表から外れました'],
  },
];

describe('over HTTP', () => {
  let opened: OpenedStore;
  let running: Running;
  beforeAll(async () => {
    opened = await openSeededStore();
  });
  afterAll(() => opened.cleanUp());
  beforeEach(async () => {
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, changes: store, administrators: [LEAD, OTHER] });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  /** All that the table says, without the versions that every change counts up. */
  const theTable = async (): Promise<unknown> =>
    JSON.parse(JSON.stringify(await theProject(), (key, value) => (key === 'version' ? undefined : value)));
  const theProject = async (): Promise<Project> => {
    const project = await opened.store.findProject(10);
    if (project === null) throw new Error('there is no project 10');
    return project;
  };
  const entryOf = async (text: string) => (await theProject()).milestones.find((each) => each.text === text);

  /** Opens the form from a line or from the button that carries the row. */
  const open = async (
    { verb, entry }: Pick<Case, 'verb' | 'entry'>,
    as: string = LEAD,
  ): Promise<ViewRecord> => {
    const id = entry === undefined ? undefined : (await entryOf(entry))?.id;
    const page = await pageWith(running, entry === undefined ? '10' : '10 予定', { as, id });
    const first = verb === 'delete-milestone' || verb === 'sharpen-event' ? 'edit-milestone' : verb;
    await pressIn(running, page, { as, verb: first, id });
    const form = await formOf(running, as);
    if (verb === first) return form;
    if (verb === 'sharpen-event') {
      await running.slack.closeView({ as });
      return openAsSharpened(running, page, { as, id });
    }
    await running.slack.press({ as, actionId: `open:${verb}`, from: { kind: 'view', viewId: form.id } });
    return running.slack.until(() => {
      const top = running.slack.modals(as).at(-1);
      return top?.view.callback_id === `form:${verb}` ? top : null;
    });
  };

  test.each(cases)('$form: opened, corrected, written, undone', async (given) => {
    const before = await theTable();
    await open(given);
    const refused = await submit(running, LEAD, given.wrong);
    expect(refused).toEqual({
      kind: 'errors',
      errors: Object.fromEntries(
        Object.entries(given.error).map(([field, error]) => [field, expect.stringMatching(error)]),
      ),
    });
    const [form] = running.slack.modals(LEAD).slice(-1);
    if (form === undefined) throw new Error('the form is gone');
    expect(fieldsIn(form)).toMatchObject(given.wrong);
    expect(await submit(running, LEAD, given.right)).toEqual({ kind: 'taken' });
    expect(running.slack.modals(LEAD)).toEqual([]);
    const told = newestFor(running, LEAD);
    if (told === undefined) throw new Error('there is no confirmation');
    for (const part of given.told)
      expect(wordsOf(told)).toMatch(part instanceof RegExp ? part : literal(part));
    expect(await theTable()).not.toEqual(before);
    const undone = await press(running, told, '取り消す', { as: LEAD });
    expect(wordsOf(undone)).toContain('取り消しました');
    expect(await theTable()).toEqual(before);
  });

  const onRows = cases.filter(({ entry }) => entry !== undefined);

  test.each(onRows)('$form: somebody was faster: both versions, and mine stays', async (given) => {
    await open(given);
    const form = running.slack.modals(LEAD).at(-1);
    await open({ verb: 'edit-milestone', entry: event }, OTHER);
    await submit(running, OTHER, { note: '山口市内で実施' });
    const other = newestFor(running, OTHER);
    const mine = { ...given.wrong, ...given.right };
    expect(await submit(running, LEAD, mine)).toEqual({ kind: 'taken' });
    const conflict = running.slack.modals(LEAD).at(-1);
    expect(conflict?.id).toBe(form?.id);
    if (conflict === undefined) throw new Error('the form is gone');
    expect(saidIn(conflict)).toContain('ほかの方が変更しました');
    expect(saidIn(conflict)).toContain('備考: 山口市内で実施');
    expect(saidIn(conflict)).toContain(`<@${OTHER}>`);
    expect(fieldsIn(conflict)).toMatchObject(mine);
    expect(await submit(running, LEAD)).toEqual({ kind: 'taken' });
    expect(running.slack.modals(LEAD)).toEqual([]);
    for (const [as, message] of [
      [LEAD, newestFor(running, LEAD)],
      [OTHER, other],
    ] as const) {
      if (message === undefined) throw new Error('there is no confirmation');
      expect(wordsOf(await press(running, message, '取り消す', { as }))).toContain('取り消しました');
    }
  });

  test('somebody was faster: theirs can be left as it is', async () => {
    await open({ verb: 'postpone-event', entry: event });
    await open({ verb: 'edit-milestone', entry: event }, OTHER);
    await submit(running, OTHER, { note: '山口市内で実施' });
    await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合' });
    await running.slack.press({ as: LEAD, actionId: 'keep-theirs' });
    const kept = await running.slack.until(() => {
      const top = running.slack.modals(LEAD).at(-1);
      return top && saidIn(top).includes('いまの内容のままにしました') ? top : null;
    });
    expect(kept.view.submit).toBeUndefined();
    const message = newestFor(running, OTHER);
    if (message === undefined) throw new Error('there is no confirmation');
    await press(running, message, '取り消す', { as: OTHER });
  });

  test('the row was deleted while the form was open: said so, with what was typed', async () => {
    await open({ verb: 'postpone-event', entry: event });
    await open({ verb: 'delete-milestone', entry: event }, OTHER);
    await submit(running, OTHER, { reason: '重複のため' });
    expect(await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合による' })).toEqual({
      kind: 'taken',
    });
    const [view] = running.slack.modals(LEAD);
    if (view === undefined) throw new Error('the form is gone');
    expect(saidIn(view)).toContain('データは変更されていません');
    expect(JSON.stringify(view.view.blocks)).toContain('会場の都合による');
    const message = newestFor(running, OTHER);
    if (message === undefined) throw new Error('there is no confirmation');
    await press(running, message, '取り消す', { as: OTHER });
  });

  test('the history says who, what and why, and takes back', async () => {
    await open({ verb: 'postpone-event', entry: event });
    await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合' });
    const page = await ask(running, '10 履歴', { as: LEAD });
    const words = wordsOf(page);
    expect(words).toMatch(/延期.*R2\.11下旬 実証実験の開始/);
    expect(words).toContain(`<@${LEAD}>`);
    expect(words).toContain('理由: 会場の都合');
    expect(words).toContain('時期: R2.11下旬 → R3.2');
    const undone = await press(running, page, '取り消す', { as: LEAD });
    expect(wordsOf(undone)).toContain('取り消しました');
    expect(wordsOf(await ask(running, '10 履歴', { as: LEAD }))).toContain('延期（取り消し済み）');
  });
});

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** The page of a list on which the row has its buttons. */
async function pageWith(
  running: Running,
  asked: string,
  { as, id }: { readonly as: string; readonly id: string | undefined },
) {
  let page = await ask(running, asked, { as });
  while (id !== undefined && !JSON.stringify(page.blocks).includes(id)) {
    page = await press(running, page, /^次の/, { as });
  }
  return page;
}

/** The button stands there only once the time has come: a week into it. */
async function openAsSharpened(
  running: Running,
  _page: unknown,
  { as, id }: { readonly as: string; readonly id: string | undefined },
): Promise<ViewRecord> {
  const days = 92;
  running.clock.advance(days * 86_400_000);
  const page = await pageWith(running, '10 予定', { as, id });
  await pressIn(running, page, { as, verb: 'sharpen-event', id });
  return formOf(running, as);
}
