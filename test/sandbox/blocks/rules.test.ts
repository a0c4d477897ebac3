import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Surface } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkMessage, lacksFallback, withIds } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/view-check.ts';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { stateValues } from '../../../src/sandbox/slack/state-values.ts';
import { button, input, modal, plain, section } from '../support/api.ts';

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

const taken: [string, Surface, Json][] = [
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

const refused: [string, Surface, Json, string][] = [
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

describe('block checks', () => {
  test.each(taken)('take %s', (_name, surface, block) => {
    expect(checkBlocks([block], surface, '/blocks')).toEqual([]);
  });

  test.each(refused)('refuse %s', (_name, surface, block, message) => {
    const problems = checkBlocks([block], surface, '/blocks');
    expect(problems.map((problem) => problem.message)).toContainEqual(expect.stringContaining(message));
  });

  test('say where the problem stands, in Slack’s words', () => {
    expect(checkMessage({ text: 'x', blocks: [{ type: 'divider' }, section('')] })).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/1/text/text]'],
    });
  });

  test.each<[string, Json[], string]>([
    [
      'one block_id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'block_id b already exists',
    ],
    [
      'one action_id twice in a block',
      [{ type: 'actions', elements: [button('a'), button('a')] }],
      'action_id a already exists in this block',
    ],
    [
      'two tables',
      [
        { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
        { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
      ],
      'only one table allowed',
    ],
    [
      'two fields with the focus',
      [
        input('a', { type: 'datepicker', focus_on_load: true }),
        input('b', { type: 'datepicker', focus_on_load: true }),
      ],
      'focus_on_load may be true for one element only',
    ],
  ])('refuse %s', (_name, blocks, message) => {
    expect(checkBlocks(blocks, 'message', '/blocks')).toMatchObject([{ message }]);
  });

  test('take one action_id in two blocks', () => {
    const actions = { type: 'actions', elements: [button('a')] };
    expect(checkBlocks([actions, actions], 'message', '/blocks')).toEqual([]);
  });
});

describe('a message', () => {
  test.each([
    ['nothing', {}, 'no_text'],
    ['an empty text', { text: '', blocks: [] }, 'no_text'],
    ['blocks that are no list', { text: 'x', blocks: '[]' }, 'invalid_blocks_format'],
  ])('of %s is refused', (_name, content, error) => {
    expect(checkMessage(content)).toMatchObject({ error });
  });

  test('with blocks needs a text for notifications', () => {
    expect(lacksFallback({ blocks: [section('x')] })).toBe(true);
    expect(lacksFallback({ text: '進捗です。', blocks: [section('x')] })).toBe(false);
    expect(lacksFallback({ text: '進捗です。' })).toBe(false);
  });

  test('gets ids where the bot named none', () => {
    const [block] = withIds([{ type: 'actions', elements: [{ type: 'button', text: plain('x') }] }]);
    expect(block).toMatchObject({
      block_id: expect.stringMatching(/.+/),
      elements: [{ action_id: expect.stringMatching(/.+/) }],
    });
  });
});

describe('a view', () => {
  test.each<[string, unknown, string]>([
    ['fields without submit', modal([input('b', { type: 'datepicker' })], { submit: undefined }), 'submit'],
    ['no title', { type: 'modal', blocks: [] }, 'missing required field: title'],
    ['the wrong type', { type: 'home', blocks: [] }, 'must be one of: modal'],
    ['no object', 'view', 'must be an object'],
  ])('with %s is refused', (_name, view, message) => {
    expect(checkView(view, 'modal')).toMatchObject({
      error: 'invalid_arguments',
      messages: expect.arrayContaining([expect.stringContaining(message)]),
    });
  });
});

describe('whatever the bot sends', () => {
  const types = [
    'section',
    'actions',
    'input',
    'table',
    'rich_text',
    'context',
    'image',
    'card',
    'button',
    'static_select',
    'mrkdwn',
    '__proto__',
  ];
  const { anything } = fc.letrec<{ anything: unknown; block: unknown }>((tie) => ({
    anything: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, -1, '', 'x', '\uD800', Number.NaN),
      fc.array(tie('anything'), { maxLength: 4 }),
      tie('block'),
    ),
    block: fc.dictionary(
      fc.constantFrom(
        'type',
        'text',
        'elements',
        'element',
        'accessory',
        'rows',
        'options',
        'block_id',
        'action_id',
        'fields',
        'initial_option',
        '__proto__',
      ),
      fc.oneof(fc.constantFrom(...types), tie('anything')),
    ),
  }));

  test('the check answers and never throws', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom<Surface>('message', 'modal', 'home'), (blocks, surface) => {
        expect(Array.isArray(checkBlocks(blocks, surface, '/blocks'))).toBe(true);
        checkMessage({ text: 'x', blocks });
        checkView({ type: surface, blocks }, surface === 'home' ? 'home' : 'modal');
        stateValues(withIds(blocks), {});
      }),
      { numRuns: 2000 },
    );
  });
});
