import type { ChangeSet, Draft } from '../actions/change-ports.ts';
import type {
  Author,
  Change,
  ChangeId,
  ChangeVerb,
  Origin,
  Snapshot,
  SnapshotKind,
} from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';
import { usualRhythm } from '../domain/rhythm.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ChangeModel } from '../generated/prisma/models.ts';

/** A change as the trail keeps it. */
export interface Written {
  readonly change: Change;
  readonly placeBefore: number | null;
}

/** The change that a draft becomes; `before` is how the row really stood. */
export function changeOf(
  draft: Draft,
  set: ChangeSet,
  { id, setId, before }: { id: string; setId: string; before: Snapshot | null },
): Change {
  const { at, verb, by, approvedBy, reason, origin, undoes } = set;
  const { target, projectId, after } = draft;
  const of = { target, projectId, before, after };
  return { id: id as ChangeId, setId, at, verb, ...of, by, approvedBy, reason, origin, undoes };
}

/** The row of a change. `placeBefore` is the position of the row before, null where it was in no list. */
export function changeColumns({ change, placeBefore }: Written) {
  return {
    id: change.id,
    setId: change.setId,
    at: change.at,
    verb: change.verb,
    targetKind: change.target.kind,
    targetId: change.target.id,
    projectId: change.projectId,
    // Plain data: text, whole numbers, booleans and null; days are text.
    before: change.before,
    after: change.after,
    placeBefore,
    byId: change.by.personId,
    byPosts: [...change.by.posts],
    approvedById: change.approvedBy?.personId ?? null,
    approvedByPosts: [...(change.approvedBy?.posts ?? [])],
    reason: change.reason,
    ...originOf(change.origin),
    undoes: change.undoes,
  };
}

/** The change of a row. */
export function changeFrom(row: ChangeModel): Change {
  const { id, setId, at, verb, targetKind, targetId, projectId, reason, undoes } = row;
  return {
    id: id as ChangeId,
    setId,
    at,
    verb: verb as ChangeVerb,
    target: { kind: targetKind as SnapshotKind, id: targetId },
    projectId: projectId as ProjectId | null,
    before: decodeSnapshot(row.before),
    after: decodeSnapshot(row.after),
    by: authorOf(row.byId, row.byPosts),
    approvedBy: row.approvedById === null ? null : authorOf(row.approvedById, row.approvedByPosts),
    reason,
    origin: originOf(row),
    undoes,
  };
}

/** An author of a pair of columns. */
export function authorOf(personId: string, posts: readonly string[]): Author {
  return { personId: personId as PersonId, posts };
}

/** The origin of a row that holds one. */
export function originOf(row: { via: string; channelId: string | null; permalink: string | null }): Origin {
  const { via, channelId, permalink } = row;
  return { via: via as Origin['via'], channelId, permalink };
}

/**
 * The snapshot of `jsonb`. Nothing but `changeColumns` writes there, and no row is ever changed: an indicator of the
 * time before there were rhythms had the usual one.
 */
function decodeSnapshot(json: Prisma.JsonValue): Snapshot | null {
  const snapshot = json as unknown as Snapshot | null;
  return snapshot?.kind === 'indicator' ? { ...snapshot, rhythm: snapshot.rhythm ?? usualRhythm } : snapshot;
}
