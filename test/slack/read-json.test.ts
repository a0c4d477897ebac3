import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readJson } from '../../src/slack/read-json.ts';

const Value = z.object({ id: z.string(), page: z.number().default(1) });

test.each([
  ['what the schema says', '{"id":"a","page":2}', { id: 'a', page: 2 }],
  ['with what it adds', '{"id":"a"}', { id: 'a', page: 1 }],
  ['another kind of value', '{"id":1}', null],
  ['a list', '[]', null],
  ['cut JSON', '{"id":"a', null],
  ['no JSON', 'undefined', null],
  ['an empty text', '', null],
  ['nothing at all', undefined, null],
])('%s', (_, text, value) => {
  expect(readJson(Value, text)).toEqual(value);
});
