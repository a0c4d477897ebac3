import type { RowProblem } from '../table/row-problem.ts';

/** A row of a file before anybody has looked for the table in it: any number of cells, each its lines. */
export interface RawRow {
  /** From 1, as the program that shows the file counts. */
  readonly line: number;
  readonly cells: readonly (readonly string[])[];
}

/** What a reader of a format gives: rows, and what it noticed on the way. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly problems: readonly RowProblem[];
}

/** The table may have so many rows: ten times what 500 projects need. */
export const mostRows = 10_000;

/** A cell may hold so many characters. */
export const longestCell = 50_000;
