import type { Change, Snapshot, Versioned } from '../../domain/change.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { Confidence, Finding } from './finding.ts';
import type { SourceLine } from './understood.ts';

/** How a line of the table stands to the store. */
export const differences = ['new', 'changed', 'gone', 'unchanged'] as const;
export type Difference = (typeof differences)[number];

/** One thing of the table or of the store, as the reviewer decides on it. */
export interface ReviewRow {
  /** The same at every review of the file: where the line stands and what it is, or the id of what is gone. */
  readonly key: string;
  readonly difference: Difference;
  readonly confidence: Confidence;
  /** Why it is not certain. */
  readonly findings: readonly Finding[];
  /** Below 1 where the wording has shifted: how much of it is the same. */
  readonly similarity: number;
  /** Null where it is gone from the table. */
  readonly source: SourceLine | null;
  readonly projectNumber: number;
  readonly projectId: ProjectId;
  readonly kind: Snapshot['kind'];
  readonly id: string;
  readonly before: Versioned | null;
  /** As it will stand; null where it is gone. */
  readonly after: Snapshot | null;
  /** The row behind which it stands in the table, in its list; null for the first, left out where there is no list. */
  readonly behind?: string | null | undefined;
  /** For a value: which of the indicators of its project in the table it belongs to, from 1. */
  readonly line?: number | undefined;
  /** Rows without which this one cannot be written, by key: its project, the entry above. */
  readonly needs: readonly string[];
  /** Somebody changed it after the edition's month: it is only written or taken away on purpose. */
  readonly newerByHand: Pick<Change, 'by' | 'at'> | null;
}

/** A reading of a file beside the store. */
export interface Review {
  readonly rows: readonly ReviewRow[];
}

/** Which rows a reviewer wants. */
export type Acceptance =
  | { readonly kind: 'certain' }
  | { readonly kind: 'likely' }
  /** By key. */
  | { readonly kind: 'chosen'; readonly keys: ReadonlySet<string> };

/** Whether the row would change the store. */
export function isOpen({ difference }: ReviewRow): boolean {
  return difference !== 'unchanged';
}

/**
 * The rows that are written: those that are wanted, and those without which they cannot be. What people changed
 * meanwhile and what is gone from the table only go if they are chosen one by one.
 */
export function acceptedRows({ rows }: Review, acceptance: Acceptance): readonly ReviewRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wanted = new Set<string>();
  const want = (row: ReviewRow | undefined): boolean => {
    if (row === undefined || !isOpen(row) || wanted.has(row.key)) return true;
    if (acceptance.kind !== 'chosen' && !isWanted(row, acceptance)) return false;
    // Added before its needs are looked at, so that no ring of them goes round for ever.
    wanted.add(row.key);
    const whole = row.needs.map((key) => want(byKey.get(key))).every((each) => each);
    if (!whole) wanted.delete(row.key);
    return whole;
  };
  for (const row of rows) if (isWanted(row, acceptance)) want(row);
  return rows.filter(({ key }) => wanted.has(key));
}

function isWanted(row: ReviewRow, acceptance: Acceptance): boolean {
  if (!isOpen(row)) return false;
  if (acceptance.kind === 'chosen') return acceptance.keys.has(row.key);
  if (row.difference === 'gone' || row.newerByHand !== null) return false;
  return row.confidence === 'certain' || (acceptance.kind === 'likely' && row.confidence === 'likely');
}
