import { describe, expect, test } from '@jest/globals';
import { type PeriodContext, readPeriod } from '../../../src/domain/period/read-period.ts';

/** `first..last precision`, with ~ for an approximate one. */
function read(text: string, context: PeriodContext = {}): string {
  const outcome = readPeriod(text, context);
  if (!outcome.ok) return outcome.refusal.kind;
  const { first, last, precision, approximate } = outcome.value;
  return `${first ?? ''}..${last ?? ''} ${precision}${approximate ? ' ~' : ''}`;
}

const day = '2020-08-25..2020-08-25 day';
const month = '2020-08-01..2020-08-31 month';

describe('a day', () => {
  test.each([
    'R2.8.25',
    'R2. 8. 25',
    'Ｒ２．８．２５',
    'R.2.8.25',
    'R02.08.25',
    'R2/8/25',
    'R2-8-25',
    'r2.8.25',
    '㋿2年8月25日',
    'R2.8.25(火)',
    'R2.8.25（火）',
    'R2.8.25（火・祝）',
    'R2.8.25 火曜日',
    '令和2年8月25日',
    '令和2年8月25日（火）',
    '令和２年８月２５日',
    '令和 2 年 8 月 25 日',
    '令和二年八月二十五日',
    '令和2年（2020年）8月25日（火）',
    'H32.8.25',
    'S95.8.25',
    '2020-08-25',
    '2020/8/25',
    '2020.8.25',
    '2020年8月25日',
    '西暦2020年8月25日',
    '二〇二〇年八月二十五日',
    '２０２０年８⽉２５⽇',
    'R2.8.25開催',
    'R2.8.25（予定）',
    'R2.8.25 開催予定',
    'R2.8.25現在',
    '（R2.8.25）',
    '　R2.8.25　',
  ])('%s', (text) => {
    expect(read(text)).toBe(day);
  });

  test.each([
    ['平成31年4月30日', '2019-04-30..2019-04-30 day'],
    ['令和元年五月一日', '2019-05-01..2019-05-01 day'],
    ['昭和三十九年十月十日', '1964-10-10..1964-10-10 day'],
    ['R2.2.29', '2020-02-29..2020-02-29 day'],
    ['R8/4/1', '2026-04-01..2026-04-01 day'],
    ['R2.8.25頃', '2020-08-25..2020-08-25 day ~'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('several days', () => {
  test.each([
    ['H30.9.9-13', '2018-09-09..2018-09-13 days'],
    ['H30. 9. 9-13', '2018-09-09..2018-09-13 days'],
    ['H30.9.9～13日', '2018-09-09..2018-09-13 days'],
    ['H30.9.28-10.3', '2018-09-28..2018-10-03 days'],
    ['H30.9.28～10/3', '2018-09-28..2018-10-03 days'],
    ['平成30年9月28日から10月3日まで', '2018-09-28..2018-10-03 days'],
    ['令和2年8月25日（火）～27日（木）', '2020-08-25..2020-08-27 days'],
    ['H30.12.28-1.3', '2018-12-28..2019-01-03 days'],
    ['H31.4.28～R元.5.3', '2019-04-28..2019-05-03 days'],
    ['R2.8.25(火)～27(木)', '2020-08-25..2020-08-27 days'],
    ['2020-08-25～2020-08-27', '2020-08-25..2020-08-27 days'],
    ['R2.8.25～R2.10', '2020-08-25..2020-10-31 days'],
    ['R2.8下旬～9上旬', '2020-08-21..2020-09-10 days'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a part of a month', () => {
  test.each([
    ['R2.10初旬', '2020-10-01..2020-10-10 part-of-month'],
    ['R2.10上旬', '2020-10-01..2020-10-10 part-of-month'],
    ['令和2年10月中旬', '2020-10-11..2020-10-20 part-of-month'],
    ['R2.11下旬', '2020-11-21..2020-11-30 part-of-month'],
    ['R3.2下旬頃', '2021-02-21..2021-02-28 part-of-month ~'],
    ['R2.2下旬', '2020-02-21..2020-02-29 part-of-month'],
    ['R2.10前半', '2020-10-01..2020-10-15 part-of-month'],
    ['R2.10後半', '2020-10-16..2020-10-31 part-of-month'],
    ['R3.3末', '2021-03-21..2021-03-31 part-of-month ~'],
    ['8月末', 'year-needed'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a month', () => {
  test.each([
    'R2.8',
    'R2. 8',
    'Ｒ２．８',
    'H32.8',
    'R2/8',
    'R2-08',
    'R2年8月',
    '令和2年8月',
    '令和二年八月',
    '令和2年（2020年）8月',
    '2020.8',
    '2020-08',
    '2020年8月',
    '2020/08',
    'R2.8月',
    'R2.8 現在',
    'R2.8中',
  ])('%s', (text) => {
    expect(read(text)).toBe(month);
  });

  test.each([
    ['R元.8', '2019-08-01..2019-08-31 month'],
    ['R 元. 9', '2019-09-01..2019-09-30 month'],
    ['R1.9', '2019-09-01..2019-09-30 month'],
    ['H31.5', '2019-05-01..2019-05-31 month'],
    ['R2.8頃', '2020-08-01..2020-08-31 month ~'],
    ['R2.8ごろ', '2020-08-01..2020-08-31 month ~'],
    ['R2.11開催予定', '2020-11-01..2020-11-30 month'],
    ['R2年末', '2020-12-01..2020-12-31 month'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('several months', () => {
  test.each([
    ['R元.12～R2.3', '2019-12-01..2020-03-31 months'],
    ['R元.12〜R2.3', '2019-12-01..2020-03-31 months'],
    ['R元.12~R2.3', '2019-12-01..2020-03-31 months'],
    ['R元.12−R2.3', '2019-12-01..2020-03-31 months'],
    ['R元.12–R2.3', '2019-12-01..2020-03-31 months'],
    ['R元.12からR2.3', '2019-12-01..2020-03-31 months'],
    ['R元. 10 ～ R2. 2', '2019-10-01..2020-02-29 months'],
    ['R2.8～10', '2020-08-01..2020-10-31 months'],
    ['R2.12～2', '2020-12-01..2021-02-28 months'],
    ['令和2年8月～10月頃', '2020-08-01..2020-10-31 months ~'],
    ['R2年前半', '2020-01-01..2020-06-30 months'],
    ['R2.秋～R2.冬', '2020-09-01..2021-02-28 months'],
    ['H30年～R2年度', '2018-01-01..2021-03-31 months'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a season', () => {
  test.each([
    ['R2.春頃', '2020-03-01..2020-05-31 season ~'],
    ['R2.夏', '2020-06-01..2020-08-31 season'],
    ['R2.秋頃', '2020-09-01..2020-11-30 season ~'],
    ['R2秋', '2020-09-01..2020-11-30 season'],
    ['令和2年の秋', '2020-09-01..2020-11-30 season'],
    ['R2. 冬頃', '2020-12-01..2021-02-28 season ~'],
    ['H31.冬', '2019-12-01..2020-02-29 season'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a part of a fiscal year', () => {
  test.each([
    ['R2年度末頃', '2021-02-01..2021-03-31 part-of-fiscal-year ~'],
    ['R2 年度末', '2021-02-01..2021-03-31 part-of-fiscal-year'],
    ['R3年度始め頃', '2021-04-01..2021-05-31 part-of-fiscal-year ~'],
    ['R3年度当初', '2021-04-01..2021-05-31 part-of-fiscal-year'],
    ['R2年度上半期', '2020-04-01..2020-09-30 part-of-fiscal-year'],
    ['R2年度前半', '2020-04-01..2020-09-30 part-of-fiscal-year'],
    ['R2年度下半期', '2020-10-01..2021-03-31 part-of-fiscal-year'],
    ['R2年度後半', '2020-10-01..2021-03-31 part-of-fiscal-year'],
    ['R2上半期', '2020-04-01..2020-09-30 part-of-fiscal-year'],
    ['R2年度第1四半期', '2020-04-01..2020-06-30 part-of-fiscal-year'],
    ['2020年度第２四半期', '2020-07-01..2020-09-30 part-of-fiscal-year'],
    ['R2年度 第 3 四半期', '2020-10-01..2020-12-31 part-of-fiscal-year'],
    ['R2年度4Q', '2021-01-01..2021-03-31 part-of-fiscal-year'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('without a year is of the fiscal year of the context', () => {
    expect(read('年度末頃', { fiscalYear: 2020 })).toBe('2021-02-01..2021-03-31 part-of-fiscal-year ~');
    expect(read('第1四半期', { fiscalYear: 2020 })).toBe('2020-04-01..2020-06-30 part-of-fiscal-year');
  });
});

describe('years and fiscal years', () => {
  test.each([
    ['H30', '2018-01-01..2018-12-31 year'],
    ['R 元', '2019-01-01..2019-12-31 year'],
    ['H32', '2020-01-01..2020-12-31 year'],
    ['昭和100年', '2025-01-01..2025-12-31 year'],
    ['平成三十年', '2018-01-01..2018-12-31 year'],
    ['2020年', '2020-01-01..2020-12-31 year'],
    ['2020', '2020-01-01..2020-12-31 year'],
    ['R2年度', '2020-04-01..2021-03-31 fiscal-year'],
    ['R 元年度', '2019-04-01..2020-03-31 fiscal-year'],
    ['2020年度', '2020-04-01..2021-03-31 fiscal-year'],
    ['FY2020', '2020-04-01..2021-03-31 fiscal-year'],
    ['R2年度中', '2020-04-01..2021-03-31 fiscal-year'],
    ['令和2年度（2020年度）', '2020-04-01..2021-03-31 fiscal-year'],
    ['H29～R2', '2017-01-01..2020-12-31 years'],
    ['H29～31', '2017-01-01..2019-12-31 years'],
    ['2018～2020年', '2018-01-01..2020-12-31 years'],
    ['R元年度～R3年度', '2019-04-01..2022-03-31 years'],
    ['R2～4年度', '2020-04-01..2023-03-31 years'],
    ['R2-4年度', '2020-04-01..2023-03-31 years'],
    ['平成30～令和2年度', '2018-04-01..2021-03-31 years'],
    ['R2年度～R4', '2020-04-01..2023-03-31 years'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

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
