import { othersThere, snapshotTable } from './snapshot-table.ts';

/** Words of the search: one of a writing. */
export const words = snapshotTable('word', {
  find: async (tx, id) => {
    const row = await tx.searchWord.findUnique({ where: { id } });
    if (row === null) return null;
    const { written, reading, parts, version, removedAt } = row;
    return { version, removed: removedAt !== null, snapshot: { kind: 'word', written, reading, parts } };
  },
  insert: async ({ tx }, id, { written, reading, parts }) => {
    await tx.searchWord.create({ data: { id, written, reading, parts: [...parts] } });
  },
  update: async ({ tx }, id, { is: { written, reading, parts }, mark }) => {
    await tx.searchWord.update({ where: { id }, data: { written, reading, parts: [...parts], ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.searchWord.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { written }) => {
    const where = { written, ...othersThere(id) };
    return (await tx.searchWord.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: () => [],
});

/** Synonyms of the search: one of a writing. */
export const synonyms = snapshotTable('synonym', {
  find: async (tx, id) => {
    const row = await tx.searchSynonym.findUnique({ where: { id } });
    if (row === null) return null;
    const { from, to, version, removedAt } = row;
    return { version, removed: removedAt !== null, snapshot: { kind: 'synonym', from, to } };
  },
  insert: async ({ tx }, id, { from, to }) => {
    await tx.searchSynonym.create({ data: { id, from, to: [...to] } });
  },
  update: async ({ tx }, id, { is: { from, to }, mark }) => {
    await tx.searchSynonym.update({ where: { id }, data: { from, to: [...to], ...mark } });
  },
  mark: async (tx, id, mark) => {
    await tx.searchSynonym.update({ where: { id }, data: mark });
  },
  rival: async (tx, id, { from }) => {
    const where = { from, ...othersThere(id) };
    return (await tx.searchSynonym.findFirst({ where, select: { id: true } }))?.id ?? null;
  },
  owners: () => [],
});
