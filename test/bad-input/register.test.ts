import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { badFiles } from './files.ts';
import { register } from './register.ts';

const root = new URL('../', import.meta.url);

/** Whether a test, a group of tests or a row of a table begins with this title. */
function isTitled(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const literal = `${quote}${title}${quote}`;
    const before = source.split(literal).slice(0, -1);
    return before.some((text) => /(?:(?:test|onDisk|describe)\(|\)\(|[[,])\s*$/.test(text));
  });
}

test('a title counts where a test or a row begins with it', () => {
  const source = `test('one', () => expect('two').toBe(3)); test.each([['three', 4]])('four', run);`;
  const found = ['one', 'two', 'three', 'four', 'five'].filter((title) => isTitled(source, title));
  expect(found).toEqual(['one', 'three', 'four']);
});

test('there are forty-two kinds, each with a test', () => {
  expect(register).toHaveLength(42);
  expect(new Set(register.map(({ what }) => what)).size).toBe(42);
  expect(register.filter(({ shownBy }) => Object.values(shownBy).flat().length === 0)).toEqual([]);
});

test.each([...register, ...badFiles].map(({ what, shownBy }, index) => [index + 1, what, shownBy] as const))(
  '%i. %s: every test that is named is there',
  (_number, _what, shownBy) => {
    const missing = Object.entries(shownBy).flatMap(([file, titles]) => {
      const path = new URL(file, root);
      const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return titles.filter((title) => !isTitled(source, title)).map((title) => `${file}: ${title}`);
    });
    expect(missing).toEqual([]);
  },
);
