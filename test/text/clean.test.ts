import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean, cleanLine } from '../../src/text/clean.ts';

describe('what people mean to write stays', () => {
  test.each([
    ['a kanji beyond the basic plane', '𠮷野家'],
    ['a kanji with its variant', '葛\u{E0100}城市'],
    ['an emoji with its style', '❤\uFE0F'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a person with skin and profession', '👩🏽‍🔬'],
    ['an emoji joined behind its style', '❤️‍🔥'],
    ['a flag of two letters', '🇯🇵'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a key', '1️⃣'],
    ['kana with marks of their own', 'か\u3099'],
    ['a few marks', 'e\u0301\u0302\u0303\u0304'],
    ['lines', '一行目\n二行目'],
    ['blanks of typesetting', '第　1　回'],
    ['what would be markup elsewhere', '<!channel> *太字* `code` &amp;'],
  ])('%s', (_, text) => expect(clean(text)).toBe(text));
});

describe('what reorders, hides or piles up goes', () => {
  test.each([
    ['an override of the direction', 'gpj.\u202Eexe', 'gpj.exe'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['marks of direction', 'a\u200F\u061Cb', 'ab'],
    ['characters without width', 'a\u200B\u200C\u2060\uFEFF\u00ADb', 'ab'],
    ['a joiner that joins no emoji', 'ad\u200Dmin', 'admin'],
    ['a joiner at the end of an emoji', '👨\u200D', '👨'],
    ['text in tags', 'a\u{E0068}\u{E0069}b', 'ab'],
    ['text in tags behind a flag', `🏴${'\u{E0061}'.repeat(12)}`, `🏴${'\u{E0061}'.repeat(7)}`],
    ['control characters', 'a\u0000\u0007\u001B[31mb\u007F', 'a[31mb'],
    ['half a character', 'a\uD842b\uDFB7', 'ab'],
    ['500 marks on one letter', `e${'\u0301'.repeat(500)}`, `e${'\u0301'.repeat(4)}`],
    ['line breaks of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ])('%s', (_, text, cleaned) => expect(clean(text)).toBe(cleaned));
});

test.each([
  ['1,000 line breaks are one blank', `a${'\n'.repeat(1000)}b`, 'a b'],
  ['tabs and odd breaks too', 'a\t\v\f\u0085\u2029b', 'a b'],
  ['no blanks stand around', ' \u3000a\u3000\n', 'a'],
])('on one line %s', (_, text, line) => expect(cleanLine(text)).toBe(line));

test('whatever comes in, nothing unsafe comes out, and cleaning twice changes nothing', () => {
  const nasty = fc.constantFrom(
    '\u202E',
    '\u200B',
    '\u200D',
    '\uD842',
    '\u0301',
    '\u{E0061}',
    '👨',
    '🏴',
    '\r',
    '\n',
  );
  const texts = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (parts) => {
      const cleaned = clean(parts.join(''));
      expect(cleaned).not.toMatch(/\p{Cs}/u);
      expect(cleaned).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200C\uFEFF]|\p{M}{5}/u);
      expect(clean(cleaned)).toBe(cleaned);
      expect(cleanLine(parts.join(''))).not.toMatch(/[\r\n\t\u2028\u2029]/);
    }),
    { numRuns: 500 },
  );
});
