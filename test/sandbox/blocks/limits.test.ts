import { describe, expect, test } from '@jest/globals';
import type { Surface } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/slack/blocks/blocks.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/view-check.ts';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { button, input, modal, mrkdwn, plain, section } from '../support/api.ts';

const long = (length: number) => '進'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, text = '選択肢') => ({ text: plain(text), value: String(index) });
const options = (count: number) => times(count, (index) => option(index));
const actions = (element: Json) => ({ type: 'actions', elements: [{ action_id: 'a', ...element }] });
const select = (more: Json) => actions({ type: 'static_select', ...more });
const confirmed = (confirm: Json) =>
  actions(button('a', { confirm: { title: plain('確認'), text: plain('よいか'), ...confirm } }));

/** The block of a size that Slack just takes; one more and it is refused. */
const blockLimits: [string, number, (size: number) => Json][] = [
  ['section text', 3000, (size) => section(long(size))],
  ['section fields', 10, (size) => ({ type: 'section', fields: times(size, () => mrkdwn('x')) })],
  ['a section field', 2000, (size) => ({ type: 'section', fields: [mrkdwn(long(size))] })],
  ['header', 150, (size) => ({ type: 'header', text: plain(long(size)) })],
  ['context elements', 10, (size) => ({ type: 'context', elements: times(size, () => mrkdwn('x')) })],
  ['actions elements', 25, (size) => ({ type: 'actions', elements: times(size, (n) => button(`a${n}`)) })],
  ['block_id', 255, (size) => ({ type: 'divider', block_id: long(size) })],
  ['action_id', 255, (size) => ({ type: 'actions', elements: [button(long(size))] })],
  ['button text', 75, (size) => actions(button('a', { text: plain(long(size)) }))],
  ['button value', 2000, (size) => actions(button('a', { value: long(size) }))],
  ['button label', 75, (size) => actions(button('a', { accessibility_label: long(size) }))],
  ['button url', 3000, (size) => actions(button('a', { url: `https://${'x'.repeat(size - 8)}` }))],
  ['option text', 75, (size) => select({ options: [option(1, long(size))] })],
  ['option value', 75, (size) => select({ options: [{ text: plain('x'), value: long(size) }] })],
  ['select options', 100, (size) => select({ options: options(size) })],
  [
    'option groups',
    100,
    (size) => select({ option_groups: times(size, () => ({ label: plain('x'), options: options(1) })) }),
  ],
  [
    'options of a group',
    100,
    (size) => select({ option_groups: [{ label: plain('x'), options: options(size) }] }),
  ],
  ['placeholder', 150, (size) => select({ options: options(1), placeholder: plain(long(size)) })],
  ['overflow', 5, (size) => actions({ type: 'overflow', options: options(size) })],
  ['radio buttons', 10, (size) => actions({ type: 'radio_buttons', options: options(size) })],
  ['checkboxes', 10, (size) => actions({ type: 'checkboxes', options: options(size) })],
  ['input label', 2000, (size) => input('b', { type: 'plain_text_input' }, { label: plain(long(size)) })],
  ['input hint', 2000, (size) => input('b', { type: 'plain_text_input' }, { hint: plain(long(size)) })],
  ['text input', 3000, (size) => input('b', { type: 'plain_text_input', initial_value: long(size) })],
  ['max_length', 3000, (size) => input('b', { type: 'plain_text_input', max_length: size })],
  [
    'alt text',
    2000,
    (size) => ({ type: 'image', image_url: 'https://x.example/a.png', alt_text: long(size) }),
  ],
  [
    'image title',
    2000,
    (size) => ({
      type: 'image',
      image_url: 'https://x.example/a.png',
      alt_text: 'x',
      title: plain(long(size)),
    }),
  ],
  ['confirm title', 100, (size) => confirmed({ title: plain(long(size)) })],
  ['confirm text', 300, (size) => confirmed({ text: mrkdwn(long(size)) })],
  ['confirm button', 30, (size) => confirmed({ confirm: plain(long(size)) })],
  [
    'table rows',
    100,
    (size) => ({ type: 'table', rows: times(size, () => [{ type: 'raw_text', text: 'x' }]) }),
  ],
  [
    'table columns',
    20,
    (size) => ({ type: 'table', rows: [times(size, () => ({ type: 'raw_text', text: 'x' }))] }),
  ],
  ['table text', 10_000, (size) => ({ type: 'table', rows: [[{ type: 'raw_text', text: long(size) }]] })],
  ['markdown', 12_000, (size) => ({ type: 'markdown', text: long(size) })],
];

describe('the limits of a block', () => {
  test.each(blockLimits)('%s: %d', (_name, limit, block) => {
    expect(checkBlocks([block(limit)], 'message', '/blocks')).toEqual([]);
    expect(checkBlocks([block(limit + 1)], 'message', '/blocks')).not.toEqual([]);
  });

  test.each<[Surface, number]>([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ])('blocks of a %s: %d', (surface, limit) => {
    const dividers = (count: number) => times(count, () => ({ type: 'divider' }));
    expect(checkBlocks(dividers(limit), surface, '/blocks')).toEqual([]);
    expect(checkBlocks(dividers(limit + 1), surface, '/blocks')).toEqual([
      { at: '/blocks', message: `no more than ${limit} items allowed` },
    ]);
  });
});

describe('the limits of a message', () => {
  const sections = (total: number) => [
    ...times(4, () => section(long(2500))),
    ...(total > 10_000 ? [section(long(total - 10_000))] : []),
  ];
  test('12,000 characters over all blocks', () => {
    expect(checkMessage({ text: 'x', blocks: sections(12_000) })).toBeNull();
    expect(checkMessage({ text: 'x', blocks: sections(12_001) })).toMatchObject({ error: 'msg_too_long' });
  });
  test.each([
    ['chat.postMessage', 40_000],
    ['chat.update', 4000],
  ])('the text of %s', (_method, limit) => {
    expect(checkMessage({ text: long(limit) }, limit)).toBeNull();
    expect(checkMessage({ text: long(limit + 1) }, limit)).toMatchObject({ error: 'msg_too_long' });
  });
});

describe('the limits of a modal', () => {
  test.each<[string, number, (size: number) => Json]>([
    ['title', 24, (size) => ({ title: plain(long(size)) })],
    ['submit', 24, (size) => ({ submit: plain(long(size)) })],
    ['close', 24, (size) => ({ close: plain(long(size)) })],
    ['private_metadata', 3000, (size) => ({ private_metadata: long(size) })],
    ['callback_id', 255, (size) => ({ callback_id: long(size) })],
    ['external_id', 255, (size) => ({ external_id: long(size) })],
  ])('%s: %d', (_name, limit, change) => {
    expect(checkView(modal([], change(limit)), 'modal')).toBeNull();
    expect(checkView(modal([], change(limit + 1)), 'modal')).toMatchObject({ error: 'invalid_arguments' });
  });

  test('250,000 bytes of JSON', () => {
    const heavy = modal(times(85, (n) => ({ ...section('進'.repeat(1000)), block_id: `b${n}` })));
    expect(checkView(heavy, 'modal')).toMatchObject({ error: 'view_too_large' });
  });
});
