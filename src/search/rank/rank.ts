import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { Question } from '../question/question.ts';
import type { QueryWord } from '../resolve/query-word.ts';
import { bestSlots, type Scored } from './best-slots.ts';
import { isInState, isOfKind, liftOf } from './hints.ts';
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

/** The documents that answer a question: by their words, their project's name, and the hints of the question. */
export function rank(input: RankInput): Ranking {
  const { index, words, most, skip } = input;
  const found = scoreWords(index, words);
  const scored = [...scoredSlots(input, found)];
  const best = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
  const least = best * (words.length > 0 ? weakest.withWords : weakest.byHints);
  const strong = scored.filter(({ score }) => score >= least);
  return { page: bestSlots(strong, skip + most).slice(skip), total: strong.length };
}

function* scoredSlots(input: RankInput, found: WordScores): Generator<Scored> {
  const { index, question, today, words } = input;
  const total = found.importance.reduce((sum, each) => sum + each, 0);
  const heads = headsOf(index, found);
  for (const slot of candidates(input, found, heads)) {
    const document = index.at(slot)?.document;
    if (document === undefined) continue;
    const head = document.kind === 'project' ? undefined : heads.get(document.projectNumber);
    const own = (found.scores[slot] ?? 0) + nameShare * (head?.score ?? 0);
    const mask = (found.matched[slot] ?? 0) | (head?.matched ?? 0);
    const coverage = total === 0 ? 1 : coverageOf(mask, found.importance) / total;
    const base = words.length === 0 ? 1 : own * (1 - coverageShare + coverageShare * coverage);
    const score = (base + 0.01) * liftOf(document, question, today);
    yield { slot, score };
  }
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

/** Every slot that holds a word; and by the hints those of the project that is numbered or named. */
function candidates(
  { index, question, words, today }: RankInput,
  found: WordScores,
  heads: ReadonlyMap<number, Head>,
): ReadonlySet<number> {
  const { projectNumber, kind, state, span } = question;
  const slots = new Set(found.touched);
  const all = words.length === 0 && projectNumber === undefined;
  const projects = all ? index.projectNumbers() : [...heads.keys(), projectNumber].filter((each) => each !== undefined);
  for (const number of projects) {
    for (const slot of index.slotsOf(number)) {
      const document = index.at(slot)?.document;
      if (document === undefined) continue;
      const isAsked =
        (kind !== undefined && isOfKind(document, kind)) ||
        (state !== undefined && isInState(document, state, today)) ||
        (span !== undefined && document.periods.length > 0) ||
        number === projectNumber;
      if (isAsked) slots.add(slot);
    }
  }
  return slots;
}

function coverageOf(mask: number, importance: readonly number[]): number {
  return importance.reduce((sum, each, at) => ((mask >>> at) & 1 ? sum + each : sum), 0);
}
