import type { PeriodRefusal } from '../../domain/period/refusal.ts';

/**
 * Something in a row of the file that was left out or read otherwise than it stands, for the person who imports. A
 * closed list: every view words each of them.
 */
export type RowProblem = {
  readonly line: number;
} /** The table has no row with the three headings; its columns were taken as they come. */ & (
  | { readonly kind: 'no-header' }
  /** The row has text beside the three columns, which was left out. */
  | { readonly kind: 'stray-cell'; readonly text: string }
  /** The row is the only one with fewer cells than the table, and the missing ones were taken for empty. */
  | { readonly kind: 'missing-cell'; readonly found: number }
  /** Cells were merged across columns: their text was taken for the first. */
  | { readonly kind: 'merged-columns'; readonly text: string }
  /** A formula: its last result was taken as text. Without a result the cell is empty. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string }
  /** The cell was longer than a table needs and was cut. */
  | { readonly kind: 'long-cell'; readonly most: number }
  /** The number stands twice with different names: the second is left out. */
  | {
      readonly kind: 'duplicate-number';
      readonly number: number;
      readonly name: string;
      readonly first: number;
    }
  /** 0, or more than 999. */
  | { readonly kind: 'impossible-number'; readonly number: number; readonly name: string }
  /** The row stands above the first project, or its first cell is no project. */
  | { readonly kind: 'no-project'; readonly text: string }
  /** Written as a date, and none. The line is kept, without that date. */
  | { readonly kind: 'no-such-date'; readonly text: string; readonly refusal: PeriodRefusal }
  /** A line below 指標 that is no `name：actual/target`. It is left out. */
  | { readonly kind: 'unread-indicator'; readonly text: string }
  /** A number and a state in one indicator: 実施中/30件. It is left out. */
  | { readonly kind: 'mixed-values'; readonly text: string }
  /** The same name twice in the project: the second is left out. */
  | { readonly kind: 'repeated'; readonly what: 'indicator' | 'programme'; readonly name: string }
  /** Longer than the store keeps: it is left out. */
  | { readonly kind: 'too-long'; readonly text: string; readonly most: number }
);
