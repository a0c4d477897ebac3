import type { Milestone } from '../../../domain/milestone.ts';
import { touches } from '../../../domain/period/compare-periods.ts';
import type { Period } from '../../../domain/period/period.ts';
import type { Project } from '../../../domain/project.ts';
import { fold } from '../../../text/fold.ts';
import type { Warning } from '../write-verb.ts';

/** A milestone that is about to be added. */
interface Told {
  readonly text: string;
  readonly period: Period;
}

/** So many characters a date and its blanks take at most: what is longer or shorter needs no closer look. */
const mostBeside = 40;

/**
 * That the project has an entry of the same words for a time that overlaps: two people record what both were at, or
 * somebody records what was planned. An entry that was cancelled counts for none.
 */
export function alreadyThere(told: Told, { milestones }: Pick<Project, 'milestones'>): readonly Warning[] {
  const words = fold(told.text);
  for (const milestone of milestones) {
    const isFarFromIt = Math.abs(milestone.text.length - told.text.length) > mostBeside;
    if (isFarFromIt || milestone.state === 'cancelled') continue;
    const date = overlapping(milestone, told.period);
    // Entries of the table begin with their date.
    if (date !== undefined && [words, fold(date.text) + words].includes(fold(milestone.text))) {
      return [{ kind: 'already', field: 'text', state: milestone.state, period: date }];
    }
  }
  return [];
}

function overlapping({ dates }: Milestone, period: Period): Period | undefined {
  return dates.map((date) => date.period).find((each) => overlap(each, period));
}

function overlap(one: Period, other: Period): boolean {
  const { first, last } = other;
  if (first === null || last === null) return one.text === other.text;
  return touches(one, { first, last });
}
