import { expect, test } from '@jest/globals';
import { createHistory } from '../../../../src/sandbox/page/panes/history.ts';

test('Up walks back to the oldest and stays, Down comes forth to the empty field', () => {
  const history = createHistory();
  for (const text of ['a', 'b', 'b']) history.add(text);
  const walked = ([-1, -1, -1, 1, 1, 1] as const).map((step) => history.step(step));
  expect(walked).toEqual(['b', 'a', null, 'b', '', null]);
});

test('only the text that the last step gave counts as shown', () => {
  const history = createHistory();
  history.add('a');
  expect(history.isShowing('a')).toBe(false);
  history.step(-1);
  expect(history.isShowing('a')).toBe(true);
  expect(history.isShowing('ab')).toBe(false);
});
