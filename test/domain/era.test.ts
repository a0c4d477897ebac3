import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, makeDay, partsOf } from '../../src/domain/calendar-day.ts';
import { type Era, eraName, eras, eraYear, lastYearRead, westernYearOf } from '../../src/domain/era.ts';

describe('the era of a day', () => {
  test.each([
    ['1868-01-01', 'M', 1],
    ['1912-07-29', 'M', 45],
    ['1912-07-30', 'T', 1],
    ['1926-12-24', 'T', 15],
    ['1926-12-25', 'S', 1],
    ['1989-01-07', 'S', 64],
    ['1989-01-08', 'H', 1],
    ['2019-04-30', 'H', 31],
    ['2019-05-01', 'R', 1],
    ['2020-08-25', 'R', 2],
  ])('%s is %s%d', (day, era, year) => {
    expect(eraYear(calendarDay(day))).toEqual({ era, year });
  });

  test('is the one that Intl prints, since Meiji took the western calendar', () => {
    const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const days = fc.record({
      year: fc.integer({ min: 1873, max: 2199 }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(days, ({ year, month, date }) => {
        const day = calendarDay(makeDay(year, month, date) ?? '');
        const { era, year: inEra } = eraYear(day);
        const printed = format.format(new Date(`${day}T00:00:00Z`));
        expect(printed).toBe(`${eraName(era)}${inEra === 1 ? '元' : inEra}年`);
      }),
    );
  });
});

describe('the western year of an era year', () => {
  test.each<[Era, number, number | null]>([
    ['R', 1, 2019],
    ['H', 31, 2019],
    ['H', 32, 2020],
    ['H', 60, 2048],
    ['H', 61, null],
    ['S', 64, 1989],
    ['S', 100, 2025],
    ['S', 101, null],
    ['T', 15, 1926],
    ['M', 1, 1868],
    ['R', 0, null],
    ['R', 1.5, null],
  ])('%s%d is %s', (era, year, expected) => {
    expect(westernYearOf(era, year)).toBe(expected);
  });

  test.each(eras)('%s runs on for nearly thirty years at least', (era) => {
    const next = eras[eras.indexOf(era) + 1];
    const end = next === undefined ? 2019 : (westernYearOf(next, 1) ?? 0);
    expect(westernYearOf(era, lastYearRead(era))).toBeGreaterThanOrEqual(end + 28);
  });

  test('leads back to the year of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1868, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const day = calendarDay(makeDay(year, month, 28) ?? '');
        const { era, year: inEra } = eraYear(day);
        expect(westernYearOf(era, inEra)).toBe(partsOf(day).year);
      }),
    );
  });
});
