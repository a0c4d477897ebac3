import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Versioned } from '../domain/change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { KeptWords } from '../search/ports.ts';
import type { Database } from './database.ts';
import { countUp, type Revision, takeTurn } from './revision.ts';

const there = { removedAt: null } as const;

/** The rows in force, words before synonyms, each kind by its writing. */
export async function listSearchWords(prisma: Database['prisma']): Promise<readonly Versioned[]> {
  const [words, synonyms] = await Promise.all([
    prisma.searchWord.findMany({ where: there, orderBy: { written: 'asc' } }),
    prisma.searchSynonym.findMany({ where: there, orderBy: { from: 'asc' } }),
  ]);
  return [
    ...words.map(({ id, version, written, reading, parts }) => ({
      target: { kind: 'word' as const, id },
      version,
      snapshot: { kind: 'word' as const, written, reading, parts },
    })),
    ...synonyms.map(({ id, version, from, to }) => ({
      target: { kind: 'synonym' as const, id },
      version,
      snapshot: { kind: 'synonym' as const, from, to },
    })),
  ];
}

/** The words and synonyms in force, as `SearchStore` says. */
export async function readSearchWords(prisma: Database['prisma']): Promise<KeptWords> {
  const snapshots = (await listSearchWords(prisma)).map(({ snapshot }) => snapshot);
  return {
    words: snapshots.filter((each) => each.kind === 'word'),
    synonyms: snapshots.filter((each) => each.kind === 'synonym'),
  };
}

/** Loads the shipped words as `SearchStore` says. Of two processes that begin at once the second finds them there. */
export async function loadSearchWords(
  { prisma }: Database,
  revision: Revision,
  shipped: KeptWords,
): Promise<number> {
  const entries = entriesOf(shipped);
  if (isNothing(await lacking(prisma, entries))) return 0;
  return revision.writing(() =>
    prisma.$transaction(async (tx) => {
      await takeTurn(tx);
      const found = await lacking(tx, entries);
      if (isNothing(found)) return 0;
      await replace(tx, found);
      await countUp(tx);
      return found.words.length + found.synonyms.length;
    }),
  );
}

type Entries = ReturnType<typeof entriesOf>;

/** The rows that the shipped words are. The id follows from the writing, so that a later start knows them again. */
function entriesOf({ words, synonyms }: KeptWords) {
  return {
    words: words.map(({ written, reading, parts }) => ({
      id: shippedId('word', written),
      written,
      reading,
      parts: [...parts],
    })),
    synonyms: synonyms.map(({ from, to }) => ({ id: shippedId('synonym', from), from, to: [...to] })),
  };
}

function shippedId(kind: string, written: string): string {
  const hash = createHash('sha256').update(`${kind} ${written}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** The entries that never were there, and those that stand there as an earlier release shipped them. */
async function lacking(tx: Prisma.TransactionClient, { words, synonyms }: Entries): Promise<Entries> {
  const [wordRows, synonymRows] = await Promise.all([tx.searchWord.findMany(), tx.searchSynonym.findMany()]);
  return {
    words: lackingOf(words, wordRows, ({ written }) => written),
    synonyms: lackingOf(synonyms, synonymRows, ({ from }) => from),
  };
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly removedAt: Date | null;
}

function lackingOf<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  rows: readonly (Entry & Row)[],
  writingOf: (entry: Entry) => string,
): Entry[] {
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const taken = new Set(rows.filter(({ removedAt }) => removedAt === null).map(writingOf));
  return entries.filter((entry) => {
    const row = byId.get(entry.id);
    if (row === undefined) return !taken.has(writingOf(entry));
    const isUntouched = row.version === 1 && row.removedAt === null;
    return isUntouched && !isDeepStrictEqual({ ...row, ...entry }, row);
  });
}

function isNothing({ words, synonyms }: Entries): boolean {
  return words.length + synonyms.length === 0;
}

async function replace(tx: Prisma.TransactionClient, { words, synonyms }: Entries): Promise<void> {
  const shipped = { shipped: true } as const;
  await tx.searchWord.deleteMany({ where: { id: { in: words.map(({ id }) => id) } } });
  await tx.searchWord.createMany({ data: words.map((word) => ({ ...word, ...shipped })) });
  await tx.searchSynonym.deleteMany({ where: { id: { in: synonyms.map(({ id }) => id) } } });
  await tx.searchSynonym.createMany({ data: synonyms.map((synonym) => ({ ...synonym, ...shipped })) });
}
