import type { ListedWord } from '../../text/tokens-runs.ts';

/** A word that staff use, and what the table says for it. */
export interface Synonym {
  readonly from: string;
  readonly to: readonly string[];
}

/** What a prefecture tells the search about its words. */
export interface SearchWords {
  /** Words that count as one, with their readings. */
  readonly words: readonly ListedWord[];
  readonly synonyms: readonly Synonym[];
}

/** Where the words are kept: the shipped ones, or a store in which administrators edit them. */
export interface SearchWordsReader {
  /** The words in force. Rejects when the store is down. */
  readonly readSearchWords: () => Promise<SearchWords>;
}

/** A text that is another whenever the listed words are. */
export function wordsKey({ words }: SearchWords): string {
  return JSON.stringify(words.map(({ written, reading, parts }) => [written, reading ?? null, parts ?? []]));
}
