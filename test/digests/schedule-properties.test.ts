import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closingOf } from '../../src/digests/holidays.ts';
import type { PlannedOccurrence } from '../../src/digests/schedule.ts';
import { holidayRules, type Schedule } from '../../src/digests/subscription.ts';
import { addDays, calendarDay, dayAt, weekdayOf } from '../../src/domain/calendar-day.ts';
import { aSchedule } from './support/subscriptions.ts';
import { threeYears } from './support/three-years.ts';

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'UTC'] as const;

const two = (value: number) => String(value).padStart(2, '0');

const schedules: fc.Arbitrary<Schedule> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  timeZone: fc.constantFrom(...zones),
  weeksAhead: fc.integer({ min: 1, max: 12 }),
  holidayRule: fc.constantFrom(...holidayRules),
  // Single days, and whole weeks in August.
  localClosingDays: fc
    .uniqueArray(fc.integer({ min: 0, max: 1_095 }), { maxLength: 20 })
    .chain((offsets) => fc.integer({ min: 0, max: 25 }).map((length) => ({ offsets, length })))
    .map(({ offsets, length }) => [
      ...offsets.map((offset) => addDays(calendarDay('2020-01-01'), offset)),
      ...Array.from({ length }, (_, day) => addDays(calendarDay('2021-08-02'), day)),
    ]),
});

/** The same schedules for all statements, so that their years are planned once; a failure names the seed. */
const seed = Math.trunc(Math.random() * 2 ** 31);
const plans = new Map<string, readonly PlannedOccurrence[]>();

function planOf(schedule: Schedule): readonly PlannedOccurrence[] {
  const key = JSON.stringify(schedule);
  const plan = plans.get(key) ?? threeYears(schedule);
  plans.set(key, plan);
  return plan;
}

/** Checks a statement on the three years of many schedules. */
function always(statement: (planned: readonly PlannedOccurrence[], schedule: Schedule) => void): void {
  fc.assert(
    fc.property(schedules, (schedule) => {
      statement(planOf(schedule), schedule);
    }),
    { numRuns: 10, seed },
  );
}

describe('over three years of any schedule', () => {
  test('each is due after the one before', () => {
    always((planned) => {
      const wrong = planned.filter(({ dueAt }, index) => dueAt <= (planned[index - 1]?.dueAt ?? new Date(0)));
      expect(wrong).toEqual([]);
    });
  });

  test('every chosen day is there, due or moved or skipped with its reason, and once', () => {
    always((planned, { weekdays }) => {
      const days = planned.map(({ span }) => span.first);
      const [first, last] = [days[0], days.at(-1)];
      if (first === undefined || last === undefined) throw new Error('nothing is planned');
      const expected = [];
      for (let day = first; day <= last; day = addDays(day, 1))
        if (weekdays.includes(weekdayOf(day))) expected.push(day);
      expect(days).toEqual(expected);
      expect(first <= '2020-01-16' && last >= '2022-12-17').toBe(true);
    });
  });

  test('no two have one period key', () => {
    always((planned) => {
      expect(new Set(planned.map(({ periodKey }) => periodKey)).size).toBe(planned.length);
    });
  });

  test('none is posted on a closed day, nor two on one day', () => {
    always((planned, { timeZone, localClosingDays }) => {
      const posted = planned.filter(({ skippedBecause }) => skippedBecause === undefined);
      const days = posted.map(({ dueAt }) => dayAt(dueAt, timeZone));
      expect(days.filter((day) => closingOf(day, localClosingDays) !== null)).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    });
  });

  test('one of an open day is posted on it unless another moved there, and one that moved went the right way', () => {
    always((planned, { timeZone, localClosingDays, holidayRule }) => {
      for (const { dueAt, span, movedFrom, skippedBecause } of planned) {
        const open = closingOf(span.first, localClosingDays) === null;
        expect(skippedBecause !== undefined && open).toBe(false);
        expect(movedFrom !== undefined && (open || holidayRule === 'skip')).toBe(false);
        const day = dayAt(dueAt, timeZone);
        const direction = Math.sign(Number(day > span.first) - Number(day < span.first));
        expect(direction).toBe(movedFrom === undefined ? 0 : holidayRule === 'before' ? -1 : 1);
      }
    });
  });

  test('the clock of the zone shows the time that was set, but for the hour that spring leaves out', () => {
    always((planned, { time, timeZone }) => {
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
      const wrong = planned.filter(({ dueAt }) => clock.format(dueAt) !== time);
      const excused =
        time.startsWith('02') && (timeZone === 'America/New_York' || timeZone === 'Europe/Berlin');
      expect(wrong.filter(({ dueAt }) => !excused || dueAt.getUTCMonth() !== 2)).toEqual([]);
      expect(wrong.length).toBeLessThanOrEqual(3);
    });
  });
});

test('the zone of the process makes no difference', async () => {
  const script = fileURLToPath(new URL('./support/print-three-years.ts', import.meta.url));
  const given = zones.flatMap((timeZone) =>
    holidayRules.map((holidayRule) => aSchedule({ timeZone, holidayRule, weekdays: [1, 5], time: '02:30' })),
  );
  const run = promisify(execFile);
  const printed = await Promise.all(
    ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map(async (zone) => {
      const args = ['--import', 'tsx', script, JSON.stringify(given)];
      const options = { env: { ...process.env, TZ: zone }, maxBuffer: 64 << 20 };
      return JSON.parse((await run(process.execPath, args, options)).stdout);
    }),
  );
  expect(printed.map(({ midnight }) => midnight)).toEqual([
    '2020-07-01T00:00:00.000Z',
    '2020-07-01T04:00:00.000Z',
    '2020-06-30T10:00:00.000Z',
  ]);
  const here = JSON.parse(JSON.stringify(given.map(threeYears)));
  for (const { planned } of printed) expect(planned).toEqual(here);
});
