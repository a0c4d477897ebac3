import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-day.ts';
import type { Value } from '../../src/domain/indicator.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import {
  assumedRhythm,
  expectedBy,
  type Frequency,
  frequencies,
  usualRhythm,
} from '../../src/domain/rhythm.ts';
import { anIndicator, period, today } from '../support/factories.ts';

const expected = (asOf: string, frequency: Frequency, lagMonths: number) =>
  expectedBy({ ...anIndicator('22', '30', { asOf }), rhythm: { frequency, lagMonths } });

describe('the next value is expected', () => {
  test.each<[string, Frequency, number, string | null]>([
    ['R2.3', 'fiscal-yearly', 3, '2021-06-30'],
    ['R2.3', 'calendar-yearly', 3, '2021-03-31'],
    ['R2.3', 'half-yearly', 0, '2020-09-30'],
    ['R2.3', 'quarterly', 1, '2020-07-31'],
    ['R2.3', 'monthly', 2, '2020-06-30'],
    ['R2.3', 'irregular', 3, null],
    // A value between two ends: the next end is the one to wait for.
    ['R2.9', 'fiscal-yearly', 3, '2021-06-30'],
    ['R元', 'calendar-yearly', 3, '2021-03-31'],
    ['R元.12', 'calendar-yearly', 2, '2021-02-28'],
    ['R2.8.25', 'monthly', 0, '2020-08-31'],
  ])('%s, %s, %s months later: %s', (asOf, frequency, lag, by) => {
    expect(expected(asOf, frequency, lag)).toBe(by);
  });

  test('never while there is no value', () => {
    expect(expectedBy(anIndicator(null, '30'))).toBeNull();
  });

  test('always on the last day of a month after the value, and not before a longer lag', () => {
    const day = fc.integer({ min: -8_000, max: 8_000 }).map((days) => addDays(today, days));
    const often = fc.constantFrom(...frequencies.filter((each) => each !== 'irregular'));
    fc.assert(
      fc.property(day, often, fc.nat({ max: 59 }), (known, frequency, lag) => {
        const indicator = anIndicator('22', '30');
        const { current } = indicator;
        const asOf = { ...period('R2.3'), first: known, last: known };
        const at = (lagMonths: number) =>
          expectedBy({ current: current && { ...current, asOf }, rhythm: { frequency, lagMonths } }) ?? '';
        expect(at(lag) > known).toBe(true);
        expect(at(lag + 1) > at(lag)).toBe(true);
        expect(addDays(at(lag) as typeof known, 1)).toMatch(/-01$/);
      }),
    );
  });
});

describe('of an indicator of which the table names no rhythm', () => {
  const number: Value = { kind: 'number', amount: decimalText('30') };

  test.each<[string, Value, string | null, Frequency]>([
    ['a value of March', number, 'R2.3', 'fiscal-yearly'],
    ['a value of December', number, 'R元.12', 'calendar-yearly'],
    ['a value of a year', number, 'R 元', 'calendar-yearly'],
    ['a value of a fiscal year', number, 'R元年度', 'fiscal-yearly'],
    ['no time', number, null, 'fiscal-yearly'],
    ['a state', { kind: 'state', state: '実現' }, 'R2.3', 'irregular'],
  ])('%s', (_, target, asOf, frequency) => {
    const assumed = assumedRhythm(target, asOf === null ? null : period(asOf));
    expect(assumed).toEqual({ ...usualRhythm, frequency });
  });
});
