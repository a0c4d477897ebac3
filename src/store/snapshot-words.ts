import { counted, having, oneByOne, snapshotTable, storedById } from './snapshot-table.ts';

/** Words of the search: one of a writing. */
export const words = snapshotTable('word', {
  find: async (tx, ids) =>
    storedById(await tx.searchWord.findMany({ where: { id: { in: [...ids] } } }), (row) => {
      const { written, reading, parts, version, removedAt } = row;
      return { version, removed: removedAt !== null, snapshot: { kind: 'word', written, reading, parts } };
    }),
  insert: async ({ tx }, rows) => {
    await tx.searchWord.createMany({
      data: rows.map(({ id, snapshot: { written, reading, parts } }) => ({
        id,
        written,
        reading,
        parts: [...parts],
      })),
    });
  },
  update: oneByOne(async ({ tx }, id, { is: { written, reading, parts }, mark }) => {
    await tx.searchWord.update({ where: { id }, data: { written, reading, parts: [...parts], ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.searchWord.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ written }) => ({ written }),
    held: async (tx, uniques, ids) => {
      const row = await tx.searchWord.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: () => [],
});

/** Synonyms of the search: one of a writing. */
export const synonyms = snapshotTable('synonym', {
  find: async (tx, ids) =>
    storedById(await tx.searchSynonym.findMany({ where: { id: { in: [...ids] } } }), (row) => {
      const { from, to, version, removedAt } = row;
      return { version, removed: removedAt !== null, snapshot: { kind: 'synonym', from, to } };
    }),
  insert: async ({ tx }, rows) => {
    await tx.searchSynonym.createMany({
      data: rows.map(({ id, snapshot: { from, to } }) => ({ id, from, to: [...to] })),
    });
  },
  update: oneByOne(async ({ tx }, id, { is: { from, to }, mark }) => {
    await tx.searchSynonym.update({ where: { id }, data: { from, to: [...to], ...mark } });
  }),
  mark: async (tx, ids, removedAt) => {
    await tx.searchSynonym.updateMany({ where: { id: { in: [...ids] } }, data: counted(removedAt) });
  },
  unique: {
    of: ({ from }) => ({ from }),
    held: async (tx, uniques, ids) => {
      const row = await tx.searchSynonym.findFirst({ where: having(uniques, ids), select: { id: true } });
      return row?.id ?? null;
    },
  },
  owners: () => [],
});
