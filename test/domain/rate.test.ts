import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printIndicator } from '../../src/domain/print-indicator.ts';
import { isReached, rateOf } from '../../src/domain/rate.ts';
import { bar, percent } from '../../src/slack/messages/parts/bar.ts';
import { anIndicator } from '../support/factories.ts';
import { shippedProjects } from '../support/projects-of.ts';

const indicators = (await shippedProjects()).flatMap((project) =>
  project.indicators.map((indicator) => ({ number: project.number, indicator })),
);

describe('the indicators of August 2020, in the order of the table', () => {
  const table = [
    [1, '22回/30回', '73.3', false],
    [1, '3.2km/3.9km', '82.1', false],
    [1, '30.8km/30km', '102.7', true],
    [1, '2/3箇所', '66.7', false],
    [1, '実施中/実現', null, false],
    [2, '74社/100社', '74', false],
    [3, '55件/75件', '73.3', false],
    [4, '50件/45件', '111.1', true],
    [4, '98.1億円/115億円', '85.3', false],
    [5, '28件/20件', '140', true],
    [6, '118社/50社', '236', true],
    [6, '20人/20人', '100', true],
    [7, '3件/5件', '60', false],
    [8, '1件/5件', '20', false],
    [8, '13.9%/16.0%', '86.9', false],
    [9, '0/5社以上', '0', false],
    [10, '実施中/実現', null, false],
  ] as const;

  test.each(table.map((row, at) => [at, ...row] as const))(
    'number %i, of project %i, is %s with a rate of %s, reached: %s',
    (at, number, printed, rate, reached) => {
      const found = indicators[at];
      if (found === undefined) throw new Error(`no indicator ${at}`);
      const rated = rateOf(found.indicator);
      expect([found.number, printIndicator(found.indicator)]).toEqual([number, printed]);
      expect(rated && percent(rated)).toBe(rate);
      expect(isReached(found.indicator)).toBe(reached);
      if (rated) expect(rated.reached).toBe(reached);
    },
  );

  test('there are no others', () => expect(indicators).toHaveLength(table.length));
});

describe('a rate', () => {
  test.each([
    ['is never rounded up to the target', '2999.9', '3000', 999, false],
    ['is rounded half up', '1', '16', 63, false],
    ['counts millionths', '0.000001', '0.000002', 500, false],
    ['of nothing is 0', '0', '5', 0, false],
    ['of fifteen digits keeps them apart', '999999999999998', '999999999999999', 999, false],
    ['of what is just reached is 100 %', '16', '16.0', 1000, true],
  ])('%s: %s of %s', (_, actual, target, permille, reached) => {
    expect(rateOf(anIndicator(actual, target))).toEqual({ permille, reached });
  });

  test.each([
    ['a ceiling that is kept', '8', '10', 1250, true],
    ['a ceiling that is met', '10', '10', 1000, true],
    ['a ceiling that is passed', '16', '10', 625, false],
  ])('turns round for %s', (_, actual, target, permille, reached) => {
    expect(rateOf(anIndicator(actual, target, { comparator: 'at-most' }))).toEqual({ permille, reached });
  });

  test.each([
    ['nothing observed', null, '5', 'at-least', null],
    ['a state', '実施中', '実現', 'at-least', false],
    ['the state aimed at', '実現', '実現', 'at-least', true],
    ['a state where a number is aimed at', '実施中', '5', 'at-least', false],
    ['a target of 0', '3', '0', 'at-least', true],
    ['a number below 0', '-1', '5', 'at-least', false],
    ['a number below a target below 0', '-2', '-1', 'at-least', false],
    ['0 below a ceiling', '0', '5', 'at-most', true],
  ] as const)('there is none for %s', (_, actual, target, comparator, reached) => {
    const indicator = anIndicator(actual, target, { comparator });
    expect([rateOf(indicator), isReached(indicator)]).toEqual([null, reached]);
  });

  test('is 100 % or more exactly where the target is reached', () => {
    const amount = fc.tuple(fc.nat(), fc.nat(999_999)).map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`);
    const comparators = fc.constantFrom('at-least', 'at-most');
    fc.assert(
      fc.property(amount, amount, comparators, (actual, target, comparator) => {
        const indicator = anIndicator(actual, target, { comparator });
        const rate = rateOf(indicator);
        if (rate === null) return;
        expect(rate.permille >= 1000).toBe(rate.reached);
        expect(isReached(indicator)).toBe(rate.reached);
      }),
    );
  });
});

describe('the bar', () => {
  test.each([
    [0, '□□□□□□□□□□'],
    [1, '■□□□□□□□□□'],
    [199, '■□□□□□□□□□'],
    [200, '■■□□□□□□□□'],
    [999, '■■■■■■■■■□'],
    [1000, '■■■■■■■■■■'],
    [2360, '■■■■■■■■■■'],
  ])('of %i permille is %s', (permille, cells) => {
    expect(bar({ permille, reached: permille >= 1000 })).toBe(cells);
  });
});
