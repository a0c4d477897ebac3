import type { SnapshotKind, Versioned } from '../../domain/change.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { Review, ReviewRow } from '../../reports/review/review.ts';
import type { Draft } from '../change-ports.ts';
import { standsOn } from '../writes/stands-on.ts';

/**
 * What the accepted rows change, wholes before their parts and parts away before their wholes, and rows that are alike
 * together, as they are written together. `review`: all rows of the table, so that what is new finds its place.
 */
export function importDrafts(accepted: readonly ReviewRow[], review: Review): readonly Draft[] {
  const behind = placesIn(accepted, review);
  const there = accepted.filter(({ after }) => after !== null);
  const gone = accepted.filter(({ after }) => after === null);
  const drafts = there.flatMap((row) => draftsOf(row, behind(row)));
  return [
    ...drafts.toSorted((a, b) => rankOf(a) - rankOf(b)),
    ...gone.filter(({ kind }) => kind !== 'project').flatMap((row) => draftsOf(row)),
    ...retirements(gone),
  ];
}

/** That an edition without differences speaks of the projects: rows that stand as before, so that the trail tells it. */
export function labelDrafts({ rows }: Review, projects: readonly ProjectId[]): readonly Draft[] {
  const moving = new Set<string>(projects);
  return rows.flatMap(({ kind, id, projectId, before }) => {
    if (kind !== 'project' || before === null || !moving.has(id)) return [];
    const { target, snapshot, version } = before;
    return [{ target, projectId, before: snapshot, after: snapshot, version }];
  });
}

const kinds: readonly SnapshotKind[] = [
  'project',
  'strand',
  'working-group',
  'initiative',
  'indicator',
  'observation',
  'programme',
  'milestone',
];

/** Projects, strands and groups stay in the order of the table: a name may become free before another takes it. */
function rankOf({ target: { kind }, before, after }: Draft): number {
  const inOrder = kind === 'project' || kind === 'strand' || kind === 'working-group';
  const deed = inOrder || after === null ? 0 : before === null ? 1 : 2;
  return kinds.indexOf(kind) * 3 + deed;
}

/** Behind which row a new one stands: the nearest before it in the table that the store has or will have. */
function placesIn(
  accepted: readonly ReviewRow[],
  { rows }: Review,
): (row: ReviewRow) => string | null | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const coming = new Set(accepted.map(({ id }) => id));
  return ({ behind }) => {
    let id = behind;
    for (let row = byId.get(id ?? ''); row !== undefined; row = byId.get(id ?? '')) {
      if (row.before !== null || coming.has(row.id)) break;
      id = row.behind;
    }
    return id;
  };
}

function draftsOf(
  { id, kind, projectId, projectNumber, before, after, line }: ReviewRow,
  behind?: string | null,
): readonly Draft[] {
  const target = { kind, id };
  const row = line === undefined ? undefined : { project: projectNumber, line };
  if (before === null) return [{ target, projectId, before: null, after, version: null, behind, row }];
  const was = { target: before.target, projectId, before: before.snapshot, version: before.version };
  // A value is never changed: one is withdrawn and another added.
  if (kind === 'observation' && after !== null) {
    return [
      { ...was, after: null },
      { target, projectId, before: null, after, version: null, row },
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
  const staying = stored.flatMap(({ target, snapshot }) => {
    const next = after.get(target.id);
    return next === null ? [] : [next ?? snapshot];
  });
  const added = accepted.flatMap((row) => (row.before === null && row.after !== null ? [row.after] : []));
  const needed = new Set([...staying, ...added].flatMap(standsOn));
  const isKept = ({ kind, id, after: next }: ReviewRow): boolean =>
    next === null && kind !== 'project' && needed.has(id);
  return { rows: accepted.filter((row) => !isKept(row)), kept: accepted.filter(isKept) };
}
