import type { Versioned } from '../../domain/change.ts';
import type { ReviewRow } from '../../reports/review/review.ts';
import type { Draft } from '../change-ports.ts';
import { referrer } from '../writes/referrer.ts';

/** What the accepted rows change, wholes before their parts and parts away before their wholes. */
export function importDrafts(rows: readonly ReviewRow[]): readonly Draft[] {
  const there = rows.filter(({ after }) => after !== null).flatMap(draftsOf);
  const gone = rows.filter(({ after }) => after === null);
  return [...there, ...gone.filter(({ kind }) => kind !== 'project').flatMap(draftsOf), ...retirements(gone)];
}

function draftsOf({ id, kind, projectId, before, after }: ReviewRow): readonly Draft[] {
  const target = { kind, id };
  if (before === null) return [{ target, projectId, before: null, after, version: null }];
  const was = { target: before.target, projectId, before: before.snapshot, version: before.version };
  // A value is never changed: one is withdrawn and another added.
  if (kind === 'observation' && after !== null) {
    return [
      { ...was, after: null },
      { target, projectId, before: null, after, version: null },
    ];
  }
  return [{ ...was, after }];
}

/** A project that the table no longer has is retired: its history stays. */
function retirements(gone: readonly ReviewRow[]): readonly Draft[] {
  return gone.flatMap(({ before, projectId }) =>
    before?.snapshot.kind === 'project'
      ? [
          {
            target: before.target,
            projectId,
            before: before.snapshot,
            after: { ...before.snapshot, retired: true },
            version: before.version,
          },
        ]
      : [],
  );
}

/** The rows without those that would take away what something else still stands on. */
export function withoutInUse(
  accepted: readonly ReviewRow[],
  stored: readonly Versioned[],
): { readonly rows: readonly ReviewRow[]; readonly kept: readonly ReviewRow[] } {
  const after = new Map(accepted.map((row) => [row.id, row.after]));
  const standing = stored.flatMap((row) => {
    const next = after.get(row.target.id);
    if (next === null) return [];
    return [next === undefined ? row : { ...row, snapshot: next }];
  });
  const added = accepted.flatMap((row) =>
    row.before === null && row.after !== null
      ? [{ target: { kind: row.kind, id: row.id }, version: 1, snapshot: row.after }]
      : [],
  );
  const isKept = (row: ReviewRow): boolean =>
    row.after === null &&
    row.kind !== 'project' &&
    referrer({ kind: row.kind, id: row.id }, [...standing, ...added]) !== null;
  return { rows: accepted.filter((row) => !isKept(row)), kept: accepted.filter(isKept) };
}
