import { expect, test } from '@jest/globals';
import { tableReader } from '../../../src/reports/read/table-reader.ts';
import { augustText } from './table-files.ts';

const file = async () => ({ name: 'report.txt', bytes: await augustText() });
const ending = (name: string) => new URL(`./thread-${name}.mjs`, import.meta.url);

test('a file is read', async () => {
  expect(await tableReader()(await file())).toMatchObject({ ok: true });
});

test.each([
  ['time', 'endless', { milliseconds: 200, megabytes: 64 }],
  ['memory', 'greedy', { milliseconds: 30_000, megabytes: 16 }],
] as const)('one that takes too much %s is refused, and the next is read', async (_what, program, limits) => {
  const read = tableReader(limits, ending(program));
  const refused = { ok: false, refusal: { kind: 'too-demanding' } };
  expect(await read(await file())).toEqual(refused);
  expect(await read(await file())).toEqual(refused);
});

test('a mistake of ours is no refusal', async () => {
  const read = tableReader(undefined, ending('broken'));
  await expect(read(await file())).rejects.toThrow('a mistake of ours');
});
