import { describe, expect, test } from '@jest/globals';
import { en } from '../../src/slack/words/en.ts';
import { wordsIn } from '../../src/slack/words/index.ts';
import { ja } from '../../src/slack/words/ja.ts';
import { sourceFiles } from '../support/source-files.ts';

const keys = Object.keys(ja) as readonly (keyof typeof ja)[];

function placeholders(message: string): readonly string[] {
  return [...new Set(message.match(/\{[^}]*\}/g) ?? [])].toSorted();
}

test('both languages say the same things', () => {
  expect(Object.keys(en)).toEqual(Object.keys(ja));
});

describe('both languages name the same values', () => {
  test.each(keys)('%s', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(ja[key]));
    for (const placeholder of placeholders(ja[key])) expect(placeholder).toMatch(/^\{[a-zA-Z]+\}$/);
  });
});

test('every message can be said, values as they are', () => {
  for (const language of ['ja', 'en'] as const) {
    for (const key of keys) {
      const names = placeholders(ja[key]).map((placeholder) => placeholder.slice(1, -1));
      const said = wordsIn(language)(key, Object.fromEntries(names.map((name) => [name, "<b>'{x}'"])));
      expect(said).not.toBe('');
      expect(said.split("<b>'{x}'").length > 1).toBe(names.length > 0);
    }
  }
});

test('every message is said somewhere', () => {
  const source = sourceFiles()
    .filter(({ path }) => path.startsWith('slack/') && !path.startsWith('slack/words/'))
    .map(({ text }) => text)
    .join('\n');
  // A key is written out, or is made of its first part and a value: `status.${status}`.
  const isSaid = (key: string) =>
    source.includes(`'${key}'`) ||
    [key.indexOf('.'), key.lastIndexOf('.')].some((end) => source.includes(`\`${key.slice(0, end)}.\${`));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('each language knows which it is', () => {
  expect([wordsIn('ja').language, wordsIn('en').language]).toEqual(['ja', 'en']);
});
