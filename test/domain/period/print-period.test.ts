import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, calendarDay } from '../../../src/domain/calendar-day.ts';
import type { Period } from '../../../src/domain/period/period.ts';
import {
  asWritten,
  type PrintOptions,
  printDay,
  printPeriod,
} from '../../../src/domain/period/print-period.ts';
import { readPeriod } from '../../../src/domain/period/read-period.ts';
import { anyPeriod } from './arbitrary-period.ts';

const short = { language: 'ja', style: 'short' } as const;
const long = { language: 'ja', style: 'long' } as const;
const western = { ...long, western: true } as const;
const english = { language: 'en', style: 'short' } as const;
const longEnglish = { language: 'en', style: 'long' } as const;

function period(text: string): Period {
  const outcome = readPeriod(text);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.refusal.kind}`);
  return outcome.value;
}

describe('a period in Japanese', () => {
  test.each([
    ['R2. 8. 25', 'R2.8.25', '令和2年8月25日（火）'],
    ['2019-05-01', 'R元.5.1', '令和元年5月1日（水）'],
    ['H30. 9. 9-13', 'H30.9.9～13', '平成30年9月9日（日）～13日（木）'],
    ['H30.9.28-10.3', 'H30.9.28～10.3', '平成30年9月28日（金）～10月3日（水）'],
    ['H31.4.28～R元.5.3', 'H31.4.28～R元.5.3', '平成31年4月28日（日）～令和元年5月3日（金）'],
    ['R2.11下旬', 'R2.11下旬', '令和2年11月下旬'],
    ['R2.10初旬', 'R2.10上旬', '令和2年10月上旬'],
    ['R2. 8', 'R2.8', '令和2年8月'],
    ['H31.5', 'R元.5', '令和元年5月'],
    ['2019-04', 'H31.4', '平成31年4月'],
    ['R2.8頃', 'R2.8頃', '令和2年8月頃'],
    ['R元.12～R2.3', 'R元.12～R2.3', '令和元年12月～令和2年3月'],
    ['R2.8～R2.10', 'R2.8～10', '令和2年8月～10月'],
    ['R2. 冬ごろ', 'R2.冬頃', '令和2年冬頃'],
    ['R2 年度末頃', 'R2年度末頃', '令和2年度末頃'],
    ['R2年度前半', 'R2年度上半期', '令和2年度上半期'],
    ['R2年度2Q', 'R2年度第2四半期', '令和2年度第2四半期'],
    ['H30年', 'H30', '平成30年'],
    ['H31年度', 'R元年度', '令和元年度'],
    ['R元～3年度', 'R元年度～R3年度', '令和元年度～令和3年度'],
    ['H29～R2', 'H29～R2', '平成29年～令和2年'],
    ['H30以降', 'H30～', '平成30年から'],
    ['R 元. 8～以降随時', 'R元.8～', '令和元年8月から'],
    ['R3. 2まで', 'R3.2まで', '令和3年2月まで'],
    ['通年', '通年', '通年'],
    ['R2年度通年', 'R2年度通年', '令和2年度通年'],
    ['適宜開催', '適宜', '適宜'],
    ['時期未定', '未定', '未定'],
  ])('%s is %s, %s', (text, expectedShort, expectedLong) => {
    expect([printPeriod(period(text), short), printPeriod(period(text), long)]).toEqual([
      expectedShort,
      expectedLong,
    ]);
  });

  test.each([
    ['R2.8.25', '令和2年（2020年）8月25日（火）', 'R2.8.25（2020年）'],
    ['R2.8', '令和2年（2020年）8月', 'R2.8（2020年）'],
    ['R元.12～R2.3', '令和元年（2019年）12月～令和2年（2020年）3月', 'R元.12～R2.3（2019～2020年）'],
    ['R2年度末頃', '令和2年度（2020年度）末頃', 'R2年度末頃（2020年度）'],
    ['R2年度', '令和2年度（2020年度）', 'R2年度（2020年度）'],
    ['R2年度通年', '令和2年度（2020年度）通年', 'R2年度通年'],
    ['未定', '未定', '未定'],
  ])('%s with the western year is %s, %s', (text, expectedLong, expectedShort) => {
    expect([
      printPeriod(period(text), western),
      printPeriod(period(text), { ...short, western: true }),
    ]).toEqual([expectedLong, expectedShort]);
  });
});

describe('a period in English', () => {
  test.each([
    ['R2.8.25', '25 Aug 2020', 'Tue 25 Aug 2020'],
    ['H30.9.9-13', '9–13 Sep 2018', 'Sun 9 Sep 2018 – Thu 13 Sep 2018'],
    ['H30.9.28-10.3', '28 Sep – 3 Oct 2018', 'Fri 28 Sep 2018 – Wed 3 Oct 2018'],
    ['H30.12.28-1.3', '28 Dec 2018 – 3 Jan 2019', 'Fri 28 Dec 2018 – Thu 3 Jan 2019'],
    ['R2.11下旬', 'Late Nov 2020', 'Late Nov 2020'],
    ['R2.8', 'Aug 2020', 'Aug 2020'],
    ['R2.8頃', 'Around Aug 2020', 'Around Aug 2020'],
    ['R元.12～R2.3', 'Dec 2019 – Mar 2020', 'Dec 2019 – Mar 2020'],
    ['R2.8～10', 'Aug–Oct 2020', 'Aug–Oct 2020'],
    ['R2.秋', 'Autumn 2020', 'Autumn 2020 (Sep–Nov)'],
    ['R2.冬頃', 'Around winter 2020', 'Around winter 2020 (Dec–Feb)'],
    ['R2年度末頃', 'Around end of FY2020', 'Around end of FY2020 (Feb–Mar)'],
    ['R2年度第1四半期', 'First quarter of FY2020', 'First quarter of FY2020 (Apr–Jun)'],
    ['H30', '2018', '2018'],
    ['R2年度', 'FY2020', 'FY2020'],
    ['H29～R2', '2017–2020', '2017–2020'],
    ['R元年度～R3年度', 'FY2019–FY2021', 'FY2019–FY2021'],
    ['R2.8～', 'from Aug 2020 on', 'from Aug 2020 on'],
    ['R3.2まで', 'until Feb 2021', 'until Feb 2021'],
    ['R3.2頃まで', 'until around Feb 2021', 'until around Feb 2021'],
    ['通年', 'all year round', 'all year round'],
    ['R2年度通年', 'all year round, FY2020', 'all year round, FY2020'],
    ['適宜', 'as needed', 'as needed'],
    ['未定', 'not yet decided', 'not yet decided'],
  ])('%s is %s, %s', (text, expectedShort, expectedLong) => {
    expect([printPeriod(period(text), english), printPeriod(period(text), longEnglish)]).toEqual([
      expectedShort,
      expectedLong,
    ]);
  });
});

test('a day prints as the period of that day', () => {
  const day = calendarDay('2020-08-25');
  expect(printDay(day, short)).toBe('R2.8.25');
  expect(printDay(day, western)).toBe('令和2年（2020年）8月25日（火）');
  expect(printDay(day, longEnglish)).toBe('Tue 25 Aug 2020');
});

test('what was written stays as it was', () => {
  expect(asWritten(period('R 元. 8～以降随時'))).toBe('R 元. 8～以降随時');
});

const [first, last]: readonly CalendarDay[] = [calendarDay('2020-08-03'), calendarDay('2020-08-25')];

test.each(['day', 'month', 'season', 'part-of-fiscal-year', 'year', 'years', 'always'] as const)(
  'bounds that are no %s are printed as written',
  (precision) => {
    const odd: Period = {
      text: 'おおむね8月',
      first: first ?? null,
      last: last ?? null,
      precision,
      approximate: false,
    };
    expect(printPeriod(odd, short)).toBe('おおむね8月');
  },
);

describe('canonical Japanese', () => {
  test.each<[string, PrintOptions]>([
    ['short', short],
    ['long', long],
    ['long with western years', western],
  ])('%s reads back to the same period', (_name, options) => {
    fc.assert(
      fc.property(anyPeriod, (original) => {
        const printed = printPeriod(original, options);
        expect(readPeriod(printed)).toEqual({ ok: true, value: { ...original, text: printed } });
      }),
      { numRuns: 2000 },
    );
  });
});
