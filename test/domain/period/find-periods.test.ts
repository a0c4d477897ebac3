import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FoundPeriod, findPeriods } from '../../../src/domain/period/find-periods.ts';
import { readPeriod } from '../../../src/domain/period/read-period.ts';
import { editionDates } from './edition-dates.ts';

/** The year of 6/11 in the edition. */
const context = { year: 2019 };

function written({ period, ordinal }: FoundPeriod): string {
  const { text, first, last, precision } = period;
  return `${ordinal === null ? '' : `${ordinal}: `}${text} = ${first ?? ''}..${last ?? ''} ${precision}`;
}

describe('the edition of August 2020', () => {
  test.each(editionDates)('%s', (phrase, ...dates) => {
    expect(findPeriods(phrase, context).map(written)).toEqual(dates);
  });

  test('has 119 dates, of which 17 name days', () => {
    const counts = new Map<string, number>();
    for (const { period } of editionDates.flatMap(([phrase]) => findPeriods(phrase, context))) {
      counts.set(period.precision, (counts.get(period.precision) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      day: 14,
      days: 3,
      'part-of-month': 4,
      month: 78,
      months: 2,
      season: 4,
      'part-of-fiscal-year': 1,
      year: 7,
      'fiscal-year': 4,
      always: 1,
      'as-needed': 1,
    });
  });
});

describe('no date', () => {
  test.each([
    '緩和する主要渋滞箇所数：2/3箇所',
    'スタートアップ企業の誘致件数：0/5 社以上',
    '事業化件数：3 件/5 件',
    '導入率：13. 9%/16. 0%',
    '整備延長：3.2km/3.9km',
    '整備完了延長：30.8km/30km',
    'やまぐち自動車産業セミナー2020の開催',
    'ローカル 5G を活用した',
    '第 7 回 キエンザン省訪問',
    '第10回研究会',
    '付加価値増加額：98.1億円/115億円',
    '地域コホート研究の開始 (18カ月間)',
    '（全 4 回）',
    '（PWS:18社28名参加',
    '（12 人参加',
    '昨年度実施した展示商談会',
    '必要に応じて随時見直す',
    '通年採用の拡大',
    'H2ステーション',
    'H2O',
    'M1 と T1',
    'R2-D2',
    'CSR2.8',
    '2020.8億円',
    '売上 2020',
    'R2.2.30',
    'R2.13',
    'R2.8.123',
    'R2.8%',
    'R2.5km',
    '8月号',
    '一月当たり',
    'https://example.jp/2020/8/25/',
    '083-933-2460',
    '7.5倍',
    '1/2補助',
    '補助率2/3以内',
    '50-60社',
    '未定稿',
  ])('%s', (line) => {
    expect(findPeriods(line, context)).toEqual([]);
  });

  test.each(['（6/11）', '（9月）', '8月25日', '秋頃'])('%s without a year to go by', (line) => {
    expect(findPeriods(line)).toEqual([]);
  });
});

describe('a date within a line', () => {
  test.each([
    ['会議（2020年8月25日）', '2020年8月25日 = 2020-08-25..2020-08-25 day'],
    ['8/25(日) 14:00～16:00', '8/25(日) = 2019-08-25..2019-08-25 day'],
    ['令和2年8月25日（火）14:00～16:00', '令和2年8月25日（火） = 2020-08-25..2020-08-25 day'],
    ['会議 2020-08-25 開催', '2020-08-25 = 2020-08-25..2020-08-25 day'],
    ['公表（2020.8）', '2020.8 = 2020-08-01..2020-08-31 month'],
    ['計画（2018～2020年）', '2018～2020年 = 2018-01-01..2020-12-31 years'],
    ['令和二年八月二十五日に開催', '令和二年八月二十五日 = 2020-08-25..2020-08-25 day'],
    ['㉑R2.8', '21: R2.8 = 2020-08-01..2020-08-31 month'],
    ['㊱ R2.8', '36: R2.8 = 2020-08-01..2020-08-31 month'],
    ['R2.6 5G 基地局', 'R2.6 = 2020-06-01..2020-06-30 month'],
    ['R2.8JICA 事業', 'R2.8 = 2020-08-01..2020-08-31 month'],
    ['R2.8～10社が参加', 'R2.8 = 2020-08-01..2020-08-31 month'],
    ['R2年度中小企業支援', 'R2年度 = 2020-04-01..2021-03-31 fiscal-year'],
    ['R2年度初めての開催', 'R2年度 = 2020-04-01..2021-03-31 fiscal-year'],
    ['S62 年開設', 'S62 年 = 1987-01-01..1987-12-31 year'],
    ['（9月、東京）', '9月 = 2019-09-01..2019-09-30 month'],
  ])('%s', (line, expected) => {
    expect(findPeriods(line, context).map(written)).toEqual([expected]);
  });

  test('an emoji or a ligature before it does not shift the offsets', () => {
    const [found] = findPeriods('🎉㈱開催（R2.8）');
    expect([found?.start, found?.end]).toEqual([6, 10]);
  });
});

const pieces = fc.constantFrom(
  'R2.8',
  'R 元. 9',
  '①',
  '②H30.2',
  '、',
  '（',
  '）',
  '～',
  '-',
  '13',
  ' ',
  '6/11',
  '通年',
  '適宜',
  '年度末頃',
  'R3年度',
  '下旬',
  'まで',
  '社',
  '%',
  '令和二年',
  '八月',
  '2020',
  '.8',
  '/25',
  'セミナー',
  '🎉',
  '第',
  'H',
);
const lines = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('in any line', () => {
  test('offsets cut out the text, in order and apart, and the text alone reads the same', () => {
    fc.assert(
      fc.property(lines, (line) => {
        let end = 0;
        for (const found of findPeriods(line, context)) {
          expect(line.slice(found.start, found.end)).toBe(found.period.text);
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(readPeriod(found.period.text, context)).toEqual({ ok: true, value: found.period });
          end = found.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  test.each(['R', '1', 'R2.', '(', '①', '十', '令和', 'R ', '6/', '年度', '適宜'])(
    '20,000 characters of %j take no longer than their length',
    (part) => {
      const line = part.repeat(20_000 / part.length);
      const started = performance.now();
      findPeriods(line, context);
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );
});
