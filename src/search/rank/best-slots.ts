/** A slot with its score. */
export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/**
 * The best of the slots, in order, at most `most`; of equal ones the lower slot first. Does not sort all: most are
 * asked for by the page, a few of many thousands.
 */
export function bestSlots(
  slots: Iterable<number>,
  scoreOf: (slot: number) => number,
  most: number,
): readonly Scored[] {
  const best: Scored[] = [];
  for (const slot of slots) {
    const score = scoreOf(slot);
    const last = best.at(-1);
    if (best.length === most && (last === undefined || score < last.score)) continue;
    const scored = { slot, score };
    best.splice(placeIn(best, scored), 0, scored);
    if (best.length > most) best.pop();
  }
  return best;
}

function placeIn(best: readonly Scored[], each: Scored): number {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(each, best[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBefore(a: Scored, b: Scored | undefined): boolean {
  return b === undefined || a.score > b.score || (a.score === b.score && a.slot < b.slot);
}
