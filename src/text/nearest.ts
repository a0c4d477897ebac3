import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';
import { isSameButForKana } from './same-but-for-kana.ts';

/** A longer word cannot be a slip of the keyboard of any of ours, and comparing it would cost time. */
const longestWord = 60;

/**
 * The candidates that the typed word most likely means, nearest first: at most `most`, each within a third of
 * its length of typing errors (at least one), or beginning with what was typed.
 */
export function nearest(typed: string, candidates: readonly string[], most = 3): readonly string[] {
  const word = fold(typed);
  if (word === '' || word.length > longestWord) return [];
  return candidates
    .map((candidate) => ({ candidate, errors: errorsBetween(word, fold(candidate)) }))
    .filter(({ candidate, errors }) => errors <= allowance(word, fold(candidate)))
    .sort((a, b) => a.errors - b.errors)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function errorsBetween(word: string, candidate: string): number {
  const whole = distance(word, candidate);
  if (whole === 2 && sorted(word) === sorted(candidate)) return 1;
  if (isSameButForKana(word, candidate)) return 1;
  const isBeginning = word.length >= 2 && candidate.startsWith(word);
  return isBeginning ? Math.min(whole, 1) : whole;
}

/** Two letters that have changed places are one slip. */
function sorted(word: string): string {
  return word.split('').sort().join('');
}

/** One error in a word of two or three characters, but never so many that nothing of the word is left. */
function allowance(word: string, candidate: string): number {
  const length = Math.max(word.length, candidate.length);
  return length <= 1 ? 0 : Math.max(1, Math.floor(length / 3));
}
