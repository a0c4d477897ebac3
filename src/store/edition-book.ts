import { randomBytes } from 'node:crypto';
import type { EditionBook, FrozenEdition, FrozenLabel } from '../actions/reports/report-ports.ts';
import type { FrozenEditionModel } from '../generated/prisma/models.ts';
import { authorOf } from './change-rows.ts';
import type { Database } from './database.ts';
import { takeTurn } from './revision.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

/** The editions over a database. */
export function editionBook({ prisma }: Database): EditionBook {
  return {
    lastHead: () =>
      prisma.edition.findFirst({
        select: { key: true, title: true, footer: true },
        orderBy: { key: 'desc' },
      }),
    listFrozen: async () => {
      const rows = await prisma.frozenEdition.findMany({
        omit: { content: true },
        orderBy: [{ key: 'desc' }, { print: 'desc' }],
      });
      return rows.map(labelOf);
    },
    findFrozen: async (key, print) => {
      const row = await prisma.frozenEdition.findFirst({
        where: { key, ...(print !== undefined && { print }) },
        orderBy: { print: 'desc' },
      });
      return row === null ? null : { ...labelOf(row), content: row.content };
    },
    freeze: (edition) => {
      assertStorable(edition);
      return freeze(prisma, edition);
    },
  };
}

/** Of two at once the second sees what the first did. */
async function freeze(
  prisma: Database['prisma'],
  { by, ...edition }: Omit<FrozenEdition, 'print'>,
): ReturnType<EditionBook['freeze']> {
  return prisma.$transaction(async (tx) => {
    await takeTurn(tx);
    const last = await tx.frozenEdition.findFirst({
      where: { key: edition.key },
      orderBy: { print: 'desc' },
    });
    if (last?.sha256 === edition.sha256) return { isNew: false, label: labelOf(last) };
    const row = await tx.frozenEdition.create({
      data: {
        ...edition,
        id: uuidV7(edition.frozenAt, randomBytes(10)),
        print: (last?.print ?? 0) + 1,
        frozenById: by.personId,
        frozenByPosts: [...by.posts],
      },
    });
    return { isNew: true, label: labelOf(row) };
  });
}

function labelOf(row: Omit<FrozenEditionModel, 'content'>): FrozenLabel {
  const { key, print, title, sha256, frozenAt, frozenById, frozenByPosts } = row;
  return { key, print, title, sha256, frozenAt, by: authorOf(frozenById, frozenByPosts) };
}
