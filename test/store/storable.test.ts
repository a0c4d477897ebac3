import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertStorable, checksumOf } from '../../src/store/storable.ts';

describe('text that PostgreSQL cannot hold is named with its place', () => {
  test.each([
    [{ projects: [{ name: 'a\0' }] }, 'NUL character in projects[0].name'],
    [{ a: { b: ['', '\ude00'] } }, 'half of a character (a lone surrogate) in a.b[1]'],
  ])('%j', (value, message) => {
    expect(() => assertStorable(value)).toThrow(new RangeError(message));
  });

  test('and all other text passes', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
    fc.assert(fc.property(text, (one) => assertStorable({ text: [one, null, 1, true] })));
  });
});

describe('a checksum', () => {
  test('does not depend on the order of keys', () => {
    expect(checksumOf({ a: 1, b: { c: 2, d: 3 } })).toBe(checksumOf({ b: { d: 3, c: 2 }, a: 1 }));
  });

  test.each([
    ['the order of a list', [1, 2], [2, 1]],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['null and nothing', { a: null }, {}],
    ['where a text stands', { a: 'x', b: '' }, { a: '', b: 'x' }],
  ])('depends on %s', (_what, one, other) => {
    expect(checksumOf(one)).not.toBe(checksumOf(other));
  });

  test('is 64 hexadecimal digits', () => {
    expect(checksumOf({})).toMatch(/^[0-9a-f]{64}$/);
  });
});
