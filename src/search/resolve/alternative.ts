import type { TermRow } from '../index/term-table.ts';

/** One way in which a word of the question may stand in a text: all rows together, or a part of them for less. */
export interface Alternative {
  readonly rows: readonly TermRow[];
  /** 1: as it was typed. */
  readonly weight: number;
}

/** How sure it is that a found term is what was meant. */
export const sureness = {
  exact: 1,
  pair: 0.95,
  reading: 0.85,
  longer: 0.6,
  synonym: 0.65,
  misspelt: 0.55,
  inside: 0.5,
} as const;
