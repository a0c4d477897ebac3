import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldWidth } from '../../src/text/fold.ts';

describe('names and words compare alike', () => {
  test.each([
    ['full-width letters and digits', 'ＩｏＴ８', 'iot8'],
    ['half-width katakana', 'ｽﾀｰﾄｱｯﾌﾟ', 'スタートアップ'],
    ['hiragana', 'すたーとあっぷ', 'スタートアップ'],
    ['blanks of all kinds', ' 新 山　口\t駅\n', '新山口駅'],
    ['marks between words', '「瀬戸内」・“IoT”（5G）', '瀬戸内iot5g'],
    ['hyphens', 'R-D‐ラボ–', 'rdラボ'],
    ['kana with separate marks', 'か\u3099', 'ガ'],
    ['characters without width', '港\u200B湾\uFEFF\u202E', '港湾'],
    ['control characters', '港\u0000湾', '港湾'],
    ['letters in circles', 'Ⓘoⓣ', 'iot'],
    ['rare kana', 'ゔゕ', 'ヴヵ'],
  ])('%s: %j', (_, text, folded) => expect(fold(text)).toBe(folded));

  test('a kanji beyond the basic plane keeps its identity', () => {
    expect(fold('𠮷')).toBe('𠮷');
    expect(fold('𠮷')).not.toBe(fold('吉'));
  });

  test('an emoji that others make up falls into its parts, alike on both sides', () => {
    expect(fold('👨‍👩‍👧')).toBe('👨👩👧');
  });
});

test.each([
  ['Project　8', 'Project 8'],
  ['＃８', '#8'],
  ['　　', ''],
  ['a \u200B b', 'a b'],
  ['港\uFEFF湾', '港湾'],
  ['ひらがな カタカナ', 'ひらがな カタカナ'],
])('in one width %j is %j', (text, expected) => expect(foldWidth(text)).toBe(expected));

test('never throws, also on half characters and 500 marks; folding twice changes nothing', () => {
  expect(() => fold(`\uD842e${'\u0301'.repeat(500)}\u0000`)).not.toThrow();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldWidth(text);
      expect(foldWidth(once)).toBe(once);
      expect(fold(text)).not.toMatch(/\s/);
    }),
    { numRuns: 1000 },
  );
});
