import type { RecordReader } from '../actions/records/record-ports.ts';
import type { Origin } from '../domain/change.ts';
import { operatorId } from '../domain/person.ts';
import type { RecordEntry } from '../domain/record-entry.ts';
import { authorOf, changeFrom } from './change-rows.ts';
import type { Database } from './database.ts';

type Prisma = Database['prisma'];
type Bounds = Parameters<RecordReader['readRecords']>[0];

/** The records over a database: changes of the table, of digests, and frozen editions. */
export function recordReader({ prisma }: Database): RecordReader {
  return { readRecords: (span) => inOrder(changes(prisma, span), otherRecords(prisma, span)) };
}

const batch = 500;

/** A batch at a time: years of changes never stand in memory at once. */
async function* changes(prisma: Prisma, { from, to }: Bounds): AsyncIterable<RecordEntry> {
  let behind: bigint | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<Prisma['change']['findMany']>> = await prisma.change.findMany({
      where: { at: { gte: from, lt: to }, ...(behind !== null && { seq: { gt: behind } }) },
      orderBy: { seq: 'asc' },
      take: batch,
    });
    for (const row of rows) {
      const { id: _id, target, ...change } = changeFrom(row);
      yield { ...change, kind: target.kind, targetId: target.id };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    behind = last.seq;
  }
}

const nowhere: Origin = { via: 'operator', channelId: null, permalink: null };

/** What is not a change of the table: a few hundred rows a year. */
async function otherRecords(prisma: Prisma, { from, to }: Bounds): Promise<readonly RecordEntry[]> {
  const plain = { projectId: null, approvedBy: null, reason: null, undoes: null };
  const digests = await prisma.digestChange.findMany({ where: { at: { gte: from, lt: to } } });
  const editions = await prisma.frozenEdition.findMany({
    where: { frozenAt: { gte: from, lt: to } },
    omit: { content: true },
  });
  const records: readonly RecordEntry[] = [
    ...digests.map((row) => ({
      ...plain,
      at: row.at,
      verb: `digest-${row.act}`,
      kind: 'digest',
      targetId: row.subscriptionId,
      by: row.byId === null ? authorOf(operatorId, ['プログラム']) : authorOf(row.byId, row.byPosts),
      origin: row.byId === null ? nowhere : ({ ...nowhere, via: 'button' } as const),
      setId: row.id,
      before: row.before,
      after: row.after,
    })),
    ...editions.map((row) => ({
      ...plain,
      at: row.frozenAt,
      verb: 'freeze-edition',
      kind: 'edition',
      targetId: row.id,
      by: authorOf(row.frozenById, row.frozenByPosts),
      origin: row.frozenById === operatorId ? nowhere : ({ ...nowhere, via: 'command' } as const),
      setId: row.id,
      before: null,
      after: { key: row.key, print: row.print, title: row.title, sha256: row.sha256 },
    })),
  ];
  return records.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Both in the order of time; of the same moment the change of the table first. */
async function* inOrder(
  main: AsyncIterable<RecordEntry>,
  others: Promise<readonly RecordEntry[]>,
): AsyncIterable<RecordEntry> {
  const waiting = [...(await others)];
  for await (const entry of main) {
    while ((waiting[0]?.at ?? entry.at) < entry.at) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
    }
    yield entry;
  }
  yield* waiting;
}
