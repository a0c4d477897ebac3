import type { App, types, ViewResponseAction } from '@slack/bolt';
import { button, input, modal, plain, section } from './api.ts';

/** A choice that is called as its value. */
export const option = (value: string) => ({ text: plain(value), value });
const asView = (view: unknown) => view as types.ModalView;
/** What stands in a text field. */
export const text = (value: string | null) => ({ field: { type: 'plain_text_input', value } });
const form = modal(
  [
    input('what', { type: 'plain_text_input', min_length: 2 }),
    input('rate', { type: 'number_input', is_decimal_allowed: true, max_value: '100' }, { optional: true }),
    input('when', { type: 'datepicker', initial_date: '2020-08-24' }),
    input('project', { type: 'external_select', min_query_length: 1 }, { optional: true }),
    { ...section('誰'), block_id: 'who', accessory: { type: 'users_select', action_id: 'user' } },
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        button('go', { value: '8' }),
        { type: 'checkboxes', action_id: 'tick', options: [option('済'), option('未')] },
      ],
    },
  ],
  { callback_id: 'form', notify_on_close: true },
);

/** Answers a submission by what was typed into the first field. */
function answerTo(typed: string | null | undefined): ViewResponseAction | undefined {
  switch (typed) {
    case 'errors':
      return { response_action: 'errors', errors: { what: '短すぎます。' } };
    case 'lost errors':
      return { response_action: 'errors', errors: { nowhere: '短すぎます。' } };
    case 'update':
    case 'push':
      return { response_action: typed, view: asView(modal([], { title: plain('次') })) };
    case 'bad update':
      return { response_action: 'update', view: asView({ type: 'modal', blocks: [] }) };
    case 'clear':
      return { response_action: 'clear' };
    default:
      return undefined;
  }
}

/** Opens a form with a field of each kind for `/echo`, and answers as it is told by what is typed into the first. */
export function answerForm(app: App): void {
  app.command('/echo', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: asView(form) });
  });
  app.view({ callback_id: 'form', type: 'view_submission' }, async ({ ack, view }) => {
    const typed = view.state.values.what?.field?.value;
    if (typed === 'never') return;
    const answer = answerTo(typed);
    if (answer === undefined) await ack();
    else await ack(answer);
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
  app.action(/.*/, async ({ ack }) => ack());
  app.options('field', async ({ ack, payload }) =>
    ack(
      payload.value === '多'
        ? {
            options: Array.from({ length: 101 }, () => ({
              ...option('x'),
              text: { type: 'plain_text' as const, text: 'x' },
            })),
          }
        : { options: [{ text: { type: 'plain_text', text: payload.value }, value: '8' }] },
    ),
  );
  app.shortcut('open', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: asView(modal()) });
  });
  app.shortcut('record', async ({ ack, respond }) => {
    await ack();
    await respond('記録しました。');
  });
}
