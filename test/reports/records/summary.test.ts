import { expect, test } from '@jest/globals';
import { summaryOf } from '../../../src/reports/records/summary.ts';

const digest = { channelId: 'C1', weekdays: [1, 4], time: '09:00', weeksAhead: 4, isPaused: false };
const period = { key: '2020-W35', dueAt: '2020-08-24T00:00:00.000Z', state: 'unknown', reason: 'timeout' };

test.each([
  ['a digest', digest, '月・木 09:00 4週間 C1'],
  ['one that is paused', { ...digest, isPaused: true }, '月・木 09:00 4週間 C1 ［一時停止中］'],
  [
    'a period of which nobody knows whether it arrived',
    { ...digest, period },
    '月・木 09:00 4週間 C1 2020-W35（不明）',
  ],
  [
    'a period that is sent again',
    { ...digest, period: { ...period, state: 'waiting' } },
    '月・木 09:00 4週間 C1 2020-W35（送信待ち）',
  ],
  ['what a later version may write', { channelId: 'C1', weekdays: 'all', period: 1 }, 'C1'],
  ['nothing', null, ''],
])('%s in a line of the records', (_, snapshot, line) => {
  expect(summaryOf(snapshot)).toBe(line);
});
