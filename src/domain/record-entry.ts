import type { Author, Origin } from './change.ts';

/** One thing that was done, as the records of a period tell it. `before` and `after` are plain data. */
export interface RecordEntry {
  readonly at: Date;
  /** What was done: `record-milestone`, `freeze-edition` … */
  readonly verb: string;
  /** What it was done to: `milestone`, `edition` … */
  readonly kind: string;
  readonly targetId: string;
  readonly projectId: string | null;
  readonly by: Author;
  readonly approvedBy: Author | null;
  readonly reason: string | null;
  readonly origin: Origin;
  /** Changes of one submission share it. */
  readonly setId: string;
  /** The submission that this one took back. */
  readonly undoes: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
