import { foldForTokens } from '../../text/tokens-fold.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { slotOf, type TermRow } from '../index/term-table.ts';
import type { QueryWord } from '../resolve/query-word.ts';

/** A part of a text: UTF-16 offsets, `end` behind it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where the words of the question stand in the text of a slot, in order and without overlap. */
export function matchesIn(
  index: SearchIndex,
  slot: number,
  words: readonly QueryWord[],
): readonly TextRange[] {
  const text = index.at(slot)?.document.text ?? '';
  const folded = foldForTokens(text);
  const rows = words.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.rows));
  const terms = new Set(rows.filter((row) => standsIn(row, slot)).map(({ term }) => stemOf(term)));
  const ranges = [...terms].flatMap((term) =>
    placesOf(folded.text, term).map((at) => ({
      start: folded.starts[at] ?? 0,
      end: folded.ends[at + term.length - 1] ?? text.length,
    })),
  );
  return joined(ranges);
}

/** Postings stand in the order of their slots. */
function standsIn({ postings }: TermRow, slot: number): boolean {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slotOf(postings[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return slotOf(postings[low] ?? -64) === slot;
}

/** What stays of a verb when it is inflected: 遅れる is found as 遅れ. */
function stemOf(term: string): string {
  return /\p{sc=Han}[\u3041-\u3096]+$/u.test(term) ? term.slice(0, -1) : term;
}

function placesOf(text: string, term: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0 && term !== ''; at = text.indexOf(term, at + term.length)) {
    places.push(at);
  }
  return places;
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const done: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = done.at(-1);
    if (last === undefined || range.start > last.end) done.push(range);
    else if (range.end > last.end) done[done.length - 1] = { start: last.start, end: range.end };
  }
  return done;
}
