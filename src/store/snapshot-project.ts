import { isDeepStrictEqual } from 'node:util';
import type { ProjectSnapshot } from '../domain/change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { livingProject } from './project-rows.ts';
import { type Hand, othersThere, type Stored, snapshotTable } from './snapshot-table.ts';

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
  find: async (tx, id) => {
    const row = await tx.project.findUnique({
      where: { id },
      include: withAliases,
      relationLoadStrategy: 'join',
    });
    return row && projectFrom(row);
  },
  insert: async (hand, id, { number, name, aliases, retired }) => {
    const retiredAt = retired ? hand.at : null;
    await hand.tx.project.create({ data: { id, number, name, retiredAt } });
    await addAliases(hand, id, aliases);
  },
  update: async (hand, id, { was, is, mark }) => {
    const retiring = was.retired === is.retired ? {} : { retiredAt: is.retired ? hand.at : null };
    const { number, name } = is;
    await hand.tx.project.update({ where: { id }, data: { number, name, ...retiring, ...mark } });
    if (isDeepStrictEqual(was.aliases, is.aliases)) return;
    await hand.tx.projectAlias.deleteMany({ where: { projectId: id } });
    await addAliases(hand, id, is.aliases);
  },
  mark: async (tx, id, mark) => {
    await tx.project.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { number, retired }) => {
    if (retired) return null;
    const where = { number, ...livingProject, ...othersThere(id) };
    return (await tx.project.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: () => [],
});

async function addAliases(
  { tx, newId }: Hand,
  projectId: string,
  aliases: ProjectSnapshot['aliases'],
): Promise<void> {
  if (aliases.length === 0) return;
  await tx.projectAlias.createMany({
    data: aliases.map((alias, position) => ({ id: newId(), projectId, position, alias })),
  });
}
