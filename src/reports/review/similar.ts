import { distance } from 'fastest-levenshtein';
import { fold } from '../../text/fold.ts';

/** Two texts that share so much are one that was worded anew. */
export const similarEnough = 0.75;

/** Something new beside what was there, and how it was found. */
export interface Match<New, Old> {
  readonly of: New;
  /** Null where nothing there is like it. */
  readonly with: Old | null;
  /** 1 where the texts are the same but for width, blanks and marks between words. */
  readonly similarity: number;
}

interface Texts<New, Old> {
  readonly textOf: (one: New) => string;
  readonly textIn: (one: Old) => string;
  /** Whether the two may be the same at all, whatever they say; true unless told. */
  readonly mayMatch?: (one: New, other: Old) => boolean;
}

/**
 * Each of the new with the one of the old that says the same, or nearly: the same text first (the first of several),
 * then the most similar. Nothing old is matched twice. Also gives what of the old was left.
 */
export function matchByText<New, Old>(
  news: readonly New[],
  olds: readonly Old[],
  { textOf, textIn, mayMatch = () => true }: Texts<New, Old>,
): { readonly matches: readonly Match<New, Old>[]; readonly left: readonly Old[] } {
  const free = new Set(olds);
  const found = new Map<New, Match<New, Old>>();
  const take = (of: New, old: Old, similarity: number): void => {
    free.delete(old);
    found.set(of, { of, with: old, similarity });
  };
  for (const key of [(text: string) => text, fold]) {
    const waiting = groupedBy([...free], (old) => key(textIn(old)));
    for (const each of news) {
      if (found.has(each)) continue;
      const same = waiting.get(key(textOf(each)))?.find((old) => free.has(old) && mayMatch(each, old));
      if (same !== undefined) take(each, same, 1);
    }
  }
  const rest = news.filter((each) => !found.has(each));
  for (const { of, old, similarity } of nearest(rest, [...free], { textOf, textIn, mayMatch })) {
    if (!found.has(of) && free.has(old)) take(of, old, similarity);
  }
  const matches = news.map((of) => found.get(of) ?? { of, with: null, similarity: 0 });
  return { matches, left: olds.filter((old) => free.has(old)) };
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Pairs that are similar enough, the most similar first. */
function nearest<New, Old>(
  news: readonly New[],
  olds: readonly Old[],
  { textOf, textIn, mayMatch }: Required<Texts<New, Old>>,
): readonly { readonly of: New; readonly old: Old; readonly similarity: number }[] {
  const folded = olds.map((old) => ({ old, text: fold(textIn(old)) }));
  const pairs = news.flatMap((of) => {
    const text = fold(textOf(of));
    return folded
      .filter(({ old }) => mayMatch(of, old))
      .map(({ old, text: other }) => ({ of, old, similarity: similarityOf(text, other) }));
  });
  return pairs
    .filter(({ similarity }) => similarity >= similarEnough)
    .toSorted((a, b) => b.similarity - a.similarity);
}

/** 1 for the same, 0 for nothing in common; cheap where the lengths alone say that it is not enough. */
function similarityOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  if (Math.min(a.length, b.length) / longest < similarEnough) return 0;
  return 1 - distance(a, b) / longest;
}
