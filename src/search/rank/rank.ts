import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { Question } from '../question/question.ts';
import type { QueryWord } from '../resolve/query-word.ts';
import { bestSlots, type Scored } from './best-slots.ts';
import { hintedSlots } from './candidates.ts';
import { dateLift, highestDateLift, plainLift } from './hints.ts';
import { scoreWords, type WordScores } from './score-words.ts';

/** The slots of the page, best first, and how many there are in all. */
export interface Ranking {
  readonly page: readonly Scored[];
  readonly total: number;
}

export interface RankInput {
  readonly index: SearchIndex;
  readonly words: readonly QueryWord[];
  readonly question: Question;
  readonly today: CalendarDay;
  readonly most: number;
  readonly skip: number;
}

/** What scores less than this share of the best is not what was meant; nor, without any word, what misses a hint. */
const weakest = { withWords: 0.12, byHints: 0.6 } as const;
/** How much of its project's name a line is credited with. */
const nameShare = 0.55;
/** How much of a score depends on how many of the words stand there. */
const coverageShare = 0.7;

/**
 * The documents that answer a question: by their words, their project's name, and the hints of the question. Dates
 * are looked at only where they could bring a document onto the page; they do not count for the total.
 */
export function rank(input: RankInput): Ranking {
  const { words, question, most, skip } = input;
  const scored = scoreSlots(input, scoreWords(input.index, words));
  const best = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
  const least = best * (words.length > 0 ? weakest.withWords : weakest.byHints);
  const strong = scored.filter(({ score }) => score >= least);
  const last = bestSlots(strong, skip + most).at(-1)?.score ?? 0;
  const reach = highestDateLift(question);
  const dated = strong
    .filter(({ score }) => score * reach >= last)
    .map(({ slot, score }) => ({ slot, score: score * dateLiftAt(input, slot) }));
  return { page: bestSlots(dated, skip + most).slice(skip), total: strong.length };
}

function dateLiftAt({ index, question, today }: RankInput, slot: number): number {
  const document = index.at(slot)?.document;
  return document === undefined ? 1 : dateLift(document, question, today);
}

function scoreSlots(input: RankInput, found: WordScores): readonly Scored[] {
  const { index, question, today, words } = input;
  const heads = headsOf(index, found);
  const coverage = coverageIn(found.importance);
  return candidates(input, found, heads).flatMap((slot) => {
    const document = index.at(slot)?.document;
    if (document === undefined) return [];
    const head = document.kind === 'project' ? undefined : heads.get(document.projectNumber);
    const own = (found.scores[slot] ?? 0) + nameShare * (head?.score ?? 0);
    const mask = (found.matched[slot] ?? 0) | (head?.matched ?? 0);
    const base = words.length === 0 ? 1 : own * (1 - coverageShare + coverageShare * coverage(mask));
    return [{ slot, score: (base + 0.01) * plainLift(document, question, today) }];
  });
}

interface Head {
  readonly score: number;
  readonly matched: number;
}

/** The projects whose own name or alias holds a word. */
function headsOf(index: SearchIndex, { scores, matched }: WordScores): ReadonlyMap<number, Head> {
  const heads = new Map<number, Head>();
  for (const number of index.projectNumbers()) {
    const slot = index.headOf(number);
    const score = slot === null ? 0 : (scores[slot] ?? 0);
    if (slot !== null && score > 0) heads.set(number, { score, matched: matched[slot] ?? 0 });
  }
  return heads;
}

/** Every slot that holds a word; and by the hints those of the projects that are numbered or named. */
function candidates(
  { index, question, words, today }: RankInput,
  { touched, matched }: WordScores,
  heads: ReadonlyMap<number, Head>,
): readonly number[] {
  const { projectNumber } = question;
  const hasWords = words.length > 0;
  const named = projectNumber === undefined ? [...heads.keys()] : [...heads.keys(), projectNumber];
  const all = !hasWords && projectNumber === undefined;
  const projects = new Set(all ? index.projectNumbers() : named);
  const hinted = hintedSlots({ index, question, today }, projects, hasWords);
  return [...touched, ...hinted.filter((slot) => matched[slot] === 0)];
}

/** The share of what the words tell that a mask of them tells; 1 where they tell nothing. */
function coverageIn(importance: readonly number[]): (mask: number) => number {
  const total = importance.reduce((sum, each) => sum + each, 0);
  const known = new Map<number, number>();
  return (mask) => {
    const before = known.get(mask);
    if (before !== undefined || total === 0) return before ?? 1;
    const told = importance.reduce((sum, each, at) => ((mask >>> at) & 1 ? sum + each : sum), 0);
    known.set(mask, told / total);
    return told / total;
  };
}
