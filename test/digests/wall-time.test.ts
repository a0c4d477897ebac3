import { describe, expect, test } from '@jest/globals';
import { instantAt, isWallTime } from '../../src/digests/wall-time.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';

describe('the instant of a wall time', () => {
  test.each([
    ['Asia/Tokyo', '2020-08-24', '09:00', '2020-08-24T00:00:00.000Z'],
    ['UTC', '2020-08-24', '09:00', '2020-08-24T09:00:00.000Z'],
    ['America/New_York', '2020-01-06', '09:00', '2020-01-06T14:00:00.000Z'],
    ['America/New_York', '2020-07-06', '09:00', '2020-07-06T13:00:00.000Z'],
    // On the days on which the clock changes, before and after.
    ['America/New_York', '2020-03-08', '01:30', '2020-03-08T06:30:00.000Z'],
    ['America/New_York', '2020-03-08', '09:00', '2020-03-08T13:00:00.000Z'],
    ['Europe/Berlin', '2020-10-25', '09:00', '2020-10-25T08:00:00.000Z'],
    // A time that does not come moves on by the hour that is left out.
    ['America/New_York', '2020-03-08', '02:30', '2020-03-08T07:30:00.000Z'],
    ['Europe/Berlin', '2020-03-29', '02:00', '2020-03-29T01:00:00.000Z'],
    // Of a time that comes twice it is the first.
    ['America/New_York', '2020-11-01', '01:30', '2020-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '2020-10-25', '02:30', '2020-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2020-10-04', '02:15', '2020-10-03T15:45:00.000Z'],
  ])('%s %s %s', (timeZone, day, time, instant) => {
    expect(instantAt(calendarDay(day), { time, timeZone }).toISOString()).toBe(instant);
  });

  test.each(['24:00', '9:00', '09:60', ''])('no clock shows %j', (time) => {
    expect(isWallTime(time)).toBe(false);
    expect(() => instantAt(calendarDay('2020-08-24'), { time, timeZone: 'UTC' })).toThrow(RangeError);
  });

  test('a zone that nobody knows', () => {
    const at = () => instantAt(calendarDay('2020-08-24'), { time: '09:00', timeZone: 'Asia/Yamaguchi' });
    expect(at).toThrow(RangeError);
  });
});
