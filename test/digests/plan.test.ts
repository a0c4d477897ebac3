import { describe, expect, test } from '@jest/globals';
import { firstRun, nextPosted, periodsDue } from '../../src/digests/plan.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { aSchedule } from './support/subscriptions.ts';

const at = (text: string) => new Date(`${text}:00+09:00`);

describe('the periods that fell due', () => {
  test('are those from the next run to now, and then comes the next', () => {
    const span = { from: at('2020-08-24T09:00'), now: at('2020-09-07T09:00'), most: 10 };
    const { periods, nextRunAt } = periodsDue(aSchedule(), span);
    expect(periods.map(({ periodKey }) => periodKey)).toEqual(['2020-W35', '2020-W36', '2020-W37']);
    expect(nextRunAt).toEqual(at('2020-09-14T09:00'));
  });

  test('are so many at once, and the rest is still to come', () => {
    const span = { from: at('2020-08-24T09:00'), now: at('2021-08-24T09:00'), most: 2 };
    const { periods, nextRunAt } = periodsDue(aSchedule(), span);
    expect([periods.length, nextRunAt]).toEqual([2, at('2020-09-07T09:00')]);
  });

  test('are none before the first', () => {
    const first = at('2020-08-24T09:00');
    const none = periodsDue(aSchedule(), { from: first, now: at('2020-08-24T08:59'), most: 10 });
    expect(none).toEqual({ periods: [], nextRunAt: first });
  });
});

describe('what a changed subscription waits for', () => {
  const friday = aSchedule({ weekdays: [5] });
  const now = at('2020-08-24T12:00');

  test.each([
    ['is this week where it had none', [], '2020-W35'],
    ['is the next week where this one was delivered', ['2020-W35'], '2020-W36'],
  ])('%s', (_, used, periodKey) => {
    expect(firstRun(friday, { now, usedKeys: new Set(used) }).periodKey).toBe(periodKey);
  });
});

describe('the next digest that is posted', () => {
  const nextRunAt = at('2020-08-24T09:00');

  test('comes after the holidays', () => {
    const waiting = { ...aSchedule(), nextRunAt };
    expect(nextPosted(waiting, at('2020-09-14T09:00')).periodKey).toBe('2020-W40');
  });

  test('is not in a week that had its digest on another day', () => {
    const moved = { ...aSchedule({ weekdays: [5] }), nextRunAt: at('2020-09-04T09:00') };
    expect(nextPosted(moved, at('2020-08-24T12:00')).periodKey).toBe('2020-W36');
  });

  test('is the next planned one in an office that is never open', () => {
    const days = Array.from({ length: 4_000 }, (_, day) =>
      calendarDay(new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)),
    );
    const closed = { ...aSchedule({ localClosingDays: days }), nextRunAt };
    expect(nextPosted(closed, at('2020-08-20T09:00')).periodKey).toBe('2020-W35');
  });
});
