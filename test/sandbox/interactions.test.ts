import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { button, call, lastDelivery, plain } from './support/api.ts';
import type { Bot } from './support/bot.ts';
import { runBot } from './support/bot.ts';
import { answerForm, option, text } from './support/form-bot.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, LEAD, runSlack, STAFF } from './support/slack.ts';

describe.each(['http', 'socket'] as const)('interactions over %s', (transport) => {
  let running: Running;
  let bot: Bot;
  beforeEach(async () => {
    running = await runSlack();
    bot = await runBot(running.slack, transport, answerForm);
    await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo' });
    await running.slack.until(() => running.slack.modals(STAFF).length === 1);
  });
  afterEach(async () => {
    await bot.stop();
    await running.slack.stop();
  });
  const submit = (what: string | null, values = {}) =>
    running.slack.submit({ as: STAFF, values: { what: text(what), ...values } });
  const titles = () => running.slack.modals(STAFF).map(({ view }) => (view.title as { text: string }).text);

  test('a submission carries every field: typed, initial or null', async () => {
    expect(await submit('実証を開始')).toEqual({ kind: 'taken' });
    expect(lastDelivery(running.slack)).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'form',
        state: {
          values: {
            what: text('実証を開始'),
            rate: { field: { type: 'number_input', value: null } },
            when: { field: { type: 'datepicker', selected_date: '2020-08-24' } },
            project: { field: { type: 'external_select', selected_option: null } },
            who: { user: { type: 'users_select', selected_user: null } },
            b: { tick: { type: 'checkboxes', selected_options: [] } },
          },
        },
      },
    });
  });

  test('a button holds nothing in the state', async () => {
    await submit('実証を開始');
    const { view } = lastDelivery(running.slack) as { view: { state: { values: Json } } };
    expect(view.state.values.b).not.toHaveProperty('go');
  });

  test.each([
    ['done', []],
    ['clear', []],
    ['update', ['次']],
    ['push', ['記録', '次']],
  ])('a submission answered with %s', async (what, modals) => {
    expect(await submit(what)).toEqual({ kind: 'taken' });
    expect(titles()).toEqual(modals);
  });

  test('errors of the bot stand at their field, and the modal stays', async () => {
    expect(await submit('errors')).toEqual({ kind: 'errors', errors: { what: '短すぎます。' } });
    expect(titles()).toEqual(['記録']);
  });

  test.each([
    ['lost errors', 'errors for no input block: nowhere'],
    ['bad update', 'missing required field: title'],
  ])('an answer that Slack cannot show: %s', async (what, problem) => {
    expect(await submit(what)).toMatchObject({ kind: 'trouble' });
    expect(running.slack.refusals).toMatchObject([
      { method: 'view_submission', problem: expect.stringContaining(problem) },
    ]);
    expect(titles()).toEqual(['記録']);
  });

  test('no answer within three seconds is told, and the modal stays', async () => {
    const alarms = running.wall.pending();
    const submitted = submit('never');
    await running.slack.until(() => running.wall.pending() > alarms);
    running.wall.advance(3000);
    expect(await submitted).toMatchObject({ kind: 'trouble' });
    expect(titles()).toEqual(['記録']);
  });

  test.each<[string, string | null, Json]>([
    ['a required field is empty', null, {}],
    ['a text is too short', 'x', {}],
  ])('Slack’s client asks again when %s', async (_name, what) => {
    expect(await submit(what)).toMatchObject({ kind: 'errors', errors: { what: expect.any(String) } });
    expect(lastDelivery(running.slack).type).not.toBe('view_submission');
  });

  test.each(['abc', '１００', '100.1'])('Slack’s client refuses the number %s', async (value) => {
    const rate = { field: { type: 'number_input', value } };
    expect(await submit('実証', { rate })).toMatchObject({
      kind: 'errors',
      errors: { rate: expect.any(String) },
    });
  });

  test('closing is told when the bot asked for it', async () => {
    await running.slack.closeView({ as: STAFF });
    expect(lastDelivery(running.slack)).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(titles()).toEqual([]);
  });

  test('closing the whole stack is told as such', async () => {
    await running.slack.closeView({ as: STAFF, all: true });
    expect(lastDelivery(running.slack)).toMatchObject({ type: 'view_closed', is_cleared: true });
  });

  test('a button in a modal brings the state, a trigger and no response URL', async () => {
    await running.slack.press({ as: STAFF, actionId: 'go', values: { what: text('途中') } });
    const payload = lastDelivery(running.slack);
    expect(payload).toMatchObject({
      type: 'block_actions',
      actions: [{ type: 'button', action_id: 'go', block_id: 'b', value: '8', text: plain('押す') }],
      view: { state: { values: { what: text('途中') } } },
      container: { type: 'view' },
    });
    expect(payload).not.toHaveProperty('response_url');
  });

  test('a choice is kept for the next press and the submission', async () => {
    await running.slack.press({
      as: STAFF,
      actionId: 'tick',
      chosen: { selected_options: [{ value: '済' }] },
    });
    await submit('実証');
    expect(lastDelivery(running.slack)).toMatchObject({
      view: { state: { values: { b: { tick: { selected_options: [option('済')] } } } } },
    });
  });

  test('what is not offered cannot be chosen', async () => {
    const press = running.slack.press({
      as: STAFF,
      actionId: 'tick',
      chosen: { selected_options: [{ value: 'よそ' }] },
    });
    await expect(press).rejects.toThrow('not among the options');
  });

  test('an external select asks the bot, from the first character on', async () => {
    expect(
      await running.slack.suggest({ as: STAFF, actionId: 'field', blockId: 'project', typed: '港' }),
    ).toEqual([{ text: plain('港'), value: '8' }]);
    expect(
      await running.slack.suggest({ as: STAFF, actionId: 'field', blockId: 'project', typed: '' }),
    ).toEqual([]);
  });

  test('101 suggestions are refused', async () => {
    expect(
      await running.slack.suggest({ as: STAFF, actionId: 'field', blockId: 'project', typed: '多' }),
    ).toEqual([]);
    expect(running.slack.refusals).toMatchObject([{ method: 'block_suggestion' }]);
  });

  test('a global shortcut opens a modal', async () => {
    await running.slack.shortcut({ as: LEAD, callbackId: 'open' });
    await running.slack.until(() => running.slack.modals(LEAD).length === 1);
    expect(lastDelivery(running.slack)).toMatchObject({ type: 'shortcut', callback_id: 'open' });
  });

  test('a message shortcut brings the message and a response URL', async () => {
    const { ts } = await running.slack.say({ as: LEAD, conversation: CHANNEL, text: '実証を開始' });
    await running.slack.shortcut({ as: STAFF, callbackId: 'record', on: { conversation: CHANNEL, ts } });
    expect(lastDelivery(running.slack)).toMatchObject({
      type: 'message_action',
      message: { text: '実証を開始', user: LEAD },
    });
    await running.slack.until(() =>
      running.slack.messages(CHANNEL, STAFF).some((each) => each.text === '記録しました。'),
    );
  });
});

describe('a button under a message', () => {
  let running: Running;
  beforeEach(async () => {
    running = await runSlack();
  });
  afterEach(() => running.slack.stop());
  const blocks = [{ type: 'actions', block_id: 'b', elements: [button('go')] }];

  test('brings the message that all can see', async () => {
    await call(running.slack, 'chat.postMessage', { channel: CHANNEL, text: '前', blocks });
    await running.slack.press({ as: LEAD, actionId: 'go' });
    expect(lastDelivery(running.slack)).toMatchObject({
      message: { text: '前', bot_id: 'B0SHINCHOKU' },
      container: { is_ephemeral: false },
      channel: { id: CHANNEL },
      response_url: expect.stringContaining('/actions/'),
    });
  });

  test('brings nothing of an ephemeral message, which others cannot press', async () => {
    await call(running.slack, 'chat.postEphemeral', { channel: CHANNEL, user: STAFF, text: '前', blocks });
    await running.slack.press({ as: STAFF, actionId: 'go' });
    expect(lastDelivery(running.slack)).toMatchObject({ container: { is_ephemeral: true } });
    expect(lastDelivery(running.slack)).not.toHaveProperty('message');
    await expect(running.slack.press({ as: LEAD, actionId: 'go' })).rejects.toThrow('sees no element');
  });
});
