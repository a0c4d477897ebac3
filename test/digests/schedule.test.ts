import { describe, expect, test } from '@jest/globals';
import { nextOccurrence, type PlannedOccurrence } from '../../src/digests/schedule.ts';
import type { Schedule } from '../../src/digests/subscription.ts';
import { calendarDay, dayAt } from '../../src/domain/calendar-day.ts';
import { aSchedule } from './support/subscriptions.ts';

/** The planned digests from one day to before another, as `key day [moved or skipped]`. */
function planned(schedule: Schedule, [from, until]: readonly [string, string]): string[] {
  const lines: string[] = [];
  let next = nextOccurrence(schedule, new Date(`${from}T00:00:00+09:00`));
  while (next.dueAt < new Date(`${until}T00:00:00+09:00`)) {
    lines.push(lineOf(next, schedule.timeZone));
    next = nextOccurrence(schedule, next.dueAt);
  }
  return lines;
}

function lineOf(
  { periodKey, dueAt, movedFrom, skippedBecause }: PlannedOccurrence,
  timeZone: string,
): string {
  const moved = movedFrom && `instead of ${movedFrom.day}`;
  const skipped = skippedBecause && `skipped: ${skippedBecause.kind}`;
  return [periodKey, dayAt(dueAt, timeZone), moved ?? skipped].filter(Boolean).join(' ');
}

describe('the usual digest', () => {
  test('comes on Monday at nine and looks four weeks ahead', () => {
    expect(nextOccurrence(aSchedule(), new Date('2020-08-24T00:00:00+09:00'))).toEqual({
      periodKey: '2020-W35',
      dueAt: new Date('2020-08-24T09:00:00+09:00'),
      span: { first: '2020-08-24', last: '2020-09-20' },
    });
  });

  test('comes after the given instant, not at it', () => {
    const due = new Date('2020-08-24T09:00:00+09:00');
    expect(nextOccurrence(aSchedule(), due).periodKey).toBe('2020-W36');
    expect(nextOccurrence(aSchedule(), new Date(due.getTime() - 1)).dueAt).toEqual(due);
  });

  test('knows a week by the year of its Thursday', () => {
    const keys = planned(aSchedule({ weekdays: [5] }), ['2020-12-20', '2021-01-16']);
    expect(keys).toEqual([
      '2020-W52 2020-12-25',
      '2020-W53 2021-01-01 skipped: holiday',
      '2021-W01 2021-01-08',
      '2021-W02 2021-01-15',
    ]);
  });
});

describe('the holidays of September 2020, Monday 21st and Tuesday 22nd', () => {
  const weeks = ['2020-09-14', '2020-10-01'] as const;

  test.each([
    ['skip', ['2020-W38 2020-09-14', '2020-W39 2020-09-21 skipped: holiday', '2020-W40 2020-09-28']],
    ['before', ['2020-W38 2020-09-14', '2020-W39 2020-09-18 instead of 2020-09-21', '2020-W40 2020-09-28']],
    ['after', ['2020-W38 2020-09-14', '2020-W39 2020-09-23 instead of 2020-09-21', '2020-W40 2020-09-28']],
  ] as const)('%s', (holidayRule, expected) => {
    expect(planned(aSchedule({ holidayRule }), weeks)).toEqual(expected);
  });

  test('a moved digest looks at the days of its own week, and names the holiday', () => {
    const moved = nextOccurrence(aSchedule({ holidayRule: 'before' }), new Date('2020-09-15T00:00:00Z'));
    expect(moved.span).toEqual({ first: '2020-09-21', last: '2020-10-18' });
    expect(moved.movedFrom?.because).toMatchObject({ kind: 'holiday', name: '敬老の日' });
  });

  test.each([
    // Both move to Friday: the first stands.
    ['before', [1, 2], ['2020-09-18 instead of 2020-09-21', '2020-09-22 skipped: neighbour']],
    // Friday has its own.
    ['before', [1, 5], ['2020-09-18', '2020-09-21 skipped: neighbour', '2020-09-25']],
    // Both move to Wednesday: the last stands.
    ['after', [1, 2], ['2020-09-21 skipped: neighbour', '2020-09-23 instead of 2020-09-22']],
    // Wednesday has its own.
    ['after', [2, 3], ['2020-09-22 skipped: neighbour', '2020-09-23']],
    // A Saturday that the schedule has is a day to move to; one that it has not is none.
    ['before', [1, 6], ['2020-09-19', '2020-09-21 skipped: neighbour', '2020-09-26']],
  ] as const)('%s, on weekdays %j', (holidayRule, weekdays, expected) => {
    const lines = planned(aSchedule({ holidayRule, weekdays }), ['2020-09-17', '2020-09-27']);
    expect(lines.map((line) => line.slice('2020-09-21 '.length))).toEqual(expected);
  });
});

describe('long closings', () => {
  test.each([
    ['before', '2020-05-01 instead of 2020-05-04'],
    ['after', '2020-05-07 instead of 2020-05-04'],
  ] as const)('Golden Week, %s', (holidayRule, expected) => {
    const [line] = planned(aSchedule({ holidayRule }), ['2020-04-28', '2020-05-10']);
    expect(line).toBe(`2020-W19 ${expected}`);
  });

  test.each([
    ['before', '2020-12-28 instead of 2021-01-01'],
    ['after', '2021-01-04 instead of 2021-01-01'],
  ] as const)('New Year, %s', (holidayRule, expected) => {
    const [line] = planned(aSchedule({ holidayRule, weekdays: [5] }), ['2020-12-26', '2021-01-08']);
    expect(line).toBe(`2020-W53 ${expected}`);
  });

  test('an office that closes for a month leaves digests out and says so', () => {
    const localClosingDays = Array.from({ length: 31 }, (_, day) =>
      calendarDay(`2020-08-${String(day + 1).padStart(2, '0')}`),
    );
    const lines = planned(aSchedule({ holidayRule: 'before', localClosingDays }), [
      '2020-08-01',
      '2020-09-01',
    ]);
    expect(lines).toEqual([
      '2020-W33 2020-08-10 skipped: neighbour',
      '2020-W34 2020-08-17 skipped: closed-for-long',
      '2020-W35 2020-08-24 skipped: closed-for-long',
      '2020-W36 2020-08-31 skipped: closed-for-long',
    ]);
  });
});

test.each([
  ['no weekday', aSchedule({ weekdays: [] })],
  ['a weekday that there is not', aSchedule({ weekdays: [8] })],
  ['no time', aSchedule({ time: '25:00' })],
  ['no zone', aSchedule({ timeZone: 'Mars/Olympus' })],
])('refuses %s', (_, schedule) => {
  expect(() => nextOccurrence(schedule, new Date('2020-08-24T00:00:00Z'))).toThrow(RangeError);
});
