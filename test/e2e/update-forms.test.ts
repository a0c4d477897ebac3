import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEMO_PEOPLE } from '../../src/sandbox/demo-workspace.ts';
import { LEAD, openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, newestFor, pressIn, saidIn, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

const OTHER = DEMO_PEOPLE.administrator.id;

// What every form does when somebody was faster: every-form.test.ts.
const event = 'R2.11下旬 実証実験の開始';

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

  const entryOf = async (text: string) =>
    (await opened.store.findProject(10))?.milestones.find((each) => each.text === text);

  /** Opens the form of the event; deleting lies on editing. */
  const open = async (
    verb: 'edit-milestone' | 'postpone-event' | 'delete-milestone',
    as: string = LEAD,
  ): Promise<void> => {
    const id = (await entryOf(event))?.id;
    const page = await pageWith(running, '10 予定', { as, id });
    const isOnTop = verb === 'delete-milestone';
    await pressIn(running, page, { as, verb: isOnTop ? 'edit-milestone' : verb, id });
    const form = await formOf(running, as);
    if (!isOnTop) return;
    await running.slack.press({ as, actionId: `open:${verb}`, from: { kind: 'view', viewId: form.id } });
    await running.slack.until(() => running.slack.modals(as).at(-1)?.view.callback_id === `form:${verb}`);
  };

  test('somebody was faster: theirs can be left as it is', async () => {
    await open('postpone-event');
    await open('edit-milestone', OTHER);
    await submit(running, OTHER, { note: '山口市内で実施' });
    await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合' });
    await running.slack.press({ as: LEAD, actionId: 'keep-theirs' });
    const kept = await running.slack.until(() => {
      const top = running.slack.modals(LEAD).at(-1);
      return top && saidIn(top).includes('いまの内容のままにしました') ? top : null;
    });
    expect(kept.view.submit).toBeUndefined();
    expect(JSON.stringify(kept.view.blocks)).toContain('会場の都合');
    const message = newestFor(running, OTHER);
    if (message === undefined) throw new Error('there is no confirmation');
    await press(running, message, '取り消す', { as: OTHER });
  });

  test('the row was deleted while the form was open: said so, with what was typed', async () => {
    await open('postpone-event');
    await open('delete-milestone', OTHER);
    await submit(running, OTHER, { reason: '重複のため' });
    expect(await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合による' })).toEqual({
      kind: 'taken',
    });
    const [view] = running.slack.modals(LEAD);
    if (view === undefined) throw new Error('the form is gone');
    expect(saidIn(view)).toContain('データは変更されていません');
    expect(saidIn(view)).toContain(`変更した人: <@${OTHER}>`);
    expect(JSON.stringify(view.view.blocks)).toContain('会場の都合による');
    const message = newestFor(running, OTHER);
    if (message === undefined) throw new Error('there is no confirmation');
    await press(running, message, '取り消す', { as: OTHER });
  });

  test('the history says who, what and why, and takes back', async () => {
    await open('postpone-event');
    await submit(running, LEAD, { when: 'R3.2', reason: '会場の都合' });
    const page = await ask(running, '10 履歴', { as: LEAD });
    const words = wordsOf(page);
    expect(words).toMatch(/延期[ 　]実証実験の開始/);
    expect(words).toContain(`<@${LEAD}>`);
    expect(words).toContain('理由: 会場の都合');
    expect(words).toContain('時期: R2.11下旬 → R3.2');
    const undone = await press(running, page, '取り消す', { as: LEAD });
    expect(wordsOf(undone)).toContain('取り消しました');
    expect(wordsOf(await ask(running, '10 履歴', { as: LEAD }))).toContain('延期（取り消し済み）');
  });
});

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
