import { isDeepStrictEqual } from 'node:util';
import type { ProjectSnapshot } from '../domain/change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { inBatches } from './in-batches.ts';
import { livingProject } from './project-rows.ts';
import {
  type Added,
  counted,
  type Hand,
  having,
  oneByOne,
  type Stored,
  snapshotTable,
  storedById,
} from './snapshot-table.ts';

/** What has to be read of a project. */
export const withAliases = {
  aliases: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.ProjectInclude;

/** The project of a row that was read `withAliases`. */
export function projectFrom(
  row: Prisma.ProjectGetPayload<{ include: typeof withAliases }>,
): Stored<ProjectSnapshot> {
  const snapshot: ProjectSnapshot = {
    kind: 'project',
    number: row.number,
    name: row.name,
    aliases: row.aliases.map(({ alias }) => alias),
    retired: row.retiredAt !== null,
  };
  return { version: row.version, removed: row.removedAt !== null, snapshot };
}

/** Projects with their aliases. A retired one is there, but its number is free. */
export const projects = snapshotTable('project', {
  find: async (tx, ids) => {
    const rows = await tx.project.findMany({
      where: { id: { in: [...ids] } },
      include: withAliases,
      relationLoadStrategy: 'join',
    });
    return storedById(rows, projectFrom);
  },
  insert: async (hand, rows) => {
    await hand.tx.project.createMany({
      data: rows.map(({ id, snapshot: { number, name, retired } }) => ({
        id,
        number,
        name,
        retiredAt: retired ? hand.at : null,
      })),
    });
    await addAliases(hand, rows);
  },
  update: oneByOne(async (hand, id, { was, is, mark }) => {
    const retiring = was.retired === is.retired ? {} : { retiredAt: is.retired ? hand.at : null };
    const { number, name } = is;
    await hand.tx.project.update({ where: { id }, data: { number, name, ...retiring, ...mark } });
    if (isDeepStrictEqual(was.aliases, is.aliases)) return;
    await hand.tx.projectAlias.deleteMany({ where: { projectId: id } });
    await addAliases(hand, [{ id, snapshot: is }]);
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.project.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ number, retired }) => (retired ? null : { number }),
    held: async (tx, uniques, ids) => {
      const where = { ...having(uniques, ids), ...livingProject };
      return (await tx.project.findFirst({ where, select: { id: true } }))?.id ?? null;
    },
  },
  owners: () => [],
});

async function addAliases(
  { tx, newId }: Hand,
  rows: readonly Pick<Added<ProjectSnapshot>, 'id' | 'snapshot'>[],
): Promise<void> {
  const aliases = rows.flatMap(({ id: projectId, snapshot }) =>
    snapshot.aliases.map((alias, position) => ({ id: newId(), projectId, position, alias })),
  );
  await inBatches(aliases, (data) => tx.projectAlias.createMany({ data }));
}
