import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { readPastDay } from '../../../src/domain/period/read-past-day.ts';

const today = calendarDay('2020-08-24');

/** The day, or the kind of the refusal. */
function read(text: string): string {
  const found = readPastDay(text, today);
  return found.ok ? found.value : found.refusal.kind;
}

describe('the last day of a past time', () => {
  test.each([
    ['R2.3', '2020-03-31'],
    ['Ｒ２．３', '2020-03-31'],
    ['令和2年3月', '2020-03-31'],
    ['令和二年三月', '2020-03-31'],
    ['R2.3末', '2020-03-31'],
    ['令和2年3月末', '2020-03-31'],
    ['2020-03', '2020-03-31'],
    ['2020-03-15', '2020-03-15'],
    ['2020/2', '2020-02-29'],
    ['H31.5', '2019-05-31'],
    ['H30', '2018-12-31'],
    ['R元年度', '2020-03-31'],
    ['昨年度', '2020-03-31'],
    ['先月', '2020-07-31'],
    ['昨年9月', '2019-09-30'],
    ['mar 2020', '2020-03-31'],
    ['3月', '2020-03-31'],
    ['9月', '2019-09-30'],
    ['8/24', '2020-08-24'],
    ['今日', '2020-08-24'],
  ])('%s: %s', (text, day) => expect(read(text)).toBe(day));

  test.each([
    ['R2.8', 'not-over'],
    ['R3.1', 'not-over'],
    ['明日', 'not-over'],
    ['今年度', 'not-over'],
    ['R2.3～', 'endless'],
    ['適宜', 'endless'],
    ['R2.2.30', 'no-such-day'],
    ['R2.13', 'no-such-month'],
    ['9999', 'out-of-range'],
    ['むかし', 'not-a-period'],
    ['', 'empty'],
  ])('%s is refused: %s', (text, kind) => expect(read(text)).toBe(kind));
});

test('whatever is typed, the day is not after today', () => {
  const pieces = fc.constantFrom('R', '令和', '2', '3', '年', '月', '年度', '末', '.', '-', '～', '先', '昨');
  const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const found = readPastDay(text, today);
      expect(!found.ok || found.value <= today).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
