import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import {
  businessDayIn,
  businessDaysSince,
  isBusinessDay,
  nextReminders,
  reminderDay,
} from '../../src/reminders/business-days.ts';

const tokyo = 'Asia/Tokyo';

test.each([
  ['2020-08-24', true],
  ['2020-08-29', false],
  ['2020-08-30', false],
  ['2020-09-21', false],
  ['2020-12-29', false],
  ['2021-01-03', false],
  ['2021-01-04', true],
])('%s: business day %s', (day, is) => {
  expect(isBusinessDay(calendarDay(day))).toBe(is);
});

test.each([
  ['2020-08-24T09:29:59+09:00', null],
  ['2020-08-24T09:30:00+09:00', '2020-08-24'],
  ['2020-08-24T16:59:59+09:00', '2020-08-24'],
  ['2020-08-24T17:00:00+09:00', null],
  ['2020-08-29T10:00:00+09:00', null],
  ['2020-09-21T10:00:00+09:00', null],
])('at %s the reminders of %s may be sent', (now, day) => {
  expect(reminderDay(new Date(now), tokyo)).toBe(day);
});

test.each([
  ['2020-08-24T09:00:00+09:00', '2020-08-24T09:30:00+09:00'],
  ['2020-08-24T09:30:00+09:00', '2020-08-25T09:30:00+09:00'],
  ['2020-08-28T12:00:00+09:00', '2020-08-31T09:30:00+09:00'],
  ['2020-09-18T12:00:00+09:00', '2020-09-23T09:30:00+09:00'],
  ['2020-12-28T12:00:00+09:00', '2021-01-04T09:30:00+09:00'],
])('after %s reminders come at %s', (after, next) => {
  expect(nextReminders(new Date(after), tokyo)).toEqual(new Date(next));
});

test.each([
  ['2020-08-24', 1, '2020-08-25'],
  ['2020-08-28', 1, '2020-08-31'],
  ['2020-09-14', 7, '2020-09-23'],
])('from %s, %s days later is %s', (day, days, later) => {
  expect(businessDayIn(calendarDay(day), days)).toBe(later);
});

test.each([
  ['2020-08-21', '2020-08-21', 0],
  ['2020-08-21', '2020-08-24', 1],
  ['2020-08-21', '2020-08-25', 2],
  ['2020-09-18', '2020-09-23', 1],
  ['2020-08-25', '2020-08-21', 0],
  ['1999-01-01', '2020-08-25', 2],
])('from %s to %s there are %s business days, two at most', (day, today, count) => {
  const given = { today: calendarDay(today), most: 2 };
  expect(businessDaysSince(calendarDay(day), given)).toBe(count);
});

test('the next reminders always lie within the hours of a business day, in every zone', () => {
  const instants = fc.date({
    min: new Date('2019-01-01T00:00:00Z'),
    max: new Date('2024-12-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const zones = fc.constantFrom(tokyo, 'America/New_York', 'Europe/Berlin', 'UTC');
  fc.assert(
    fc.property(instants, zones, (after, zone) => {
      const next = nextReminders(after, zone);
      expect(next > after).toBe(true);
      expect(reminderDay(next, zone)).not.toBeNull();
      expect(reminderDay(new Date(next.getTime() - 1), zone)).toBeNull();
    }),
  );
});
