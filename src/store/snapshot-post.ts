import type { PostId, RoleSnapshot } from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';
import type { PostRoleModel } from '../generated/prisma/models.ts';
import { counted, having, oneByOne, type Stored, snapshotTable, storedById } from './snapshot-table.ts';

/** Posts: one of a section and name. */
export const posts = snapshotTable('post', {
  find: async (tx, ids) =>
    storedById(await tx.post.findMany({ where: { id: { in: [...ids] } } }), (row) => {
      const { section, name, isAdministrator, version, removedAt } = row;
      const snapshot = { kind: 'post', section, name, isAdministrator } as const;
      return { version, removed: removedAt !== null, snapshot };
    }),
  insert: async ({ tx }, rows) => {
    await tx.post.createMany({
      data: rows.map(({ id, snapshot: { section, name, isAdministrator } }) => ({
        id,
        section,
        name,
        isAdministrator,
      })),
    });
  },
  update: oneByOne(async ({ tx }, id, { is: { section, name, isAdministrator }, mark }) => {
    await tx.post.update({ where: { id }, data: { section, name, isAdministrator, ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.post.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ section, name }) => ({ section, name }),
    held: async (tx, uniques, ids) => {
      const row = await tx.post.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: () => [],
});

/** People in posts: a person is in a post once. */
export const occupancies = snapshotTable('occupancy', {
  find: async (tx, ids) =>
    storedById(await tx.occupancy.findMany({ where: { id: { in: [...ids] } } }), (row) => {
      const [postId, personId] = [row.postId as PostId, row.personId as PersonId];
      const snapshot = { kind: 'occupancy', postId, personId } as const;
      return { version: row.version, removed: row.removedAt !== null, snapshot };
    }),
  insert: async ({ tx }, rows) => {
    await tx.occupancy.createMany({
      data: rows.map(({ id, snapshot: { postId, personId } }) => ({ id, postId, personId })),
    });
  },
  update: oneByOne(async ({ tx }, id, { is: { postId, personId }, mark }) => {
    await tx.occupancy.update({ where: { id }, data: { postId, personId, ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.occupancy.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ postId, personId }) => ({ postId, personId }),
    held: async (tx, uniques, ids) => {
      const row = await tx.occupancy.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
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
  find: async (tx, ids) =>
    storedById(await tx.postRole.findMany({ where: { id: { in: [...ids] } } }), roleFrom),
  insert: async ({ tx }, rows) => {
    await tx.postRole.createMany({
      data: rows.map(({ id, snapshot: { postId, projectId, role } }) => ({ id, postId, projectId, role })),
    });
  },
  update: oneByOne(async ({ tx }, id, { is: { postId, projectId, role }, mark }) => {
    await tx.postRole.update({ where: { id }, data: { postId, projectId, role, ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.postRole.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ postId, projectId }) => ({ postId, projectId }),
    held: async (tx, uniques, ids) => {
      const row = await tx.postRole.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: ({ postId, projectId }) => [
    { kind: 'post', id: postId },
    { kind: 'project', id: projectId },
  ],
});
