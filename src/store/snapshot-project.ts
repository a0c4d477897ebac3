import { isDeepStrictEqual } from 'node:util';
import type { ProjectSnapshot } from '../domain/change.ts';
import { livingProject } from './project-rows.ts';
import { type Hand, othersThere, snapshotTable } from './snapshot-table.ts';

/** Projects with their aliases. A retired one is there, but its number is free. */
export const projects = snapshotTable('project', {
  find: async (tx, id) => {
    const row = await tx.project.findUnique({
      where: { id },
      include: { aliases: { orderBy: { position: 'asc' } } },
      relationLoadStrategy: 'join',
    });
    if (row === null) return null;
    const { number, name, version, retiredAt, removedAt } = row;
    const retired = retiredAt !== null;
    const snapshot = { kind: 'project', number, name, aliases: row.aliases.map(aliasOf), retired } as const;
    return { version, removed: removedAt !== null, snapshot };
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

function aliasOf({ alias }: { readonly alias: string }): string {
  return alias;
}

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
