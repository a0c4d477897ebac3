import { describe, expect, test } from '@jest/globals';
import { movableClock } from '../../src/sandbox/movable-clock.ts';
import { manualWallClock } from '../../src/sandbox/wall-clock.ts';

const START = new Date('2020-08-24T01:00:00.000Z');

describe('the movable clock', () => {
  const clockAt = () => {
    let system = 5_000_000;
    const clock = movableClock({ start: START, system: () => system });
    const run = (milliseconds: number) => {
      system += milliseconds;
    };
    return { clock, run, shown: () => clock.now().toISOString() };
  };

  test('starts where it is told, and runs on with the system’s', () => {
    const { run, shown } = clockAt();
    expect(shown()).toBe('2020-08-24T01:00:00.000Z');
    run(1500);
    expect(shown()).toBe('2020-08-24T01:00:01.500Z');
  });

  test('is moved on by a week, and runs on from there', () => {
    const { clock, run, shown } = clockAt();
    clock.advance(7 * 86_400_000);
    run(1000);
    expect(shown()).toBe('2020-08-31T01:00:01.000Z');
  });

  test.each([-1, Number.NaN])('does not move by %d', (milliseconds) => {
    expect(() => clockAt().clock.advance(milliseconds)).toThrow(RangeError);
  });
});

describe('the manual wall clock', () => {
  test('rings alarms in order of time, also those that an alarm sets', () => {
    const clock = manualWallClock(START);
    const rung: string[] = [];
    const ring = (name: string) => () => void rung.push(`${name} ${clock.now().toISOString().slice(17, 19)}`);
    clock.after(3000, ring('late'));
    clock.after(1000, () => {
      ring('first')();
      clock.after(1000, ring('second'));
    });
    clock.advance(3000);
    expect(rung).toEqual(['first 01', 'second 02', 'late 03']);
  });

  test('does not ring what was cancelled, nor before its time', () => {
    const clock = manualWallClock(START);
    const rung: string[] = [];
    const cancel = clock.after(1000, () => void rung.push('cancelled'));
    clock.after(1001, () => void rung.push('early'));
    cancel();
    clock.advance(1000);
    expect(rung).toEqual([]);
    expect(clock.pending()).toBe(1);
  });
});
