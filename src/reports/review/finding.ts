import type { Period } from '../../domain/period/period.ts';

/** How sure the reading of a line is: it can only mean this; it most likely does; a person has to say. */
export const confidences = ['certain', 'likely', 'unsure'] as const;
export type Confidence = (typeof confidences)[number];

/**
 * What was concluded where the line itself does not say it. A closed list: every view words each of them. A line
 * without any is certain.
 */
export type Finding =
  /** The row continues the project above: its first cell is empty. */
  | { readonly kind: 'continued'; readonly project: number }
  /** 指標 behind the projects of its page: given in order to those that have none yet. `counts`: as many rows as such projects. */
  | { readonly kind: 'displaced'; readonly project: number; readonly counts: boolean }
  /** 6/11 names no year: the one that keeps the lines around it in order of time, or the nearest to the edition. */
  | { readonly kind: 'year'; readonly period: Period; readonly from: 'neighbours' | 'edition' }
  /** 新 before a programme is the mark, as a strand or the store has the name without it; or it may be part of the name. */
  | { readonly kind: 'new-mark'; readonly from: 'strand' | 'name' }
  | { readonly kind: 'new-in-name' }
  /** 第2回推進協議会: the only group of the project whose name ends so. */
  | { readonly kind: 'group-by-ending'; readonly name: string }
  /** A date that says when something named in the line began, not when the line happens. */
  | { readonly kind: 'date-of-name'; readonly text: string }
  /** (参考) among what comes: it has happened. */
  | { readonly kind: 'past-among-plans' }
  /** A line without a mark, taken for a part of the entry above. */
  | { readonly kind: 'unmarked' }
  /** ・ or ※ with no ■ above it. */
  | { readonly kind: 'without-entry' }
  /** A date in it is none: it is kept without. */
  | { readonly kind: 'wrong-date'; readonly text: string }
  /** The first cell has lines that are neither a heading nor ▼. */
  | { readonly kind: 'unmarked-initiative' }
  /** No 【】 in this cell: the strand is the one of the cell beside it, which has several. */
  | { readonly kind: 'strand-of-neighbour'; readonly name: string }
  /** The store has numbers for the indicator and the table a state, or the other way round. */
  | { readonly kind: 'other-kind-of-value' };

/** How sure a finding leaves the line. */
export function confidenceOf(finding: Finding): Confidence {
  switch (finding.kind) {
    case 'continued':
    case 'unmarked':
      return 'certain';
    case 'displaced':
      return finding.counts ? 'likely' : 'unsure';
    case 'year':
      return finding.from === 'neighbours' ? 'likely' : 'unsure';
    case 'new-mark':
      return finding.from === 'strand' ? 'certain' : 'likely';
    case 'group-by-ending':
    case 'date-of-name':
    case 'past-among-plans':
    case 'unmarked-initiative':
      return 'likely';
    case 'new-in-name':
    case 'without-entry':
    case 'wrong-date':
    case 'strand-of-neighbour':
    case 'other-kind-of-value':
      return 'unsure';
  }
}

/** The least sure of the findings; certain where there is none. */
export function leastSure(findings: readonly Finding[]): Confidence {
  const rank = Math.max(0, ...findings.map((each) => confidences.indexOf(confidenceOf(each))));
  return confidences[rank] ?? 'unsure';
}
