import type { PostId, RoleSnapshot } from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';
import type { PostRoleModel } from '../generated/prisma/models.ts';
import { othersThere, type Stored, snapshotTable } from './snapshot-table.ts';

/** Posts: one of a section and name. */
export const posts = snapshotTable('post', {
  find: async (tx, id) => {
    const row = await tx.post.findUnique({ where: { id } });
    if (row === null) return null;
    const { section, name, isAdministrator, version, removedAt } = row;
    const snapshot = { kind: 'post', section, name, isAdministrator } as const;
    return { version, removed: removedAt !== null, snapshot };
  },
  insert: async ({ tx }, id, { section, name, isAdministrator }) => {
    await tx.post.create({ data: { id, section, name, isAdministrator } });
  },
  update: async ({ tx }, id, { is: { section, name, isAdministrator }, mark }) => {
    await tx.post.update({ where: { id }, data: { section, name, isAdministrator, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.post.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { section, name }) => {
    const where = { section, name, ...othersThere(id) };
    return (await tx.post.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: () => [],
});

/** People in posts: a person is in a post once. */
export const occupancies = snapshotTable('occupancy', {
  find: async (tx, id) => {
    const row = await tx.occupancy.findUnique({ where: { id } });
    if (row === null) return null;
    const [postId, personId] = [row.postId as PostId, row.personId as PersonId];
    const snapshot = { kind: 'occupancy', postId, personId } as const;
    return { version: row.version, removed: row.removedAt !== null, snapshot };
  },
  insert: async ({ tx }, id, { postId, personId }) => {
    await tx.occupancy.create({ data: { id, postId, personId } });
  },
  update: async ({ tx }, id, { is: { postId, personId }, mark }) => {
    await tx.occupancy.update({ where: { id }, data: { postId, personId, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.occupancy.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { postId, personId }) => {
    const where = { postId, personId, ...othersThere(id) };
    return (await tx.occupancy.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: ({ postId }) => [{ kind: 'post', id: postId }],
});

/** The role of a row. */
export function roleFrom(row: PostRoleModel): Stored<RoleSnapshot> {
  const [postId, projectId] = [row.postId as PostId, row.projectId as ProjectId];
  const snapshot = { kind: 'role', postId, projectId, role: row.role } as const;
  return { version: row.version, removed: row.removedAt !== null, snapshot };
}

/** What posts are in projects: a post is one thing in a project. */
export const roles = snapshotTable('role', {
  find: async (tx, id) => {
    const row = await tx.postRole.findUnique({ where: { id } });
    return row && roleFrom(row);
  },
  insert: async ({ tx }, id, { postId, projectId, role }) => {
    await tx.postRole.create({ data: { id, postId, projectId, role } });
  },
  update: async ({ tx }, id, { is: { postId, projectId, role }, mark }) => {
    await tx.postRole.update({ where: { id }, data: { postId, projectId, role, ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.postRole.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { postId, projectId }) => {
    const where = { postId, projectId, ...othersThere(id) };
    return (await tx.postRole.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: ({ postId, projectId }) => [
    { kind: 'post', id: postId },
    { kind: 'project', id: projectId },
  ],
});
