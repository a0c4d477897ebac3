import { expect, test } from '@jest/globals';
import { once } from '../../src/slack/once.ts';

test('a key is the first only once, each list of keys for itself', () => {
  const [first, other] = [once(), once()];
  expect([first('a'), first('b'), first('a'), first('b'), other('a')]).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('only the newest keys are kept', () => {
  const first = once(2);
  expect([first('a'), first('b'), first('c')]).toEqual([true, true, true]);
  expect([first('b'), first('c'), first('a')]).toEqual([false, false, true]);
});

test('a key that is forgotten is first again', () => {
  const first = once();
  first('a');
  first.forget('a');
  expect([first('a'), first('a')]).toEqual([true, false]);
});
