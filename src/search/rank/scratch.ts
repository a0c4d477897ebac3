import type { SearchIndex } from '../index/search-index.ts';

/** Numbers by slot for the time of one question, all 0. */
export interface Scratch {
  readonly scores: Float32Array;
  readonly matched: Uint32Array;
  readonly bases: Float32Array;
  readonly best: Float32Array;
  readonly sums: Float32Array;
}

const kept = new WeakMap<SearchIndex, Scratch>();

/**
 * The numbers for a question: the same memory for one after the other, since megabytes for each would keep the
 * collector of garbage at work. Whoever asks for them has them until the next who does; nobody may keep them.
 */
export function scratchOf(index: SearchIndex): Scratch {
  const before = kept.get(index);
  if (before !== undefined && before.scores.length >= index.slotCount) {
    for (const numbers of Object.values(before)) numbers.fill(0);
    return before;
  }
  // With room for lines that are added.
  const size = index.slotCount + 1_000;
  const fresh = {
    scores: new Float32Array(size),
    matched: new Uint32Array(size),
    bases: new Float32Array(size),
    best: new Float32Array(size),
    sums: new Float32Array(size),
  };
  kept.set(index, fresh);
  return fresh;
}
