import { distance } from 'fastest-levenshtein';
import { foldReading, isKana, isRomaji, readingOfRomaji } from '../../text/reading.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { TermRow } from '../index/term-table.ts';
import { type Alternative, sureness } from './alternative.ts';

/** More terms than a person could mean by the beginning of a word. */
const mostTerms = 24;

/**
 * The terms of the index that a word of a question means, besides its synonyms: the word itself; those that it
 * begins or is inside of; in kana or Latin letters those that are read so; in katakana those that differ by a slip.
 * `alone`: it is all that was asked, so that a single character counts.
 */
export function resolveWord(
  index: SearchIndex,
  word: string,
  { alone }: { readonly alone: boolean },
): readonly Alternative[] {
  const found = new Map<TermRow, number>();
  const add = (rows: readonly TermRow[], sure: number): void => {
    for (const row of rows) {
      if ((found.get(row) ?? 0) < sure && index.holds(row.postings)) found.set(row, sure);
    }
  };
  const exact = [index.words.get(word) ?? []].flat();
  add(exact, sureness.exact);
  add([index.pairs.get(word) ?? []].flat(), sureness.pair);
  if (mayBeInside(word, alone)) {
    const around = rowsAround(index, word);
    add(
      around.filter(({ term }) => term.startsWith(word)),
      sureness.longer,
    );
    add(around, sureness.inside);
  }
  if (exact.length === 0) add(rowsReadAs(index, word), sureness.reading);
  if (found.size === 0) add(misspelt(index, word), sureness.misspelt);
  return [...found].map(([row, weight]) => ({ rows: [row], weight }));
}

/** A syllable is inside of everything; a single kanji or letter is looked for only where nothing else was asked. */
function mayBeInside(word: string, alone: boolean): boolean {
  if (isKana(word)) return word.length >= 3 && /[ァ-ヺ]/.test(word);
  return word.length >= 2 || alone;
}

function rowsAround(index: SearchIndex, word: string): readonly TermRow[] {
  const found = index.words
    .containing(word)
    .filter(({ term }) => term.length > word.length && holdsWord(term, word));
  return found.toSorted((a, b) => a.term.length - b.term.length).slice(0, mostTerms);
}

/** Latin words and numbers are looked for from where one begins: ai is not in email, 5g not in 15g. */
function holdsWord(term: string, word: string): boolean {
  return !/^[a-z0-9]/.test(word) || !/[a-z0-9]/.test(term.charAt(term.indexOf(word) - 1));
}

/** By reading: whole words, and beginnings of three kana. */
function rowsReadAs(index: SearchIndex, word: string): readonly TermRow[] {
  const reading = readingOf(word);
  if (reading === null || reading.length < 2) return [];
  const [words, pairs] = [index.words, index.pairs].map((table) =>
    table.startingWithReading(reading, mostTerms),
  );
  const isMeant = (row: TermRow): boolean => row.reading === reading || reading.length >= 3;
  const own = (words ?? []).filter(isMeant);
  return own.length > 0 ? own : (pairs ?? []).filter(isMeant);
}

function readingOf(word: string): string | null {
  if (isKana(word)) return foldReading(word);
  return isRomaji(word) ? readingOfRomaji(word) : null;
}

/** Katakana words that differ in one letter, from eight letters on in two; the long vowel is no letter. */
function misspelt(index: SearchIndex, word: string): readonly TermRow[] {
  if (!/^[ァ-ヺー]{4,}$/u.test(word)) return [];
  const typed = foldReading(word);
  const slips = typed.length >= 8 ? 2 : 1;
  if (typed.length < 4) return [];
  const near: TermRow[] = [];
  for (const row of index.words.rows()) {
    if (!/^[ァ-ヺー]{4,}$/u.test(row.term)) continue;
    const known = foldReading(row.term);
    if (Math.abs(known.length - typed.length) <= slips && distance(known, typed) <= slips) near.push(row);
  }
  return near;
}
