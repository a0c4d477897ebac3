import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Morpheme, tokensOf } from '../../src/text/tokens.ts';
import { foldForTokens } from '../../src/text/tokens-fold.ts';
import { piecesOf } from '../../src/text/tokens-pieces.ts';
import { plainMorphemes } from '../../src/text/tokens-plain.ts';
import { listedTerms } from '../../src/text/tokens-runs.ts';

/** `港湾/コウワン の! 機能` as morphemes: a reading behind the slash, grammar with an exclamation mark. */
function cut(written: string): readonly Morpheme[] {
  return written.split(' ').map((each) => {
    const [surface = '', reading] = each.replace('!', '').split('/');
    return { surface, base: surface, reading: reading ?? null, kind: each.endsWith('!') ? 'other' : 'noun' };
  });
}

function tokens(written: string, words: Parameters<typeof listedTerms>[0] = []): readonly string[] {
  const morphemes = cut(written);
  const folded = foldForTokens(morphemes.map(({ surface }) => surface).join(''));
  const marks = { word: '', part: '<', pair: '+', affix: '', number: '' };
  return tokensOf(folded, morphemes, listedTerms(words)).map(({ term, kind }) => `${marks[kind]}${term}`);
}

describe('a text is folded before it is cut', () => {
  test.each([
    ['I o T 導入率', 'iot導入率'],
    ['ＩｏＴ　導入', 'iot導入'],
    ['R & D ラボ', 'r&dラボ'],
    ['A I 技術', 'ai技術'],
    ['J I C A など', 'jicaなど'],
    ['13. 9%', '13.9%'],
    ['第 7 回', '第7回'],
    ['スマート★づくり', 'スマートづくり'],
    ['コンビナ－ト', 'コンビナート'],
    ['ｶﾞｲﾀﾞﾝｽ', 'ガイダンス'],
    ['①H29.7', ' h29.7'],
    ['plan b is', 'plan b is'],
    ['港湾  整備', '港湾 整備'],
  ])('%j: %j', (text, folded) => {
    expect(foldForTokens(text).text).toBe(folded);
  });

  test('every unit knows where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: folded, starts, ends } = foldForTokens(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        expect(starts.every((start, at) => start < (ends[at] ?? 0) && (ends[at] ?? 0) <= text.length)).toBe(
          true,
        );
        expect(starts.every((start, at) => start >= (starts[at - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('tokens', () => {
  test('neighbours stand as one, too; grammar parts them', () => {
    expect(tokens('調整 会議 の! 開催')).toEqual(['調整', '会議', '開催', '+調整会議']);
  });

  test.each([
    ['a listed word holds together', '産学 公金 連携', ['産学公金', '連携', '+産学公金連携']],
    ['a Latin word holds together', 'ローカル 5 g', ['ローカル', '5g', '+ローカル5g']],
    ['a katakana word holds together', 'ユニ コーン の!', ['ユニコーン']],
    [
      'the point between two may be missing',
      'ユニ コーン ・! プログラム',
      ['ユニコーン', 'プログラム', '+ユニコーンプログラム'],
    ],
  ])('%s: %s', (_, written, expected) => {
    expect(tokens(written, [{ written: '産学公金' }])).toEqual(expected);
  });

  test('of a katakana word known parts are found, syllables are not', () => {
    expect(tokens('モビリティ/モビリティ サービス/サービス ラボ/ラボ')).toEqual([
      'モビリティサービスラボ',
      '<モビリティ',
      '<サービス',
    ]);
  });

  test('a listed word may name its parts; inside of a Latin word it is none', () => {
    const words = [{ written: '人材バンク', parts: ['人材', 'バンク'] }, { written: '5G' }];
    expect(tokens('人材 バンク', words)).toEqual(['人材バンク', '<人材', '<バンク']);
    expect(tokens('15 g', words)).toEqual(['15g']);
  });
});

describe('pieces are safe to cut', () => {
  test.each([
    ['one character', 'x'.repeat(20_000)],
    ['kanji', '港'.repeat(1_000)],
    ['surrogate pairs', '𠮷'.repeat(1_000)],
    ['halves of pairs', '\ud842'.repeat(1_000)],
    ['short runs', 'ab12港湾'.repeat(500)],
  ])('%s', (_, text) => {
    const pieces = piecesOf(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.length <= 401)).toBe(true);
    expect(pieces.some((piece) => /(.)\1{65}/u.test(piece))).toBe(false);
  });

  test('no piece begins with the second half of a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('𠮷', '😀', 'a'), maxLength: 300 }), (text) => {
        expect(piecesOf(text).join('')).toBe(text);
        expect(piecesOf(text).every((piece) => !/^[\udc00-\udfff]/.test(piece))).toBe(true);
      }),
    );
  });
});

test('without a dictionary words are found, hiragana counts as grammar', () => {
  const words = plainMorphemes('港湾の整備').filter(({ kind }) => kind !== 'other');
  expect(words.map(({ surface }) => surface)).toEqual(['港湾', '整備']);
});
