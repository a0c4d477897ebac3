import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { Question } from '../question/question.ts';
import type { QueryWord } from '../resolve/query-word.ts';
import { type BaseScores, baseScores } from './base-scores.ts';
import { bestSlots, type Scored } from './best-slots.ts';
import { hintedSlots } from './candidates.ts';
import { highestLift, liftOf } from './hints.ts';
import { scoreWords } from './score-words.ts';
import { scratchOf } from './scratch.ts';

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

/** What the words score less than this share of their best is not what was meant. */
const weakest = 0.12;

/**
 * The documents that answer a question: by their words and their project's name, lifted by the hints. A document is
 * looked at only if the most that hints can give would bring it onto the page: of 100,000, a few hundred.
 */
export function rank(input: RankInput): Ranking {
  const { index, words, question, today, most, skip } = input;
  const scratch = scratchOf(index);
  const found = baseScores(index, scoreWords(index, words, scratch), scratch.bases);
  const hinted = hintedSlots({ index, question, today }, projectsOf(input, found.heads), words.length > 0);
  for (const slot of hinted) found.bases[slot] ||= found.baseByName(slot);
  const strong = strongSlots(found, hinted);
  const scoreOf = (slot: number): number => (words.length === 0 ? 1 : (found.bases[slot] ?? 0) + 0.01);
  const lifted = (slot: number): number => {
    const document = index.at(slot)?.document;
    return document === undefined ? 0 : scoreOf(slot) * liftOf(document, question, today);
  };
  const count = skip + most;
  const likely = bestSlots(strong, scoreOf, 2 * count).map(({ slot }) => slot);
  const bound = bestSlots(likely, lifted, count);
  const least = bound.length < count ? 0 : (bound.at(-1)?.score ?? 0) / highestLift(question);
  const possible = strong.filter((slot) => scoreOf(slot) >= least);
  return { page: bestSlots(possible, lifted, count).slice(skip), total: strong.length };
}

/** The projects whose lines the hints are looked for in: named or numbered, all where nothing else was asked. */
function projectsOf({ index, words, question }: RankInput, heads: Iterable<number>): ReadonlySet<number> {
  const { projectNumber } = question;
  if (projectNumber !== undefined) return new Set([...heads, projectNumber]);
  return new Set(words.length === 0 ? index.projectNumbers() : heads);
}

/** The slots whose words score well enough, and those that the hints ask for; each once. */
function strongSlots({ bases, matched, touched }: BaseScores, hinted: readonly number[]): readonly number[] {
  let best = 0;
  for (const slot of touched) best = Math.max(best, bases[slot] ?? 0);
  const least = best * weakest;
  const isStrong = (slot: number): boolean => matched[slot] !== 0 && (bases[slot] ?? 0) >= least;
  return [...touched.filter(isStrong), ...hinted.filter((slot) => !isStrong(slot))];
}
