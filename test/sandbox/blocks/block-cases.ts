import type { Surface } from '../../../src/sandbox/slack/blocks/blocks.ts';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { button, input, plain, section } from '../support/api.ts';

const option = (value: string) => ({ text: plain(value), value });
const image = { type: 'image', image_url: 'https://x.example/a.png', alt_text: '図' };
const richText = {
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'text', text: '進捗', style: { bold: true } }] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x.example' }] }],
    },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '64社' }] },
  ],
};

/** What Slack takes: what it is, where it stands, and the block. */
export const taken: [string, Surface, Json][] = [
  ['a section with a picture beside it', 'message', { ...section('x'), accessory: image }],
  [
    'a select in a section',
    'message',
    { ...section('x'), accessory: { type: 'users_select', action_id: 'a' } },
  ],
  ['rich text', 'message', richText],
  [
    'a table',
    'message',
    {
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'x' }, richText]],
      column_settings: [{ align: 'right' }],
    },
  ],
  ['an external select', 'modal', input('b', { type: 'external_select', min_query_length: 0 })],
  [
    'a number field',
    'modal',
    input('b', { type: 'number_input', is_decimal_allowed: true, min_value: '0', max_value: '100' }),
  ],
  ['a date', 'modal', input('b', { type: 'datepicker', initial_date: '2020-08-24' })],
  ['a container', 'message', { type: 'container', title: plain('x'), child_blocks: [section('x')] }],
  ['a card', 'message', { type: 'card', title: { type: 'mrkdwn', text: 'x' }, actions: [button('a')] }],
  ['an alert', 'modal', { type: 'alert', level: 'warning', text: plain('x') }],
  [
    'feedback',
    'message',
    {
      type: 'context_actions',
      elements: [{ type: 'icon_button', action_id: 'a', icon: 'trash', text: plain('x') }],
    },
  ],
];

/** What Slack refuses, and in which words. */
export const refused: [string, Surface, Json, string][] = [
  ['an unknown block', 'message', { type: 'sektion' }, 'unsupported type: sektion'],
  ['a type that every object has', 'message', { type: 'constructor' }, 'unsupported type: constructor'],
  ['a block without type', 'message', { text: plain('x') }, 'missing required field: type'],
  ['an unknown field', 'message', { ...section('x'), colour: 'red' }, 'invalid additional property: colour'],
  ['a missing field', 'message', { type: 'header' }, 'missing required field: text'],
  ['an empty text', 'message', section(''), 'must be more than 0 characters'],
  [
    'mrkdwn in a header',
    'message',
    { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
    'unsupported type: mrkdwn',
  ],
  ['a section of nothing', 'message', { type: 'section' }, 'must have text or fields'],
  [
    'a field in an actions block',
    'modal',
    { type: 'actions', elements: [{ type: 'plain_text_input', action_id: 'a' }] },
    'unsupported type: plain_text_input',
  ],
  ['a button in an input block', 'modal', input('b', button('a')), 'unsupported type: button'],
  [
    'a date and time beside a section',
    'message',
    { ...section('x'), accessory: { type: 'datetimepicker', action_id: 'a' } },
    'unsupported type: datetimepicker',
  ],
  ['a table in a modal', 'modal', { type: 'table', rows: [] }, 'unsupported type: table'],
  ['an alert on Home', 'home', { type: 'alert', text: plain('x') }, 'unsupported type: alert'],
  [
    'a picture without words',
    'message',
    { type: 'image', image_url: 'https://x.example/a.png' },
    'missing required field: alt_text',
  ],
  [
    'a picture from two places',
    'message',
    { ...image, slack_file: { id: 'F1' } },
    'must have either image_url or slack_file',
  ],
  [
    'an address of a script',
    'message',
    { type: 'actions', elements: [button('a', { url: 'javascript:alert(1)' })] },
    'must be a valid URL',
  ],
  [
    'an unknown style',
    'message',
    { type: 'actions', elements: [button('a', { style: 'green' })] },
    'must be one of: primary, danger',
  ],
  [
    'no options',
    'modal',
    input('b', { type: 'static_select', options: [] }),
    'no fewer than 1 items allowed',
  ],
  [
    'options and groups',
    'modal',
    input('b', { type: 'static_select', options: [option('x')], option_groups: [] }),
    'must have either options or option_groups',
  ],
  [
    'an initial option that is not offered',
    'modal',
    input('b', { type: 'static_select', options: [option('x')], initial_option: option('y') }),
    'initial option must be one of the options',
  ],
  [
    'a date that is none',
    'modal',
    input('b', { type: 'datepicker', initial_date: '2020-13-01' }),
    'must be a date',
  ],
  [
    'a number that is none',
    'modal',
    input('b', { type: 'number_input', is_decimal_allowed: false, initial_value: '１００' }),
    'must be a number',
  ],
  [
    'min over max',
    'modal',
    input('b', { type: 'number_input', is_decimal_allowed: false, min_value: '2', max_value: '1' }),
    'min_value is over max_value',
  ],
  [
    'an initial text over max_length',
    'modal',
    input('b', { type: 'plain_text_input', max_length: 2, initial_value: 'abc' }),
    'initial_value is longer than max_length',
  ],
  [
    'a container in a container',
    'message',
    { type: 'container', child_blocks: [{ type: 'container', child_blocks: [] }] },
    'unsupported type: container',
  ],
];
