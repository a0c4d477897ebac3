import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { button, call, fresh, input, lastDelivery, modal, plain } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { LEAD, runSlack, STAFF } from './support/slack.ts';

let running: Running;
beforeEach(async () => {
  running = await runSlack();
});
afterEach(() => running.slack.stop());

const api = async (method: string, args: Json) => (await call(running.slack, method, args)).body;
const trigger = async () => (await fresh(running.slack)).trigger_id;
const open = async (view: Json = modal()) => api('views.open', { trigger_id: await trigger(), view });
const titles = () => running.slack.modals(STAFF).map(({ view }) => (view.title as { text: string }).text);
const pressable = (more: Json = {}) =>
  modal([{ type: 'actions', block_id: 'b', elements: [button('more')] }], more);

/** A trigger id out of the top modal. */
async function triggerFromModal(): Promise<unknown> {
  await running.slack.press({ as: STAFF, actionId: 'more' });
  return lastDelivery(running.slack).trigger_id;
}

describe('a trigger id', () => {
  test('opens one modal', async () => {
    const trigger_id = await trigger();
    expect(await api('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
    expect(await api('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  test.each([
    [3000, { ok: true }],
    [3001, { ok: false, error: 'expired_trigger_id' }],
  ])('after %d milliseconds', async (milliseconds, wanted) => {
    const trigger_id = await trigger();
    running.wall.advance(milliseconds);
    expect(await api('views.open', { trigger_id, view: modal() })).toMatchObject(wanted);
  });

  test('that was not given out is invalid', async () => {
    expect(await api('views.open', { trigger_id: '1.2.x', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  test('is not used up by a view that was refused', async () => {
    const trigger_id = await trigger();
    expect(await api('views.open', { trigger_id, view: {} })).toMatchObject({ error: 'invalid_arguments' });
    expect(await api('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
  });
});

describe('the stack', () => {
  test('holds three modals', async () => {
    await open(pressable({ title: plain('1') }));
    for (const title of ['2', '3']) {
      const args = { trigger_id: await triggerFromModal(), view: pressable({ title: plain(title) }) };
      expect(await api('views.push', args)).toMatchObject({ ok: true });
    }
    const fourth = { trigger_id: await triggerFromModal(), view: modal() };
    expect(await api('views.push', fourth)).toMatchObject({ error: 'push_limit_reached' });
    expect(titles()).toEqual(['1', '2', '3']);
  });

  test('names root and previous view', async () => {
    const first = (await open(pressable())).view as Json;
    const second = await api('views.push', { trigger_id: await triggerFromModal(), view: modal() });
    expect(second.view).toMatchObject({ root_view_id: first.id, previous_view_id: first.id });
  });

  test('takes no push with a trigger from outside it', async () => {
    expect(await api('views.push', { trigger_id: await trigger(), view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  test('grows by views.open too, when the trigger came out of it', async () => {
    await open(pressable({ title: plain('1') }));
    await api('views.open', { trigger_id: await triggerFromModal(), view: modal([], { title: plain('2') }) });
    expect(titles()).toEqual(['1', '2']);
  });

  test('begins anew with a slash command', async () => {
    await open(modal([], { title: plain('1') }));
    await open(modal([], { title: plain('2') }));
    expect(titles()).toEqual(['2']);
  });
});

describe('views.update', () => {
  test('changes a view and its hash', async () => {
    const before = (await open()).view as Json;
    const after = await api('views.update', {
      view_id: before.id,
      hash: before.hash,
      view: modal([], { title: plain('新') }),
    });
    expect(after).toMatchObject({ ok: true, view: { id: before.id, title: plain('新') } });
    expect((after.view as Json).hash).not.toBe(before.hash);
  });

  test('refuses an old hash', async () => {
    const before = (await open()).view as Json;
    const args = { view_id: before.id, hash: before.hash, view: modal() };
    await api('views.update', args);
    expect(await api('views.update', args)).toMatchObject({ error: 'hash_conflict' });
  });

  test('finds a view by external id, which is there once only', async () => {
    await open(pressable({ external_id: 'project-8' }));
    const view = modal([], { external_id: 'project-8' });
    expect(await api('views.push', { trigger_id: await triggerFromModal(), view })).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(await api('views.update', { external_id: 'project-8', view })).toMatchObject({ ok: true });
  });

  test.each([
    ['a view that was closed', { view_id: 'V0GONE' }, 'not_found'],
    ['no view at all', {}, 'invalid_arguments'],
  ])('of %s is refused', async (_name, args, error) => {
    expect(await api('views.update', { ...args, view: modal() })).toMatchObject({ error });
  });

  test('keeps what was typed where block and action stay, and drops it where they do not', async () => {
    const field = (id: string) => input(id, { type: 'plain_text_input' });
    const { view } = await open(
      modal([
        field('kept'),
        field('dropped'),
        { type: 'actions', block_id: 'b', elements: [button('more')] },
      ]),
    );
    const typed = (value: string) => ({ field: { type: 'plain_text_input', value } });
    await running.slack.press({
      as: STAFF,
      actionId: 'more',
      values: { kept: typed('港湾'), dropped: typed('道路') },
    });
    await api('views.update', { view_id: (view as Json).id, view: modal([field('kept'), field('new')]) });
    await running.slack.submit({ as: STAFF, values: { new: typed('空港') } });
    expect(lastDelivery(running.slack)).toMatchObject({
      view: { state: { values: { kept: typed('港湾'), new: typed('空港') } } },
    });
    expect(JSON.stringify(lastDelivery(running.slack))).not.toContain('道路');
  });
});

describe('views.publish', () => {
  const home = { type: 'home', blocks: [] };

  test('shows Home to one person', async () => {
    expect(await api('views.publish', { user_id: STAFF, view: home })).toMatchObject({ ok: true });
    expect(running.slack.home(STAFF)).toMatchObject({ view: home });
    expect(running.slack.home(LEAD)).toBeNull();
  });

  test('refuses an old hash, a modal and nobody', async () => {
    const first = await api('views.publish', { user_id: STAFF, view: home });
    await api('views.publish', { user_id: STAFF, view: home });
    const { hash } = first.view as Json;
    expect(await api('views.publish', { user_id: STAFF, view: home, hash })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await api('views.publish', { user_id: STAFF, view: modal() })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await api('views.publish', { user_id: 'U0NOBODY', view: home })).toMatchObject({
      error: 'invalid_arguments',
    });
  });
});
