import { describe, expect, test } from '@jest/globals';
import { foldReading, isKana, isRomaji, readingOfRomaji } from '../../src/text/reading.ts';

describe('readings are alike however they are spelt', () => {
  test.each([
    ['こうわん', 'コワン'],
    ['コウワン', 'コワン'],
    ['コーワン', 'コワン'],
    ['ｺｳﾜﾝ', 'コワン'],
    ['せいさんせい', 'セサンセ'],
    ['コンビナート', 'コンビナト'],
    ['じゅうたい', 'ジユタイ'],
    ['ちぢむ', 'チジム'],
    ['ヴェトナム', 'ベトナム'],
    ['しんやまぐち', 'シニヤマグチ'],
    ['ユニコーン・プログラム', 'ユニコンプログラム'],
  ])('%s: %s', (kana, folded) => {
    expect(foldReading(kana)).toBe(folded);
  });

  test.each([
    ['kouwan', 'こうわん'],
    ['shinyamaguchi', 'しんやまぐち'],
    ['shimbashi', 'しんばし'],
    ['konbina-to', 'コンビナート'],
    ['kinyuu', 'きんゆう'],
  ])('%s is %s', (latin, kana) => {
    expect(readingOfRomaji(latin)).toBe(foldReading(kana));
  });

  test.each(['cloud', 'iot', 'hpv'])('%s spells no kana', (latin) => {
    expect(readingOfRomaji(latin)).toBeNull();
  });
});

test.each([
  ['こうわん', true],
  ['コンビナート', true],
  ['ー', false],
  ['港湾', false],
  ['', false],
])('%j is kana: %j', (text, is) => {
  expect(isKana(text)).toBe(is);
});

test.each([
  ['kouwan', true],
  ['ai', false],
  ['5g', false],
  ['npm', false],
])('%j may be romaji: %j', (text, is) => {
  expect(isRomaji(text)).toBe(is);
});
