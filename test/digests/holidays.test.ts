import { describe, expect, test } from '@jest/globals';
import { closingOf, holidaysEndSoon, holidaysKnownUntil } from '../../src/digests/holidays.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';

describe('a day on which offices are closed', () => {
  test.each([
    ['2020-09-21', '敬老の日'],
    ['2020-09-22', '秋分の日'],
    // Moved for the Olympic Games, by law.
    ['2020-07-23', '海の日'],
    // A substitute holiday, and a day between two holidays.
    ['2021-08-09', '山の日 振替休日'],
    ['2020-05-06', '憲法記念日 振替休日'],
    ['2026-09-22', '休日'],
    ['2021-01-01', '元日'],
  ])('%s: %s', (day, name) => {
    expect(closingOf(calendarDay(day), [])).toMatchObject({ kind: 'holiday', name });
  });

  test.each([
    ['2020-12-28', null],
    ['2020-12-29', { kind: 'new-year' }],
    ['2020-12-31', { kind: 'new-year' }],
    ['2021-01-03', { kind: 'new-year' }],
    ['2021-01-04', null],
    ['2020-08-24', null],
    ['2020-07-20', null],
    ['2020-08-22', null],
  ])('%s: %j', (day, closing) => {
    expect(closingOf(calendarDay(day), [])).toEqual(closing);
  });

  test('an office has closing days of its own', () => {
    const day = calendarDay('2020-08-14');
    expect(closingOf(day, [day])).toEqual({ kind: 'local' });
    expect(closingOf(day, [])).toBeNull();
  });
});

describe('the calendar of holidays ends', () => {
  test('with 2050', () => {
    expect(holidaysKnownUntil).toBe('2050-12-31');
  });

  test.each([
    ['2020-08-24', false],
    ['2049-12-31', false],
    ['2050-01-01', true],
    ['2051-01-01', true],
  ])('on %s within a year: %j', (today, soon) => {
    expect(holidaysEndSoon(calendarDay(today))).toBe(soon);
  });
});
