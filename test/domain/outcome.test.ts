import { expect, test } from '@jest/globals';
import { accept, type Outcome, refuse } from '../../src/domain/outcome.ts';

test('an outcome is told apart by ok', () => {
  const half = (number: number): Outcome<number, 'odd'> =>
    number % 2 === 0 ? accept(number / 2) : refuse('odd');
  expect(half(4)).toEqual({ ok: true, value: 2 });
  expect(half(3)).toEqual({ ok: false, refusal: 'odd' });
});
