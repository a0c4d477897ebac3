import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { readSpan } from '../../../src/domain/period/read-span.ts';
import { anyDay } from './arbitrary-period.ts';

/** A Monday. */
const today = calendarDay('2020-08-24');

function read(text: string, day: string = today): string {
  const outcome = readSpan(text, calendarDay(day));
  return outcome.ok ? `${outcome.value.first}..${outcome.value.last}` : outcome.refusal.kind;
}

describe('a word for some days, on 24 August 2020', () => {
  test.each([
    ['今日', '2020-08-24..2020-08-24'],
    ['明日', '2020-08-25..2020-08-25'],
    ['明後日', '2020-08-26..2020-08-26'],
    ['昨日', '2020-08-23..2020-08-23'],
    ['今週', '2020-08-24..2020-08-30'],
    ['来週', '2020-08-31..2020-09-06'],
    ['再来週', '2020-09-07..2020-09-13'],
    ['先週', '2020-08-17..2020-08-23'],
    ['今月', '2020-08-01..2020-08-31'],
    ['来月', '2020-09-01..2020-09-30'],
    ['再来月', '2020-10-01..2020-10-31'],
    ['先月', '2020-07-01..2020-07-31'],
    ['今年', '2020-01-01..2020-12-31'],
    ['来年', '2021-01-01..2021-12-31'],
    ['昨年', '2019-01-01..2019-12-31'],
    ['今年度', '2020-04-01..2021-03-31'],
    ['来年度', '2021-04-01..2022-03-31'],
    ['昨年度', '2019-04-01..2020-03-31'],
    ['年度内', '2020-08-24..2021-03-31'],
    ['今後', '2020-08-24..2199-12-31'],
    ['today', '2020-08-24..2020-08-24'],
    ['Tomorrow', '2020-08-25..2020-08-25'],
    ['this week', '2020-08-24..2020-08-30'],
    ['next week', '2020-08-31..2020-09-06'],
    ['this month', '2020-08-01..2020-08-31'],
    ['next month', '2020-09-01..2020-09-30'],
    ['this fiscal year', '2020-04-01..2021-03-31'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a week ends with its Sunday', () => {
    expect(read('今週', '2020-08-30')).toBe('2020-08-24..2020-08-30');
  });

  test('a fiscal year ends in March', () => {
    expect(read('年度内', '2021-03-31')).toBe('2021-03-31..2021-03-31');
    expect(read('来年度', '2021-03-31')).toBe('2021-04-01..2022-03-31');
  });

  test('next month is not skipped on the 31st', () => {
    expect(read('来月', '2020-01-31')).toBe('2020-02-01..2020-02-29');
  });
});

describe('a length of time', () => {
  test.each([
    ['1日', '2020-08-24..2020-08-24'],
    ['10日', '2020-08-24..2020-09-02'],
    ['10日間', '2020-08-24..2020-09-02'],
    ['2w', '2020-08-24..2020-09-06'],
    ['２Ｗ', '2020-08-24..2020-09-06'],
    ['2週', '2020-08-24..2020-09-06'],
    ['2週間', '2020-08-24..2020-09-06'],
    ['2 weeks', '2020-08-24..2020-09-06'],
    ['next 2 weeks', '2020-08-24..2020-09-06'],
    ['3m', '2020-08-24..2020-11-23'],
    ['3か月', '2020-08-24..2020-11-23'],
    ['３ヶ月', '2020-08-24..2020-11-23'],
    ['今後3カ月', '2020-08-24..2020-11-23'],
    ['1y', '2020-08-24..2021-08-23'],
    ['5年', '2020-08-24..2025-08-23'],
    ['60か月', '2020-08-24..2025-08-23'],
    ['6y', 'too-long'],
    ['61m', 'too-long'],
    ['9999日', 'too-long'],
    ['0w', 'not-a-period'],
    ['99999d', 'not-a-period'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('says how long it may be', () => {
    expect(readSpan('6y', today)).toEqual({ ok: false, refusal: { kind: 'too-long', most: 5 } });
  });
});

describe('a period', () => {
  test.each([
    ['R2.11', '2020-11-01..2020-11-30'],
    ['R2.8.25', '2020-08-25..2020-08-25'],
    ['2020-11', '2020-11-01..2020-11-30'],
    ['2020年', '2020-01-01..2020-12-31'],
    ['Nov 2020', '2020-11-01..2020-11-30'],
    ['september 2021', '2021-09-01..2021-09-30'],
    ['Sept.', '2020-09-01..2020-09-30'],
    ['R2年度末頃', '2021-02-01..2021-03-31'],
    ['R2.9以降', '2020-09-01..2199-12-31'],
    ['R3.2まで', '2020-08-24..2021-02-28'],
    ['R2.2まで', '2020-02-29..2020-02-29'],
    ['通年', '2020-04-01..2021-03-31'],
    ['適宜', 'unbounded'],
    ['R2.2.30', 'no-such-day'],
    ['', 'empty'],
    ['そのうち', 'not-a-period'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['8月', '2020-08-01..2020-08-31'],
    ['9月', '2020-09-01..2020-09-30'],
    ['7月', '2021-07-01..2021-07-31'],
    ['8月～', '2020-08-01..2199-12-31'],
    ['6/11', '2021-06-11..2021-06-11'],
    ['夏', '2020-06-01..2020-08-31'],
    ['秋', '2020-09-01..2020-11-30'],
    ['春', '2021-03-01..2021-05-31'],
    ['年度末', '2021-02-01..2021-03-31'],
    ['上半期', '2020-04-01..2020-09-30'],
  ])('%s is the next one, or the present', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('冬 is still the present one in January', () => {
    expect(read('冬', '2021-01-15')).toBe('2020-12-01..2021-02-28');
  });

  test.each([
    ['来年3月', '2021-03-01..2021-03-31'],
    ['昨年の秋', '2019-09-01..2019-11-30'],
    ['来年度3月', '2022-03-01..2022-03-31'],
    ['来年度9月', '2021-09-01..2021-09-30'],
    ['今年度下半期', '2020-10-01..2021-03-31'],
    ['今年度末', '2021-02-01..2021-03-31'],
    ['来年12/25', '2021-12-25..2021-12-25'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('whatever is asked', () => {
  const words = fc.constantFrom(
    '今',
    '来',
    '再来',
    '週',
    '月',
    '年',
    '度',
    '末',
    '2',
    '10',
    'w',
    'か月',
    '日',
    'R2',
    '.8',
    '秋',
    '～',
    'next ',
    'nov',
    ' ',
  );
  const questions = fc.oneof(
    fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('never throws; a span ends no earlier than it begins and keeps the words', () => {
    fc.assert(
      fc.property(questions, anyDay, (text, day) => {
        const outcome = readSpan(text, day);
        if (!outcome.ok) return;
        expect(outcome.value.first <= outcome.value.last).toBe(true);
        expect(outcome.value.text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
