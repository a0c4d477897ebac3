import { foldReading, isKana } from '../../text/reading.ts';
import type { SearchIndex } from '../index/search-index.ts';

/** Shorter readings are those of single kanji: a sentence in kana is full of them. */
const shortest = 3;
const longest = 20;

/**
 * The words of a text in kana alone, as the index knows them by their readings, the longest first from the left:
 * こうわんのしひょう holds こうわん. Itself where it is a word or the beginning of one; empty where it holds none.
 */
export function splitKana(index: SearchIndex, text: string): readonly string[] {
  if (!isKana(text)) return [];
  if (isRead(index, text, 'beginning')) return [text];
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const word = longestAt(index, text, at);
    if (word !== null) words.push(word);
    at += word?.length ?? 1;
  }
  return words;
}

function longestAt(index: SearchIndex, text: string, at: number): string | null {
  for (let length = Math.min(longest, text.length - at); length >= shortest; length -= 1) {
    const word = text.slice(at, at + length);
    if (isRead(index, word, 'whole')) return word;
  }
  return null;
}

function isRead(index: SearchIndex, text: string, how: 'whole' | 'beginning'): boolean {
  const reading = foldReading(text);
  if (reading.length < shortest - 1) return false;
  const rows = [index.words, index.pairs].flatMap((table) => table.startingWithReading(reading, 8));
  return rows.some((row) => (how === 'beginning' || row.reading === reading) && index.holds(row.postings));
}
