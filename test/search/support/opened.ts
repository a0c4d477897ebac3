import type { SearchAnswer, SearchHit } from '../../../src/search/answer.ts';
import {
  type Dictionary,
  type DictionaryOptions,
  openDictionary,
} from '../../../src/search/dictionary/dictionary.ts';
import { openSearch, type SearchEngine, type SearchOptions } from '../../../src/search/engine.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';
import { defaultWords } from '../../../src/search/words/default-words.ts';
import type { SearchWords, SearchWordsReader } from '../../../src/search/words/search-words.ts';
import { today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

/** A dictionary that has loaded; fails when it dies first. */
export async function loadedDictionary(options: DictionaryOptions = {}): Promise<Dictionary> {
  return new Promise((resolve, reject) => {
    const dictionary = openDictionary({
      onDeath: reject,
      ...options,
      onReady: () => {
        options.onReady?.();
        resolve(dictionary);
      },
    });
    dictionary.start();
  });
}

/** A list of words that can be replaced. */
export interface WordsHolder extends SearchWordsReader {
  words: SearchWords;
}

/** The words, to be read and replaced. */
export function wordsIn(words: SearchWords = defaultWords): WordsHolder {
  return {
    words,
    async readSearchWords() {
      return this.words;
    },
  };
}

/** The engine over the shipped edition. */
export async function shippedSearch(
  options: Pick<SearchOptions, 'analyser'> & Partial<SearchOptions>,
): Promise<SearchEngine> {
  const engine = await openSearch({ words: wordsIn(defaultWords), ...options });
  for (const project of await shippedProjects()) await engine.put(project);
  return engine;
}

/** What the engine answers to a question typed on 24 August 2020. */
export function askIn(engine: SearchEngine, asked: string, skip = 0): Promise<SearchAnswer> {
  return engine.find(readQuestion(asked, today), { today, most: 10, skip });
}

/** The hits of an answer; none where nothing was found. */
export function hitsOf(answer: SearchAnswer): readonly SearchHit[] {
  return answer.kind === 'found' ? answer.hits : [];
}

/** Something to wait for. */
export function signal(): { readonly send: () => void; readonly sent: Promise<void> } {
  let send = (): void => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  return { send: () => send(), sent };
}
