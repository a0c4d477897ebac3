import type { SpokenSpan } from '../../domain/period/read-span.ts';

/** What of a project is asked for. */
export type QuestionKind = 'indicators' | 'milestones' | 'upcoming' | 'programmes';

/** How what is asked for stands. */
export type QuestionState = 'achieved' | 'overdue' | 'unmet';

/** What form the answer has: a number, a date, or several lines. */
type QuestionWants = 'value' | 'when' | 'list';

/** A question as it was understood. All but the words is a hint that lifts an answer, never one that hides it. */
export interface Question {
  /** What is left to look for in the texts, cut at blanks and signs. */
  readonly words: readonly string[];
  readonly projectNumber?: number;
  readonly kind?: QuestionKind;
  readonly span?: SpokenSpan;
  readonly state?: QuestionState;
  readonly wants?: QuestionWants;
  /** 何社: the ways of writing the unit in which the answer is counted. */
  readonly unit?: readonly string[];
  /** 次の, 最近の: which of several is meant. */
  readonly order?: 'soonest' | 'newest';
}
