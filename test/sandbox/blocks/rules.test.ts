import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Surface } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkMessage, lacksFallback, withIds } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/view-check.ts';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { stateValues } from '../../../src/sandbox/slack/state-values.ts';
import { button, input, modal, plain, section } from '../support/api.ts';
import { refused, taken } from './block-cases.ts';

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
