import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { type PeriodContext, readPeriod } from '../../../src/domain/period/read-period.ts';

const today = calendarDay('2020-08-24');

/** `first..last precision`, with ~ for an approximate one. */
function read(text: string, context: PeriodContext = {}): string {
  const outcome = readPeriod(text, context);
  if (!outcome.ok) return outcome.refusal.kind;
  const { first, last, precision, approximate } = outcome.value;
  return `${first ?? ''}..${last ?? ''} ${precision}${approximate ? ' ~' : ''}`;
}

describe('a period without its year', () => {
  test.each([
    ['6/11', '2019-06-11..2019-06-11 day'],
    ['6月11日（火）', '2019-06-11..2019-06-11 day'],
    ['9月', '2019-09-01..2019-09-30 month'],
    ['12/25～1/5', '2019-12-25..2020-01-05 days'],
    ['3/11-13', '2019-03-11..2019-03-13 days'],
    ['秋頃', '2019-09-01..2019-11-30 season ~'],
  ])('%s takes it from the context', (text, expected) => {
    expect(read(text, { year: 2019 })).toBe(expected);
  });

  test.each([
    ['6/11', ['2020-06-11', '2021-06-11']],
    ['8月', ['2019-08-01', '2020-08-01']],
    ['8月25日', ['2019-08-25', '2020-08-25']],
    ['8/24', ['2019-08-24', '2020-08-24']],
    ['8月～', ['2019-08-01', '2020-08-01']],
    ['2/29', ['2020-02-29', '2024-02-29']],
    ['6/11(木)', ['2020-06-11', '2026-06-11']],
    ['年度末', ['2020-02-01', '2021-02-01']],
  ])('%s asks, and proposes the past one and the next', (text, expected) => {
    const outcome = readPeriod(text, { today });
    const candidates =
      !outcome.ok && outcome.refusal.kind === 'year-needed' ? outcome.refusal.candidates : [];
    expect(candidates.map(({ first }) => first)).toEqual(expected);
    expect(candidates.map((candidate) => candidate.text)).toEqual([text, text]);
  });

  test('proposes nothing if nobody says what day it is', () => {
    expect(readPeriod('6/11')).toEqual({ ok: false, refusal: { kind: 'year-needed', candidates: [] } });
  });
});

describe('a refusal', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['　\t ', { kind: 'empty' }],
    ['R2.2.30', { kind: 'no-such-day', year: 2020, month: 2, day: 30, lastDay: 29 }],
    ['2021-02-29', { kind: 'no-such-day', year: 2021, month: 2, day: 29, lastDay: 28 }],
    ['R2.8.0', { kind: 'no-such-day', year: 2020, month: 8, day: 0, lastDay: 31 }],
    ['R2.9.1～31', { kind: 'no-such-day', year: 2020, month: 9, day: 31, lastDay: 30 }],
    ['6/31', { kind: 'no-such-day', year: null, month: 6, day: 31, lastDay: 30 }],
    ['R2.13', { kind: 'no-such-month', month: 13 }],
    ['R2.0', { kind: 'no-such-month', month: 0 }],
    ['2020-15-01', { kind: 'no-such-month', month: 15 }],
    ['13月', { kind: 'no-such-month', month: 13 }],
    ['平成二二二年', { kind: 'no-such-era-year', era: 'H', year: 222, lastYear: 60 }],
    ['令和0年', { kind: 'no-such-era-year', era: 'R', year: 0, lastYear: 99 }],
    ['昭和101年', { kind: 'no-such-era-year', era: 'S', year: 101, lastYear: 100 }],
    ['R100年度通年', { kind: 'no-such-era-year', era: 'R', year: 100, lastYear: 99 }],
    ['R2.8.25～R2.8.1', { kind: 'ends-before-it-starts', first: '2020-08-25', last: '2020-08-01' }],
    ['R2.8.25-13', { kind: 'ends-before-it-starts', first: '2020-08-25', last: '2020-08-13' }],
    ['1867年', { kind: 'out-of-range', year: 1867, earliest: 1868, latest: 2199 }],
    ['2200-01-01', { kind: 'out-of-range', year: 2200, earliest: 1868, latest: 2199 }],
    ['R2.8.25（水）', { kind: 'wrong-weekday', day: '2020-08-25', written: 3, actual: 2 }],
    ['R2.8.25（火）～27日（金）', { kind: 'wrong-weekday', day: '2020-08-27', written: 5, actual: 4 }],
  ])('%j', (text, refusal) => {
    expect(readPeriod(text)).toEqual({ ok: false, refusal });
  });

  test('of a far year in the context', () => {
    expect(read('6/11', { year: 1600 })).toBe('out-of-range');
    expect(read('通年', { fiscalYear: 2300 })).toBe('out-of-range');
  });

  test.each([
    '2/3箇所',
    '0/5社以上',
    '13. 9%',
    '3.2km',
    'セミナー2020',
    '①H29.7',
    '①',
    '第 7 回',
    '5G',
    'R2.8と9',
    'R2.8.25 R2.8.26',
    'R2.8～10社',
    'R2.',
    'R',
    '令和',
    '8.25',
    '25日',
    '末',
    '下旬',
    'R2年8',
    '十十月',
    '十月十十日',
    '令和2年（2021年）8月',
    'R2.8.25（火',
    'R20200825',
    '20200825',
    '99999年',
    'R2.初めて',
    'R2年度当初予算',
    `R2.8${' '.repeat(200)}`,
  ])('%s is not a period', (text) => {
    expect(read(text)).toBe('not-a-period');
  });
});

const dateCharacters = fc.constantFrom(
  ...'MTSHRr明治大正昭和平成令元年度月日上中下旬春夏秋冬末頃まで〜～-から以降随時適宜通未定第四半期0123456789０２８一二十〇.．/ 　(（火)）①予開催%'.split(
    '',
  ),
);

describe('whatever is typed', () => {
  test.each([
    ['any text', fc.string({ unit: 'binary' })],
    ['date characters', fc.array(dateCharacters, { maxLength: 24 }).map((parts) => parts.join(''))],
  ])('%s never throws, and is kept unchanged', (_name, texts) => {
    fc.assert(
      fc.property(
        texts,
        fc.option(fc.integer({ min: 1868, max: 2199 }), { nil: undefined }),
        (text, year) => {
          const outcome = readPeriod(
            text,
            year === undefined ? { today } : { today, year, fiscalYear: year },
          );
          if (!outcome.ok) return;
          const { first, last } = outcome.value;
          expect(outcome.value.text).toBe(text);
          expect(first === null || last === null || first <= last).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([' ', '(', 'R', '2', '.', '十', 'R2', '～', '年度', '1-', 'R2.8～', '第 ', '2020'])(
    'a long run of %j takes no longer than its length',
    (part) => {
      const text = `R2${part.repeat(200)}`.slice(0, 200);
      const started = performance.now();
      for (let round = 0; round < 100; round += 1) readPeriod(text, { today });
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});
