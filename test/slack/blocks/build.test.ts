import { describe, expect, test } from '@jest/globals';
import { actions, askActionPrefix, askButton, context, header } from '../../../src/slack/blocks/build.ts';
import { limits } from '../../../src/slack/blocks/limits.ts';

/** At the limit, and one character over it. */
const edges = (limit: number) => [
  ['a'.repeat(limit), 'a'.repeat(limit)],
  ['a'.repeat(limit + 1), `${'a'.repeat(limit - 1)}…`],
];

describe('texts are cut where Slack would refuse them', () => {
  test.each(edges(limits.header))('of a header', (content, expected) => {
    expect(header(content).text.text).toBe(expected);
  });

  test.each(edges(limits.text))('of small print', (content, expected) => {
    expect(context(content).elements).toEqual([{ type: 'plain_text', text: expected, emoji: false }]);
  });

  test.each(edges(limits.buttonText))('of a button and what is read out', (content, expected) => {
    const button = askButton({ id: 'x', label: content, ask: '8', spoken: content });
    expect([button.text.text, button.accessibility_label]).toEqual([expected, expected]);
  });
});

test('what people wrote stays on its line and is no emoji', () => {
  expect(header('港湾\n:warning:\u202E').text).toEqual({
    type: 'plain_text',
    text: '港湾 :warning:',
    emoji: false,
  });
});

test('a button asks as if its text had been typed', () => {
  const button = askButton({ id: 'open-8', label: '8番を開く', ask: '8', style: 'primary' });
  expect(button).toEqual({
    type: 'button',
    action_id: `${askActionPrefix}open-8`,
    value: '8',
    text: { type: 'plain_text', text: '8番を開く', emoji: false },
    style: 'primary',
  });
  expect(actions('row', [button])).toEqual({ type: 'actions', block_id: 'row', elements: [button] });
});
