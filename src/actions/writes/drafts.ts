import type { Snapshot, SnapshotKind, Target, Versioned } from '../../domain/change.ts';
import { accept } from '../../domain/outcome.ts';
import type { ProjectId } from '../../domain/project.ts';

export { sameSnapshot } from '../../domain/same-snapshot.ts';

import type { Draft } from '../change-ports.ts';
import type { Decision, Warning, WriteContext } from './write-verb.ts';

type SnapshotOf<Kind extends SnapshotKind> = Extract<Snapshot, { readonly kind: Kind }>;

/** A row of which the kind is known. */
export interface RowOf<Kind extends SnapshotKind> extends Versioned {
  readonly snapshot: SnapshotOf<Kind>;
}

/** Whether the row is of that kind. */
export function isRowOf<Kind extends SnapshotKind>(row: Versioned, kind: Kind): row is RowOf<Kind> {
  return row.snapshot.kind === kind;
}

/**
 * The row that the verb changes. Whoever runs a verb sees to it that one of its kind is there; throws a RangeError
 * where none is.
 */
export function targetOf<Kind extends SnapshotKind>({ target }: WriteContext, kind: Kind): RowOf<Kind> {
  if (target === null || !isRowOf(target, kind)) throw new RangeError(`no ${kind} to change`);
  return target;
}

/** The project that the verb writes to. Throws a RangeError where none was gathered. */
export function projectOf({ project }: WriteContext): NonNullable<WriteContext['project']> {
  if (project === null) throw new RangeError('no project to write to');
  return project;
}

/** A new row. */
export function added(id: string, after: Snapshot, projectId: ProjectId | null): Draft {
  return { target: { kind: after.kind, id }, projectId, before: null, after, version: null };
}

/** A row that stands otherwise from now on. */
export function changed(
  { target, snapshot, version }: Versioned,
  after: Snapshot,
  projectId: ProjectId | null,
): Draft {
  return { target, projectId, before: snapshot, after, version };
}

/** A row that is taken out: its mark says so, its id stays. */
export function removed({ target, snapshot, version }: Versioned, projectId: ProjectId | null): Draft {
  return { target, projectId, before: snapshot, after: null, version };
}

/** What a verb has decided. */
export function decided(
  drafts: readonly Draft[],
  { warnings = [], reason = null }: { warnings?: readonly Warning[]; reason?: string | null } = {},
): { readonly ok: true; readonly value: Decision } {
  return accept({ drafts, warnings, reason });
}

/** Whether the target names that row. */
export function sameTarget(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.id === b.id;
}
