import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shorten } from '../../../src/slack/blocks/shorten.ts';

describe('a text too long ends in an ellipsis', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['', 3, ''],
    ['𠮷𠮷', 4, '𠮷𠮷'],
    ['𠮷𠮷𠮷', 4, '𠮷…'],
    ['葛\u{E0100}城市の計画', 4, '葛\u{E0100}…'],
    ['👨‍👩‍👧の計画', 5, '…'],
    ['か\u3099き\u3099く', 4, 'か\u3099…'],
    ['🇯🇵🇯🇵', 6, '🇯🇵…'],
  ])('%s within %i is %s', (text, most, expected) => expect(shorten(text, most)).toBe(expected));
});

test('is never longer than allowed, begins as the text, and holds no half character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const short = shorten(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(short === text ? short : short.slice(0, -1))).toBe(true);
      expect(short).not.toMatch(/\p{Cs}/u);
    }),
  );
});
