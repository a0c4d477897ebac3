import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Dictionary } from '../../src/search/dictionary/dictionary.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { cutTexts } from '../../src/search/tokeniser.ts';
import { listedTerms } from '../../src/text/tokens-runs.ts';
import { today } from '../support/factories.ts';
import { askIn, loadedDictionary, shippedSearch } from './support/opened.ts';

let dictionary: Dictionary;
let engine: SearchEngine;
let deaths = 0;

beforeAll(async () => {
  dictionary = await loadedDictionary({ onDeath: () => (deaths += 1) });
  engine = await shippedSearch({ analyser: dictionary });
});
afterAll(async () => dictionary.close());

const hostile: readonly (readonly [string, string])[] = [
  ['a single character', '港'],
  ['two hundred words', Array.from({ length: 200 }, (_, at) => `港湾${at}`).join(' ')],
  ['one letter', 'x'.repeat(20_000)],
  ['one kanji', '港'.repeat(20_000)],
  ['one hiragana', 'あ'.repeat(20_000)],
  ['one katakana', 'ア'.repeat(20_000)],
  ['long vowels', 'ー'.repeat(20_000)],
  ['digits', '1'.repeat(20_000)],
  ['signs', '!'.repeat(20_000)],
  ['blanks', ' '.repeat(20_000)],
  ['letters and blanks', 'i o t '.repeat(4_000)],
  ['pairs of surrogates', '𠮷'.repeat(10_000)],
  ['halves of pairs', '\ud83d'.repeat(20_000)],
  ['marks', `か${'\u3099'.repeat(20_000)}`],
  ['mixed', '港x1アあ!'.repeat(3_000)],
];

describe('nothing hangs, dies or is refused', () => {
  test.each(hostile)('as a question: %s', async (_, text) => {
    const start = performance.now();
    const answer = await askIn(engine, text);
    expect(['found', 'not-found']).toContain(answer.kind);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each(hostile)('in the store: %s', async (_, text) => {
    const [cut] = await cutTexts([text], { analyser: dictionary, listed: listedTerms([]), within: 10_000 });
    expect(cut?.by).toBe('dictionary');
  });

  test('whatever is typed', async () => {
    const unit = fc.constantFrom(
      ...'港湾ーアあx1!　 \u0000𠮷第番月年R.・/&'.split(''),
      '\ud83d',
      '\u3099',
      '次の',
      'いつ',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 300 }), async (text) => {
        const question = readQuestion(text, today);
        expect(question.words.join('').length).toBeLessThanOrEqual(800);
        await engine.find(question, { today, most: 10, skip: 0 });
      }),
      { numRuns: 150 },
    );
  });

  test('and the dictionary has not died of it', async () => {
    expect([deaths, dictionary.isReady()]).toEqual([0, true]);
  });
});
