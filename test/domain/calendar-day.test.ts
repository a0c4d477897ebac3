import { describe, expect, test } from '@jest/globals';
import {
  addDays,
  addMonths,
  calendarDay,
  dayAt,
  daysInMonth,
  makeDay,
  partsOf,
  weekdayOf,
} from '../../src/domain/calendar-day.ts';

describe('a calendar day', () => {
  test.each([
    [2020, 2, 29, '2020-02-29'],
    [1868, 1, 1, '1868-01-01'],
    [33, 4, 3, '0033-04-03'],
    [2021, 2, 29, null],
    [2020, 4, 31, null],
    [2020, 13, 1, null],
    [2020, 0, 1, null],
    [2020, 1, 0, null],
    [2020, 1, 1.5, null],
    [0, 1, 1, null],
    [10_000, 1, 1, null],
  ])('%d-%d-%d is %s', (year, month, day, expected) => {
    expect(makeDay(year, month, day)).toBe(expected);
  });

  test.each(['2020-8-25', '2020-02-30', '2020-08-25T00:00', '', ' 2020-08-25'])('%j is none', (text) => {
    expect(() => calendarDay(text)).toThrow(RangeError);
  });

  test('has year, month and day', () => {
    expect(partsOf(calendarDay('2020-08-05'))).toEqual({ year: 2020, month: 8, day: 5 });
  });

  test.each([
    ['2020-08-25', 1, '2020-08-26'],
    ['2020-02-28', 2, '2020-03-01'],
    ['2020-01-01', -1, '2019-12-31'],
    ['2019-08-24', 366, '2020-08-24'],
  ])('%s and %d days is %s', (day, count, expected) => {
    expect(addDays(calendarDay(day), count)).toBe(expected);
  });

  test.each([
    ['2020-08-25', 1, '2020-09-25'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-08-31', -6, '2020-02-29'],
    ['2020-11-15', 14, '2022-01-15'],
  ])('%s and %d months is %s', (day, count, expected) => {
    expect(addMonths(calendarDay(day), count)).toBe(expected);
  });

  test('ends with the year 9999', () => {
    expect(() => addDays(calendarDay('9999-12-31'), 1)).toThrow(RangeError);
  });

  test.each([
    ['2020-08-24', 1],
    ['2020-08-29', 6],
    ['2020-08-30', 7],
  ])('%s is weekday %d', (day, expected) => {
    expect(weekdayOf(calendarDay(day))).toBe(expected);
  });

  test.each([
    [2020, 2, 29],
    [2100, 2, 28],
    [2020, 12, 31],
    [2020, 4, 30],
  ])('month %d-%d has %d days', (year, month, expected) => {
    expect(daysInMonth(year, month)).toBe(expected);
  });

  test('is the one of the zone, not of the instant', () => {
    const instant = new Date('2020-08-24T15:00:00Z');
    expect(dayAt(instant, 'Asia/Tokyo')).toBe('2020-08-25');
    expect(dayAt(instant, 'UTC')).toBe('2020-08-24');
  });
});
