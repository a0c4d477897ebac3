import type { SearchIndex } from '../index/search-index.ts';
import { slotOf, type TermRow, weightOf } from '../index/term-table.ts';
import type { Alternative } from '../resolve/alternative.ts';
import type { QueryWord } from '../resolve/query-word.ts';
import type { Scratch } from './scratch.ts';

/** How well each slot matches the words of a question. */
export interface WordScores {
  /** By slot; 0 where no word stands. */
  readonly scores: Float32Array;
  /** By slot: bit n is set where the word n stands. */
  readonly matched: Uint32Array;
  /** Slots that hold a word, each once. */
  readonly touched: readonly number[];
  /** By word, how much it tells: what is rare tells more. */
  readonly importance: readonly number[];
}

/** BM25: how soon repeating a word stops to count, and how much a long text counts against it. Texts are short. */
const saturation = 1.2;
const lengthShare = 0.4;

/**
 * BM25 over the alternatives of each word: a slot has the best of them, weighted by how sure it is. What a word
 * tells grows with its rarity; a word that is nowhere tells as much as the rarest.
 */
export function scoreWords(index: SearchIndex, words: readonly QueryWord[], scratch: Scratch): WordScores {
  const { scores, matched } = scratch;
  const touched: number[] = [];
  for (const [at, word] of words.entries()) {
    const bit = 1 << at;
    for (const slot of bestOfWord(index, word.alternatives, scratch)) {
      if (matched[slot] === 0) touched.push(slot);
      matched[slot] = (matched[slot] ?? 0) | bit;
      scores[slot] = (scores[slot] ?? 0) + (scratch.best[slot] ?? 0);
      scratch.best[slot] = 0;
    }
  }
  return { scores, matched, touched, importance: words.map((word) => importanceOf(index, word)) };
}

/** Leaves the best of the alternatives in `best`, `sums` zero again, and gives the slots that have one. */
function bestOfWord(
  index: SearchIndex,
  alternatives: readonly Alternative[],
  { best, sums }: Scratch,
): readonly number[] {
  const touched: number[] = [];
  for (const { rows, weight } of alternatives) {
    const places: number[] = [];
    for (const row of rows) addRow({ index, row, factor: weight / rows.length, sums, places });
    for (const slot of places) {
      const before = best[slot] ?? 0;
      if (before === 0) touched.push(slot);
      best[slot] = Math.max(before, sums[slot] ?? 0);
      sums[slot] = 0;
    }
  }
  return touched;
}

interface Adding {
  readonly index: SearchIndex;
  readonly row: TermRow;
  readonly factor: number;
  readonly sums: Float32Array;
  readonly places: number[];
}

function addRow({ index, row, factor, sums, places }: Adding): void {
  const least = saturation * (1 - lengthShare);
  const perLength = (saturation * lengthShare) / index.meanLength;
  const gain = idf(index, row) * factor * (saturation + 1);
  for (const posting of row.postings) {
    const slot = slotOf(posting);
    const length = index.lengthAt(slot);
    if (length < 0) continue;
    const often = weightOf(posting) / 8;
    const before = sums[slot] ?? 0;
    if (before === 0) places.push(slot);
    sums[slot] = before + (gain * often) / (often + least + perLength * length);
  }
}

function idf(index: SearchIndex, { postings }: TermRow): number {
  return Math.log(1 + (index.size + 0.5) / (postings.length + 0.5));
}

function importanceOf(index: SearchIndex, { alternatives, share }: QueryWord): number {
  const tells = alternatives.flatMap(({ rows, weight }) =>
    weight >= 0.5 ? rows.map((row) => idf(index, row)) : [],
  );
  // Of several terms that it may be, the most common one says how little the word tells.
  const least = tells.length === 0 ? Math.log(1 + (index.size + 0.5) / 0.5) : Math.min(...tells);
  return least * share;
}
