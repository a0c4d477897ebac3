import { distance } from 'fastest-levenshtein';
import { foldReading, isKana, isRomaji, readingOfRomaji } from '../../text/reading.ts';
import { isSameButForKana } from '../../text/same-but-for-kana.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { slotOf, type TermRow } from '../index/term-table.ts';

/**
 * The known words that a word which is nowhere may be a slip of, nearest first, at most `most`: at least three
 * characters, at most a third of them other. `isTorn`: the dictionary does not know it as one word. Compared as they are written, in kana and Latin letters as they are read.
 */
export function nearWords(
  index: SearchIndex,
  word: string,
  { most, isTorn = false }: { readonly most: number; readonly isTorn?: boolean },
): readonly string[] {
  const reading = isKana(word) ? foldReading(word) : isRomaji(word) ? readingOfRomaji(word) : null;
  const found: { readonly term: string; readonly slips: number }[] = [];
  for (const row of index.words.rows()) {
    const slips = slipsOf(row, word, reading) ?? (isTorn && isPairOfKanji(index, row, word) ? 1 : null);
    if (slips !== null && index.holds(row.postings)) found.push({ term: row.term, slips });
  }
  return found
    .toSorted((a, b) => a.slips - b.slips || a.term.length - b.term.length)
    .slice(0, most)
    .map(({ term }) => term);
}

/** What such a line is called by is worth a guess by the first of its two kanji: 港弯 for 港湾; all else is noise. */
const named: ReadonlySet<string> = new Set(['project', 'initiative', 'indicator', 'strand', 'working-group']);

function isPairOfKanji(index: SearchIndex, { term, postings }: TermRow, word: string): boolean {
  if (!/^\p{sc=Han}{2}$/u.test(term) || !/^\p{sc=Han}{2}$/u.test(word)) return false;
  const shared = term.charAt(0) === word.charAt(0);
  const isName = (slot: number) => named.has(index.at(slot)?.document.kind ?? '');
  return shared && postings.some((posting) => isName(slotOf(posting)));
}

function slipsOf(row: TermRow, word: string, reading: string | null): number | null {
  if (row.term.length < 2 || /^[\d.,%]+$/.test(row.term)) return null;
  const written = isSameButForKana(word, row.term) ? 1 : slipsBetween(row.term, word);
  const spoken = reading === null || row.reading === null ? null : slipsBetween(row.reading, reading);
  if (written === null || spoken === null) return written ?? spoken;
  return Math.min(written, spoken);
}

function slipsBetween(known: string, typed: string): number | null {
  const allowed = Math.floor(Math.max(known.length, typed.length) / 3);
  if (allowed === 0 || Math.abs(known.length - typed.length) > allowed) return null;
  const slips = distance(known, typed);
  return slips <= allowed ? slips : null;
}
