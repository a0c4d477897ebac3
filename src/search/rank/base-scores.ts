import type { SearchIndex } from '../index/search-index.ts';
import type { WordScores } from './score-words.ts';

/** What slots score by the words of a question and by their project's name, before any hint. */
export interface BaseScores {
  /** By slot, where it holds a word. */
  readonly bases: Float32Array;
  /** By slot: not 0 where it holds a word. */
  readonly matched: Uint32Array;
  /** Of a line that holds no word: what its project's name gives it. */
  readonly baseByName: (slot: number) => number;
  /** The slots that hold a word. */
  readonly touched: readonly number[];
  /** The numbers of the projects that the question names. */
  readonly heads: readonly number[];
}

/** How much of its project's name a line is credited with. */
const nameShare = 0.55;
/** How much of a score depends on how many of the words stand there. */
const coverageShare = 0.7;
/** A project whose name holds less than this share of what the best one's holds is not meant. */
const weakestName = 0.4;

/**
 * Own words, and the words of the project's name at a part of their worth; less, the fewer of the words of the
 * question stand in either.
 */
export function baseScores(index: SearchIndex, found: WordScores, bases: Float32Array): BaseScores {
  const { scores, matched, touched } = found;
  const heads = headsOf(index, found);
  const coverage = coverageIn(found.importance);
  const baseOf = (slot: number): number => {
    const head = heads.size === 0 ? undefined : heads.get(index.projectAt(slot));
    const ofHead = head === undefined || head.slot === slot ? undefined : head;
    const own = (scores[slot] ?? 0) + nameShare * (ofHead?.score ?? 0);
    const mask = (matched[slot] ?? 0) | (ofHead?.matched ?? 0);
    return own * (1 - coverageShare + coverageShare * coverage(mask));
  };
  for (const slot of touched) bases[slot] = baseOf(slot);
  return { bases, matched, baseByName: baseOf, touched, heads: [...heads.keys()] };
}

interface Head {
  readonly slot: number;
  readonly score: number;
  readonly matched: number;
}

/** The projects whose own name or alias holds a word. */
function headsOf(index: SearchIndex, { scores, matched, touched }: WordScores): ReadonlyMap<number, Head> {
  const slots = touched.filter((slot) => index.isHeadAt(slot));
  const best = slots.reduce((highest, slot) => Math.max(highest, scores[slot] ?? 0), 0);
  const strong = slots.filter((slot) => (scores[slot] ?? 0) >= best * weakestName);
  return new Map(
    strong.map((slot) => [
      index.projectAt(slot),
      { slot, score: scores[slot] ?? 0, matched: matched[slot] ?? 0 },
    ]),
  );
}

/** The share of what the words tell that a mask of them tells; 1 where they tell nothing. */
function coverageIn(importance: readonly number[]): (mask: number) => number {
  const total = importance.reduce((sum, each) => sum + each, 0);
  const known = new Map<number, number>();
  // Most lines hold the same words as the one before.
  let last = { mask: 0, share: 0 };
  return (mask) => {
    if (total === 0) return 1;
    if (mask === last.mask) return last.share;
    const told = known.get(mask) ?? shareOf(mask, importance) / total;
    known.set(mask, told);
    last = { mask, share: told };
    return told;
  };
}

function shareOf(mask: number, importance: readonly number[]): number {
  return importance.reduce((sum, each, at) => ((mask >>> at) & 1 ? sum + each : sum), 0);
}
