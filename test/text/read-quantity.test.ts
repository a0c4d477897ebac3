import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDecimalText } from '../../src/domain/quantity.ts';
import { readQuantity } from '../../src/text/read-quantity.ts';

function read(typed: string, unit: string): string {
  const reading = readQuantity(typed, unit);
  return reading.ok ? reading.value : reading.refusal;
}

describe('numbers as people type them', () => {
  test.each([
    ['15.2', '%', '15.2'],
    ['15.2%', '%', '15.2'],
    ['１５．２％', '%', '15.2'],
    ['15.2 パーセント', '％', '15.2'],
    ['13. 9%', '%', '13.9'],
    ['16.0', '%', '16.0'],
    ['　12　件　', '件', '12'],
    ['1,234', '件', '1234'],
    ['１，２３４件', '件', '1234'],
    ['1,234.5', 'km', '1234.5'],
    ['30.8ＫＭ', 'km', '30.8'],
    ['30.8㎞', 'km', '30.8'],
    ['-1', '件', '-1'],
    ['−3', '件', '-3'],
    ['+3', '件', '3'],
    ['-0', '件', '0'],
    ['007', '件', '7'],
    ['00.50', '件', '0.50'],
    ['0', '件', '0'],
    ['5', '', '5'],
    ['999999999999999', '件', '999999999999999'],
    ['0.123456', '件', '0.123456'],
  ])('%s in %s', (typed, unit, amount) => expect(read(typed, unit)).toBe(amount));
});

describe('kanji numerals and words for large numbers', () => {
  test.each([
    ['五十', '件', '50'],
    ['十', '件', '10'],
    ['百二十三', '件', '123'],
    ['三千五百', '人', '3500'],
    ['二〇二〇', '人', '2020'],
    ['零', '人', '0'],
    ['1万2千', '件', '12000'],
    ['1万2千人', '人', '12000'],
    ['1.5万', '人', '15000'],
    ['3億5,000万円', '円', '350000000'],
    ['千万', '円', '10000000'],
    ['-5万', '人', '-50000'],
  ])('%s in %s', (typed, unit, amount) => expect(read(typed, unit)).toBe(amount));
});

describe('a unit that counts in 億 or 百万 is understood in all ways', () => {
  test.each([
    ['98.1', '億円', '98.1'],
    ['98.0億円', '億円', '98.0'],
    ['98.1億', '億円', '98.1'],
    ['9,810,000,000円', '億円', '98.1'],
    ['1兆2000億円', '億円', '12000'],
    ['五十', '億円', '50'],
    ['五十億円', '億円', '50'],
    ['1,000円', '億円', '0.00001'],
    ['5百万円', '百万円', '5'],
    ['500万円', '百万円', '5'],
    ['1円', '億円', 'wrong-unit'],
  ])('%s in %s', (typed, unit, amount) => expect(read(typed, unit)).toBe(amount));
});

describe('what is refused', () => {
  test.each([
    '',
    '　',
    '1e3',
    '∞',
    'N/A',
    'あり',
    '空',
    'yes',
    '約120',
    '1/2',
    '12件30名',
    '12 30',
    '1.2.3',
    '1,23',
    '1,2345',
    '.5',
    '5.',
    '①',
    '½',
    '5²',
    '万',
    '十十',
    '百千',
    '1万万',
    '1.5百2',
    '0x10',
    '12\u0000',
    '\u0000',
    '--1',
    '1-',
    '='.repeat(10),
    '1'.repeat(61),
    '一'.repeat(8000),
    '🍎',
  ])('%j is no number', (typed) => expect(read(typed, '件')).toBe('not-a-number'));

  test.each(['12メートル', '12 kg', '12円', '3名'])('%s is no number of 件', (typed) =>
    expect(read(typed, '件')).toBe('wrong-unit'),
  );

  test('the unit is named as wrong where a number stands before another one', () => {
    expect(read('12件以上', '件')).toBe('wrong-unit');
    expect(read('5%', '')).toBe('wrong-unit');
    expect(read('50円', '億円')).toBe('wrong-unit');
  });

  test.each(['9'.repeat(16), '1.1234567', '99999兆'])('%s is too large to keep', (typed) =>
    expect(read(typed, '件')).toBe('too-large'),
  );
});

const amount = fc
  .tuple(fc.bigInt(0n, 10n ** 15n - 1n), fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: null }))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));

test('a plain decimal is read as written, in either width, with or without its unit', () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(amount, fc.constantFrom('件', '%', '億円', 'km', ''), (typed, unit) => {
      expect(read(typed, unit)).toBe(typed);
      expect(read(`${typed}${unit}`, unit)).toBe(typed);
      expect(read(fullWidth(typed), unit)).toBe(typed);
    }),
  );
});

test('a number in groups of three is the number without them', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (number) => {
      expect(read(number.toLocaleString('en-US'), '件')).toBe(String(number));
    }),
  );
});

test('a number in kanji is the number', () => {
  const kanji = (number: number): string =>
    [
      [10_000, '万'],
      [1000, '千'],
      [100, '百'],
      [10, '十'],
    ].reduce(
      ({ text, rest }, [size, word]) => {
        const count = Math.floor(rest / Number(size));
        return count === 0
          ? { text, rest }
          : { text: `${text}${kanjiDigits(count)}${word}`, rest: rest % Number(size) };
      },
      { text: '', rest: number },
    ).text + (number % 10 === 0 ? '' : '一二三四五六七八九'.charAt((number % 10) - 1));
  const kanjiDigits = (count: number): string => '一二三四五六七八九'.charAt(count - 1);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
      expect(read(kanji(number), '件')).toBe(String(number));
    }),
  );
});

test('whatever is typed, a plain decimal or a refusal comes of it', () => {
  const symbol = fc.constantFrom(...'0123456789.,+-/ %件人億円万千百十一二〇eE∞①½\u0000\ud800'.split(''));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: symbol, maxLength: 70 })),
      fc.constantFrom('件', '%', '億円', '万人', ''),
      (typed, unit) => {
        const reading = readQuantity(typed, unit);
        expect(reading.ok ? isDecimalText(reading.value) : typeof reading.refusal).toBe(
          reading.ok ? true : 'string',
        );
      },
    ),
    { numRuns: 1000 },
  );
});
