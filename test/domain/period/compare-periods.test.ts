import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import {
  comparePeriods,
  hasBegun,
  isOpenEnded,
  isOver,
  touches,
} from '../../../src/domain/period/compare-periods.ts';
import type { Period, Span } from '../../../src/domain/period/period.ts';
import { readPeriod } from '../../../src/domain/period/read-period.ts';
import { anyDay, anyPeriod } from './arbitrary-period.ts';

function period(text: string): Period {
  const outcome = readPeriod(text);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.refusal.kind}`);
  return outcome.value;
}

function span(first: string, last: string): Span {
  return { first: calendarDay(first), last: calendarDay(last) };
}

const anySpan = fc
  .tuple(anyDay, anyDay)
  .map(([a, b]) => (a <= b ? { first: a, last: b } : { first: b, last: a }));

describe('the order of periods', () => {
  test('is by beginning, then the finer, then the earlier end, undated last', () => {
    const inOrder = [
      'H30',
      'R2.8.1',
      'R2.8.1～3',
      'R2.8上旬',
      'R2.8',
      'R2.8～',
      'R2.8～9',
      'R2.8～10',
      'R2.8.25',
      'R2.秋',
      'R2年度末',
      'R3.2まで',
      '通年',
      '適宜',
    ];
    const sorted = inOrder.toReversed().map(period).sort(comparePeriods);
    expect(sorted.map(({ text }) => text)).toEqual(inOrder);
  });

  test('is total', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(comparePeriods(a, { ...a })).toBe(0);
        const [low, middle, high] = [a, b, c].sort(comparePeriods);
        if (low && middle && high) {
          expect(comparePeriods(low, middle)).toBeLessThanOrEqual(0);
          expect(comparePeriods(middle, high)).toBeLessThanOrEqual(0);
          expect(comparePeriods(low, high)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('holds only identical periods equal', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        if (comparePeriods(a, b) === 0) expect(a).toEqual(b);
      }),
    );
  });
});

describe('whether a period touches August 2020', () => {
  test.each([
    ['R2.8.1', true],
    ['R2.8.31', true],
    ['R2.7.31', false],
    ['R2.9.1', false],
    ['R2.7.30～8.1', true],
    ['R2', true],
    ['R2.秋', false],
    ['H30～', true],
    ['R2.9～', false],
    ['R3.2まで', true],
    ['R2.7まで', false],
    ['通年', true],
    ['適宜', false],
    ['未定', false],
  ])('%s: %s', (text, expected) => {
    expect(touches(period(text), span('2020-08-01', '2020-08-31'))).toBe(expected);
  });

  test('is symmetric: a span touches what touches it', () => {
    const asPeriod = ({ first, last }: Span): Period => ({
      text: '',
      first,
      last,
      precision: 'days',
      approximate: false,
    });
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const overlap = !(a.last < b.first || b.last < a.first);
        expect(touches(asPeriod(a), b)).toBe(overlap);
        expect(touches(asPeriod(b), a)).toBe(overlap);
      }),
    );
  });
});

describe('on 24 August 2020', () => {
  const today = calendarDay('2020-08-24');

  test.each([
    ['R2.8.23', { over: true, begun: true, open: false }],
    ['R2.8.24', { over: false, begun: true, open: false }],
    ['R2.8.25', { over: false, begun: false, open: false }],
    ['R2.7', { over: true, begun: true, open: false }],
    ['R2.8', { over: false, begun: true, open: false }],
    ['R2.夏頃', { over: false, begun: true, open: false }],
    ['R2.秋頃', { over: false, begun: false, open: false }],
    ['R2.8～', { over: false, begun: true, open: true }],
    ['R2.9～', { over: false, begun: false, open: true }],
    ['R3.2まで', { over: false, begun: true, open: false }],
    ['R2.7まで', { over: true, begun: true, open: false }],
    ['通年', { over: false, begun: true, open: false }],
    ['適宜', { over: false, begun: false, open: false }],
  ])('%s: %j', (text, expected) => {
    const subject = period(text);
    expect({
      over: isOver(subject, today),
      begun: hasBegun(subject, today),
      open: isOpenEnded(subject),
    }).toEqual(expected);
  });

  test('what is over has begun, and touches no day from today on', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, (subject, day) => {
        if (!isOver(subject, day)) return;
        expect(hasBegun(subject, day)).toBe(true);
        expect(touches(subject, { first: day, last: calendarDay('9999-12-31') })).toBe(false);
      }),
    );
  });
});
