import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDay } from '../../src/domain/calendar-day.ts';
import { fiscalYearOf, fiscalYearSpan } from '../../src/domain/fiscal-year.ts';

describe('a fiscal year', () => {
  test.each([
    ['2020-03-31', 2019],
    ['2020-04-01', 2020],
    ['2020-12-31', 2020],
    ['2021-01-01', 2020],
    ['2021-03-31', 2020],
  ])('%s is in %d', (day, expected) => {
    expect(fiscalYearOf(calendarDay(day))).toBe(expected);
  });

  test('runs from 1 April to 31 March', () => {
    expect(fiscalYearSpan(2020)).toEqual({ first: '2020-04-01', last: '2021-03-31' });
  });

  test('follows the one before without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9997 }), (year) => {
        const { first, last } = fiscalYearSpan(year);
        expect(addDays(last, 1)).toBe(fiscalYearSpan(year + 1).first);
        expect([fiscalYearOf(first), fiscalYearOf(last)]).toEqual([year, year]);
      }),
    );
  });
});
