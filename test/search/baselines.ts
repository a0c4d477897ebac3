import type { SearchDocument } from '../../src/search/documents.ts';

/** Ranks documents for a text as it was typed. */
export type Baseline = (asked: string) => readonly SearchDocument[];

/** What a database does by itself: `text LIKE '%…%'`, in the order of the table. */
export function like(documents: readonly SearchDocument[]): Baseline {
  return (asked) => documents.filter(({ text }) => text.includes(asked));
}

/** What most chat tools do: the documents that share most pairs of letters with the question, the rare ones more. */
export function bigrams(documents: readonly SearchDocument[]): Baseline {
  const sets = documents.map((document) => ({ document, pairs: pairsOf(textOf(document)) }));
  const counts = new Map<string, number>();
  for (const { pairs } of sets) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (asked) => {
    const typed = pairsOf(asked);
    const scoreOf = (pairs: ReadonlySet<string>): number =>
      [...typed].reduce(
        (sum, pair) => sum + (pairs.has(pair) ? Math.log(1 + documents.length / (counts.get(pair) ?? 1)) : 0),
        0,
      ) / Math.sqrt(pairs.size + 5);
    return sets
      .map(({ document, pairs }) => ({ document, score: scoreOf(pairs) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ document }) => document);
  };
}

function textOf({ text, otherNames, context }: SearchDocument): string {
  return [text, ...otherNames, ...context].join(' ');
}

function pairsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return new Set(Array.from(folded.slice(1), (_, at) => folded.slice(at, at + 2)));
}
