import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from '../../src/slack/words/en.ts';
import { wordsIn } from '../../src/slack/words/index.ts';
import { ja } from '../../src/slack/words/ja.ts';
import { sourceFiles } from '../support/source-files.ts';

/** Kinds of parts, as the library numbers them. */
const [literal, argument] = [0, 1];

const keys = Object.keys(ja) as readonly (keyof typeof ja)[];

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** The values that a message names, and of which of them it tells the number: {count, plural, one {# day} other {# days}}. */
function valuesOf(message: string): {
  readonly names: readonly string[];
  readonly counted: readonly string[];
} {
  const counted = new Set<string>();
  const namesIn = (parts: Parts): readonly string[] =>
    parts.flatMap((part) => {
      if ('options' in part) {
        counted.add(part.value);
        const inside = Object.values(part.options).flatMap(({ value }) => namesIn(value));
        return [part.value, ...inside];
      }
      if (!('value' in part) || part.type === literal) return [];
      expect(part.type).toBe(argument);
      return [String(part.value)];
    });
  const names = namesIn(new IntlMessageFormat(message, 'en').getAst());
  return { names: [...new Set(names)].toSorted(), counted: [...counted] };
}

test('both languages say the same things', () => {
  expect(Object.keys(en)).toEqual(Object.keys(ja));
});

describe('both languages name the same values', () => {
  test.each(keys)('%s', (key) => {
    const [english, japanese] = [valuesOf(en[key]), valuesOf(ja[key])];
    // Japanese has no plural, and need not tell a number by which English has one.
    expect(japanese.counted).toEqual([]);
    const isShared = (name: string) => japanese.names.includes(name) || !english.counted.includes(name);
    expect(english.names.filter(isShared)).toEqual(japanese.names);
  });
});

test('every message can be said, values as they are', () => {
  for (const language of ['ja', 'en'] as const) {
    for (const key of keys) {
      const { names, counted } = valuesOf({ ja, en }[language][key]);
      const plain = names.filter((name) => !counted.includes(name));
      for (const count of [1, 2]) {
        const values = [...plain.map((name) => [name, "<b>'{x}'"]), ...counted.map((name) => [name, count])];
        const said = wordsIn(language)(key, Object.fromEntries(values));
        expect(said).not.toBe('');
        expect(said.includes("<b>'{x}'")).toBe(plain.length > 0);
      }
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

describe('a sentence names buttons as they are called', () => {
  test.each<readonly [keyof typeof ja, readonly (keyof typeof ja)[]]>([
    ['digests.previewUnsaved', ['digests.submit']],
    ['digests.none', ['digests.add']],
    ['digests.asks', ['notice.resend', 'notice.wasSent']],
    ['digests.pausedNow', ['digests.resume']],
    ['notice.unknown', ['notice.resend', 'notice.wasSent']],
    ['notice.skipped', ['notice.resend']],
    ['notice.failed', ['digests.resume']],
    ['reason.role-lost', ['digests.edit']],
  ])('%s', (sentence, buttons) => {
    for (const table of [ja, en])
      for (const button of buttons) expect(table[sentence]).toContain(table[button]);
  });
});

test('each language knows which it is', () => {
  expect([wordsIn('ja').language, wordsIn('en').language]).toEqual(['ja', 'en']);
});
