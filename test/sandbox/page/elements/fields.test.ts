import { expect, test } from '@jest/globals';
import { createFields } from '../../../../src/sandbox/page/elements/fields.ts';

const empty = { type: 'plain_text_input', value: null };
const typed = { type: 'plain_text_input', value: '15' };

test('a new drawing keeps what was typed where block_id and action_id stay', () => {
  const fields = createFields();
  fields.begin('b', 'a', empty);
  fields.set('b', 'a', typed);
  fields.endDrawing();
  expect(fields.begin('b', 'a', empty)).toEqual(typed);
});

test('a new block_id begins with its own value, and the former one is forgotten', () => {
  const fields = createFields();
  fields.begin('b', 'a', typed);
  fields.endDrawing();
  fields.begin('b2', 'a', empty);
  fields.endDrawing();
  expect(fields.values()).toEqual({ b2: { a: empty } });
});

test('another kind of element in the same place begins anew', () => {
  const fields = createFields();
  fields.begin('b', 'a', typed);
  const date = { type: 'datepicker', selected_date: null };
  expect(fields.begin('b', 'a', date)).toEqual(date);
});
