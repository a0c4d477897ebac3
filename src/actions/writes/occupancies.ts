import type { OccupancySnapshot, PostId, RoleSnapshot, Versioned } from '../../domain/change.ts';
import type { PersonId } from '../../domain/person.ts';
import type { PostRecord } from '../change-ports.ts';

/** That a person is in a post, as a row of its own; null where the person is not. */
export function occupancyOf(post: PostRecord, personId: PersonId): Versioned | null {
  const found = post.occupants.find((occupant) => occupant.personId === personId);
  if (found === undefined) return null;
  return {
    target: { kind: 'occupancy', id: found.id },
    version: found.version,
    snapshot: occupancy(post, personId),
  };
}

/** A person in a post. */
export function occupancy({ id }: PostRecord, personId: PersonId): OccupancySnapshot {
  return { kind: 'occupancy', postId: id as PostId, personId };
}

/** What the post is in the project, as a row of its own; null where it is nothing. */
export function roleRowOf(
  post: PostRecord,
  projectId: string,
): (Versioned & { snapshot: RoleSnapshot }) | null {
  const found = post.roles.find((role) => role.projectId === projectId);
  if (found === undefined) return null;
  const { id, version, role } = found;
  return {
    target: { kind: 'role', id },
    version,
    snapshot: { kind: 'role', postId: post.id as PostId, projectId: found.projectId, role },
  };
}

/** All that stands on a post: who is in it and what it is where. */
export function rowsOnPost(post: PostRecord): readonly Versioned[] {
  return [
    ...post.occupants.map(({ personId }) => occupancyOf(post, personId)),
    ...post.roles.map(({ projectId }) => roleRowOf(post, projectId)),
  ].filter((row) => row !== null);
}
