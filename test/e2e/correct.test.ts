import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Indicator } from '../../src/domain/indicator.ts';
import { DEMO_PEOPLE } from '../../src/sandbox/demo-workspace.ts';
import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { CHANNEL, LEAD, openSeededStore, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, saidIn, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

const OTHER = DEMO_PEOPLE.administrator.id;

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

  /** What the table says of the indicator with a value of 13.9%. */
  const theRate = async (): Promise<Indicator> => {
    const project = await opened.store.findProject(8);
    const found = project?.indicators.find(({ name }) => name.includes('導入率'));
    if (found === undefined) throw new Error('there is no such indicator');
    return found;
  };

  /** Chooses the value in the menu of the indicators. */
  const choose = async (as: string) => {
    const page = await ask(running, '8 指標', { as });
    const { conversation, ts } = page;
    await running.slack.press({
      as,
      blockId: 'correct',
      actionId: 'open:correct-observation',
      chosen: { selected_option: { value: offered(page, /^13\.9%/) } },
      from: { kind: 'message', conversation, ts },
    });
    return formOf(running, as);
  };

  const told = (as: string): Message => {
    const message = newestFor(running, as);
    if (message === undefined) throw new Error('nothing was told');
    return message;
  };

  test('from the indicators: filled in, corrected, before → after, undone', async () => {
    const before = await theRate();
    const form = await choose(LEAD);
    expect(form.view.title).toMatchObject({ text: '指標の実績値を訂正' });
    expect(fieldsIn(form)).toMatchObject({ value: '13.9%', when: before.current?.asOf?.text });
    expect(saidIn(form)).toContain('これまでの値: 13.9%');
    expect(await submit(running, LEAD)).toEqual({
      kind: 'errors',
      errors: { value: expect.stringContaining('いまの内容と同じです') },
    });
    expect(await submit(running, LEAD, { value: '五割' })).toMatchObject({ kind: 'errors' });
    expect(await submit(running, LEAD, { value: '14.2%', reason: '転記の誤り' })).toEqual({ kind: 'taken' });
    expect(wordsOf(told(LEAD))).toContain('8番の指標の実績値を訂正しました。');
    expect(wordsOf(told(LEAD))).toContain('値: 13.9% → 14.2%');
    const after = await theRate();
    expect(after.current).toMatchObject({ value: { amount: '14.2' }, asOf: before.current?.asOf });
    expect(after.observations).toHaveLength(before.observations.length);
    const history = wordsOf(await ask(running, '8 履歴', { as: LEAD }));
    expect(history).toMatch(/指標の実績値を訂正/);
    expect(history).toContain('値: 13.9% → 14.2%');
    expect(history).toContain('理由: 転記の誤り');
    const page = await ask(running, '8 履歴', { as: LEAD });
    const undone = wordsOf(await press(running, page, '取り消す', { as: LEAD }));
    expect(undone).toContain('取り消しました');
    expect(undone).toContain('値: 14.2% → 13.9%');
    expect((await theRate()).current).toEqual(before.current);
  });

  test('from the history: the value that was just recorded', async () => {
    await running.slack.command({
      as: LEAD,
      conversation: CHANNEL,
      text: '/project 8 値 導入率 15.2% R2.8',
    });
    await formOf(running, LEAD);
    await submit(running, LEAD);
    const recorded = told(LEAD);
    const history = await ask(running, '8 履歴', { as: LEAD });
    const { conversation, ts } = history;
    const from = { kind: 'message', conversation, ts } as const;
    await running.slack.press({ as: LEAD, actionId: 'open:correct-observation', from });
    expect(fieldsIn(await formOf(running, LEAD))).toMatchObject({ value: '15.2%', when: 'R2.8' });
    await submit(running, LEAD, { value: '15.3%' });
    expect(wordsOf(told(LEAD))).toContain('値: 15.2% → 15.3%');
    expect((await theRate()).current).toMatchObject({ value: { amount: '15.3' } });
    await press(running, told(LEAD), '取り消す', { as: LEAD });
    await press(running, recorded, '取り消す', { as: LEAD });
    expect((await theRate()).current).toMatchObject({ value: { amount: '13.9' } });
  });

  test('who may not write proposes it', async () => {
    const before = await theRate();
    await choose(STAFF);
    await submit(running, STAFF, { value: '14.2%' });
    expect(wordsOf(told(STAFF))).toContain('まだ表には反映されていません');
    expect(await theRate()).toEqual(before);
  });
});

/** What the menu sends for the option with this label. */
function offered({ blocks }: Message, label: RegExp): string {
  const options = (blocks ?? [])
    .filter(({ block_id }) => block_id === 'correct')
    .flatMap(({ elements }) => jsonList(elements))
    .flatMap((element) => jsonList(element.options));
  const found = options.find(({ text }) => isJson(text) && label.test(String(text.text)));
  if (found === undefined) throw new Error(`the menu offers no ${label}`);
  return String(found.value);
}
