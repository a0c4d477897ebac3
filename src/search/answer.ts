import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Period } from '../domain/period/period.ts';
import { isKana } from '../text/reading.ts';
import type { DocumentKind, SearchDocument } from './documents.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { Question } from './question/question.ts';
import { matchesIn, type TextRange } from './rank/highlight.ts';
import { periodOf } from './rank/hints.ts';
import { rank } from './rank/rank.ts';
import { nearWords } from './resolve/near-words.ts';
import { type Chunk, type QueryWord, queryWords, type SynonymTokens } from './resolve/query-word.ts';

/** A line that answers. */
export interface SearchHit {
  /** The document's own: it holds the id of a milestone or an indicator. */
  readonly id: string;
  readonly projectNumber: number;
  readonly kind: DocumentKind;
  /** As written. */
  readonly text: string;
  /** Where the words stand in it; none where only its project's name or a hint matches. */
  readonly matches: readonly TextRange[];
  /** The date by which it is shown. */
  readonly period: Period | null;
  readonly state: SearchDocument['state'];
  readonly score: number;
}

/** A word that stands nowhere, with the known words it may be a slip of. */
interface UnknownWord {
  readonly word: string;
  readonly near: readonly string[];
}

/** What a search gives. `unknown` are words that were left out. */
export type SearchAnswer =
  | {
      readonly kind: 'found';
      readonly hits: readonly SearchHit[];
      readonly total: number;
      readonly unknown: readonly UnknownWord[];
    }
  /** `known` are words of the question that do stand somewhere, as typed: they tell too little of it to answer. */
  | {
      readonly kind: 'not-found';
      readonly unknown: readonly UnknownWord[];
      readonly known: readonly string[];
    };

export interface Page {
  readonly today: CalendarDay;
  readonly most: number;
  readonly skip: number;
}

/** Of all that the words tell, this much must stand somewhere; what is left is not what was asked for. */
const knownShare = 0.42;
const mostNear = 3;

/**
 * The lines of the index that answer the question, whose words were cut into `chunks`. Not found where the words
 * that tell most stand nowhere: one common word of several is no answer.
 */
export function search(
  { index, synonyms }: { readonly index: SearchIndex; readonly synonyms: SynonymTokens },
  { question, chunks }: { readonly question: Question; readonly chunks: readonly Chunk[] },
  page: Page,
): SearchAnswer {
  const words = queryWords(index, chunks, synonyms);
  const lost = words.filter(({ alternatives, share }) => alternatives.length === 0 && share >= 0.5);
  // What holds no word at all (あああ) is shown as it was typed.
  const names = words.length === 0 ? question.words : lost.map(({ written }) => written);
  const unknown = (): readonly UnknownWord[] => unknownIn(index, { names, chunks });
  const known = words.filter(({ alternatives, share }) => alternatives.length > 0 && share >= 0.5);
  const notFound = () =>
    ({ kind: 'not-found', unknown: unknown(), known: known.map(({ written }) => written) }) as const;
  if (isLost(index, words)) return notFound();
  const { page: scored, total } = rank({ index, words, question, ...page });
  if (total === 0) return notFound();
  const hits = scored.flatMap(({ slot, score }) => hitAt(slot, { index, words, score, today: page.today }));
  return { kind: 'found', hits, total, unknown: words.length === 0 ? [] : unknown() };
}

/** A word of which the dictionary made several, since it is misspelt (港弯), is rather a slip of one as a whole. */
function unknownIn(
  index: SearchIndex,
  { names, chunks }: { readonly names: readonly string[]; readonly chunks: readonly Chunk[] },
): readonly UnknownWord[] {
  const whole = new Map<string, UnknownWord>();
  for (const { text } of chunks) {
    // Of kana alone it would be a syllable that differs.
    if (isKana(text) || !names.some((name) => name !== text && text.includes(name))) continue;
    const near = nearWords(index, text, { most: mostNear, isTorn: true });
    if (near.length > 0) whole.set(text, { word: text, near });
  }
  const rest = names.filter((name) => ![...whole.keys()].some((text) => text.includes(name)));
  return [
    ...whole.values(),
    ...rest.map((word) => ({ word, near: nearWords(index, word, { most: mostNear }) })),
  ];
}

function isLost(index: SearchIndex, words: readonly QueryWord[]): boolean {
  const tells = words.map((word) => ({ known: word.alternatives.length > 0, much: tellingOf(index, word) }));
  const all = tells.reduce((sum, { much }) => sum + much, 0);
  const known = tells.reduce((sum, { much, known: is }) => sum + (is ? much : 0), 0);
  return all > 0 && known < knownShare * all;
}

/** How rare the commonest term is that the word may mean; at most what a word tells that is nowhere. */
function tellingOf(index: SearchIndex, { alternatives, share }: QueryWord): number {
  const most = Math.max(
    0,
    ...alternatives.flatMap(({ rows }) => rows.map(({ postings }) => postings.length)),
  );
  return share * Math.log(1 + (index.size + 0.5) / (most + 0.5));
}

function hitAt(
  slot: number,
  {
    index,
    words,
    score,
    today,
  }: { index: SearchIndex; words: readonly QueryWord[]; score: number; today: CalendarDay },
): readonly SearchHit[] {
  const document = index.at(slot)?.document;
  if (document === undefined) return [];
  const { id, projectNumber, kind, text, state } = document;
  const matches = matchesIn(index, slot, words);
  return [{ id, projectNumber, kind, text, matches, period: periodOf(document, today), state, score }];
}
