import { describe, expect, test } from '@jest/globals';
import { type PeriodContext, readPeriod } from '../../../src/domain/period/read-period.ts';

/** `first..last precision`, with ~ for an approximate one. */
function read(text: string, context: PeriodContext = {}): string {
  const outcome = readPeriod(text, context);
  if (!outcome.ok) return outcome.refusal.kind;
  const { first, last, precision, approximate } = outcome.value;
  return `${first ?? ''}..${last ?? ''} ${precision}${approximate ? ' ~' : ''}`;
}

describe('periods with one end', () => {
  test.each([
    ['R2.8～', '2020-08-01.. month'],
    ['R2.8から', '2020-08-01.. month'],
    ['R2.8以降', '2020-08-01.. month'],
    ['H30～', '2018-01-01.. year'],
    ['R元.8～以降随時', '2019-08-01.. month'],
    ['R 元. 8～以降随時', '2019-08-01.. month'],
    ['R2.8.25以降随時', '2020-08-25.. day'],
    ['R2年度末頃～', '2021-02-01.. part-of-fiscal-year ~'],
    ['R3.2まで', '..2021-02-28 month'],
    ['R3.2頃まで', '..2021-02-28 month ~'],
    ['～R3.2', '..2021-02-28 month'],
    ['令和2年度まで', '..2021-03-31 fiscal-year'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('periods without days', () => {
  test.each(['適宜', '随時', '未定', '時期未定', '調整中', '適宜開催', '（随時）'])(
    '%s is as needed',
    (text) => {
      expect(read(text)).toBe('.. as-needed');
    },
  );

  test('通年 has the bounds that the context or the text tells', () => {
    expect(read('通年')).toBe('.. always');
    expect(read('通年', { fiscalYear: 2020 })).toBe('2020-04-01..2021-03-31 always');
    expect(read('R3年度通年', { fiscalYear: 2020 })).toBe('2021-04-01..2022-03-31 always');
  });
});
