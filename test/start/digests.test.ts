import { expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { createLog } from '../../src/logging.ts';
import { digestPauses, scheduleTicks } from '../../src/start/digests.ts';
import { warnOfHolidays } from '../../src/start/serve.ts';

const logTo = (lines: string[]) =>
  createLog({ level: 'info', to: { write: (line: string) => void lines.push(line) } });

test('stopping waits for what is under way, and cuts a pause short that would take minutes', async () => {
  const lines: string[] = [];
  const pauses = digestPauses();
  let isGivenBack = false;
  const work = () =>
    pauses.pause(5 * 60_000).catch(() => {
      isGivenBack = true;
    });
  const ticks = scheduleTicks(work, {
    name: 'sending digests',
    log: logTo(lines),
    timeZone: 'Asia/Tokyo',
    pauses,
  });
  const ticking = ticks.tick();
  await ticks.stop();
  expect(isGivenBack).toBe(true);
  await ticking;
  expect(lines).toEqual([]);
});

test('a tick that fails is logged, and the next one works', async () => {
  const lines: string[] = [];
  let calls = 0;
  const work = async () => {
    calls += 1;
    if (calls === 1) throw new Error('the store is down');
  };
  const ticks = scheduleTicks(work, {
    name: 'sending digests',
    log: logTo(lines),
    timeZone: 'Asia/Tokyo',
    pauses: digestPauses(),
  });
  await ticks.tick();
  await ticks.tick();
  await ticks.stop();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the next minute does what is left');
  expect(calls).toBe(2);
});

test.each([
  ['2049-12-31', 0],
  ['2050-01-01', 1],
])(
  'on %s the operator is warned %s times of a calendar of holidays until the end of 2050',
  (today, count) => {
    const lines: string[] = [];
    warnOfHolidays(logTo(lines), calendarDay(today), calendarDay('2050-12-31'));
    expect(lines).toHaveLength(count);
  },
);
