import type { Analyser } from '../../../src/search/tokeniser.ts';

/** Counts the texts that are cut. */
export function counting(analyser: Analyser): Analyser & { readonly count: () => number } {
  let count = 0;
  return {
    isReady: analyser.isReady,
    analyse: (texts, within) => {
      count += texts.length;
      return analyser.analyse(texts, within);
    },
    count: () => count,
  };
}
