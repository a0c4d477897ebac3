import { expect, test } from '@jest/globals';
import {
  clockTime,
  dayKey,
  instantOf,
  nearDay,
  wareki,
} from '../../../../src/sandbox/page/parts/calendar.ts';

const TOKYO = 'Asia/Tokyo';

test.each([
  ['2020-08-24T00:00:00Z', '令和2年8月24日（月）', '9:00'],
  ['2019-05-01T00:00:00Z', '令和元年5月1日（水）', '9:00'],
  ['2019-04-30T14:59:00Z', '平成31年4月30日（火）', '23:59'],
  ['2020-08-23T15:05:00Z', '令和2年8月24日（月）', '0:05'],
])('%s in Tokyo', (instant, day, time) => {
  expect(wareki(new Date(instant), TOKYO)).toBe(day);
  expect(clockTime(new Date(instant), TOKYO)).toBe(time);
});

test('a ts is seconds on the product’s clock', () => {
  expect(dayKey(instantOf('1598227200.000100'), TOKYO)).toBe('2020-08-24');
});

test.each([
  ['2020-08-23T14:59:59Z', '昨日'],
  ['2020-08-24T14:59:59Z', '今日'],
  ['2020-08-24T15:00:00Z', '明日'],
  ['2020-09-01T00:00:00Z', null],
])('%s seen from the morning of 24 August', (instant, word) => {
  expect(nearDay(new Date(instant), new Date('2020-08-24T00:00:00Z'), TOKYO)).toBe(word);
});
