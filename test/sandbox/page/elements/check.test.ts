import { describe, expect, test } from '@jest/globals';
import { fieldProblems } from '../../../../src/sandbox/page/elements/check.ts';

function problemOf(element: object, value: unknown, block: object = {}): string | undefined {
  const input = { type: 'input', block_id: 'b', element: { action_id: 'a', ...element }, ...block };
  return fieldProblems([input], { b: { a: { type: 'x', value } } }).b;
}

describe('what Slack’s client refuses by itself', () => {
  const text = { type: 'plain_text_input', min_length: 2, max_length: 3 };
  const whole = { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '100' };
  const decimal = { type: 'number_input', is_decimal_allowed: true };
  test.each([
    ['an empty field', text, null, '必須'],
    ['too short', text, 'a', '2文字以上'],
    ['too long', text, 'abcd', '3文字以内'],
    ['words for a number', whole, '十', '数字'],
    ['full-width digits', whole, '１５', '数字'],
    ['a fraction for a whole number', whole, '1.5', '整数'],
    ['too small', whole, '-1', '0以上'],
    ['too large', whole, '101', '100以下'],
    ['no address', { type: 'email_text_input' }, 'a@b', 'メールアドレス'],
    ['no URL', { type: 'url_text_input' }, 'javascript:x', 'https://'],
    ['nothing chosen', { type: 'multi_static_select' }, [], '必須'],
  ])('%s', (_, element, value, words) => {
    expect(problemOf(element, value)).toContain(words);
  });

  test.each([
    ['within its length', text, 'ab'],
    ['a whole number', whole, '100'],
    ['a fraction where one may stand', decimal, '-1.5'],
    ['an address', { type: 'email_text_input' }, 'a@example.jp'],
    ['a URL', { type: 'url_text_input' }, 'https://example.jp'],
  ])('%s is sent', (_, element, value) => {
    expect(problemOf(element, value)).toBeUndefined();
  });

  test('an optional field may stay empty', () => {
    expect(problemOf(text, null, { optional: true })).toBeUndefined();
  });
});
