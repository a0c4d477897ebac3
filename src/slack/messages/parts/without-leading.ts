import type { Milestone } from '../../../domain/milestone.ts';
import type { Period } from '../../../domain/period/period.ts';

/** The text without the date with which it begins: the date heads the line already. */
export function withoutLeading(date: string, line: string): string {
  const rest = line.startsWith(date) ? line.slice(date.length) : line;
  return /^[\s　\p{L}「<＜(（]/u.test(rest) && rest.trim() !== '' ? rest.trimStart() : line;
}

/**
 * What a milestone is about, without the date with which its text begins: the one that heads the line, or the one for
 * which it was first planned, which the text keeps when it has moved.
 */
export function withoutItsDate(
  { text, firstPlanned }: Pick<Milestone, 'text' | 'firstPlanned'>,
  when: Period | null = null,
): string {
  const dates = [when, firstPlanned].filter((date) => date !== null);
  return dates.map((date) => withoutLeading(date.text, text)).find((told) => told !== text) ?? text;
}
