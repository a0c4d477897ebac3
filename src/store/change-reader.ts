import type { ChangeStore, HistoryFilter, SetsFilter } from '../actions/change-ports.ts';
import type { Change } from '../domain/change.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { changeFrom } from './change-rows.ts';
import type { Database } from './database.ts';
import type { Transaction } from './snapshot-table.ts';
import { isUuid } from './snapshot-tables.ts';

type History = Awaited<ReturnType<ChangeStore['history']>>;

/** What was written under the request key, or null: as `ChangeStore.findRequest` says. */
export async function readRequest(
  prisma: Database['prisma'],
  key: string,
): Promise<Awaited<ReturnType<ChangeStore['findRequest']>>> {
  const request = await prisma.request.findUnique({ where: { key } });
  if (request === null || request.setId === null) return null;
  return { setId: request.setId, changes: await changesOf(prisma, request.setId) };
}

/** The changes of a set, in the order in which they were written. */
export async function changesOf(tx: Transaction, setId: string): Promise<readonly Change[]> {
  const rows = await tx.change.findMany({ where: { setId }, orderBy: { seq: 'asc' } });
  return rows.map(changeFrom);
}

/** A page of the audit trail, newest first, and how many rows the filter has. An id that is none has no history. */
export async function readHistory(prisma: Database['prisma'], filter: HistoryFilter): Promise<History> {
  const { projectId, target, setId, undoing, kinds, skip, most } = filter;
  const ids = [projectId, target?.id, setId, ...(undoing ?? [])].filter((id) => id !== undefined);
  if (!ids.every(isUuid)) return { changes: [], total: 0 };
  const where: Prisma.ChangeWhereInput = {
    ...(projectId !== undefined && { projectId }),
    ...(target && { targetKind: target.kind, targetId: target.id }),
    ...(setId !== undefined && { setId }),
    ...(undoing && { undoes: { in: [...undoing] } }),
    ...(kinds && { targetKind: { in: [...kinds] } }),
  };
  const page = { where, orderBy: { seq: 'desc' }, skip, take: most } as const;
  // One snapshot for both: a change that is committed between them must not make them disagree.
  const [rows, total] = await prisma.$transaction(
    [prisma.change.findMany(page), prisma.change.count({ where })],
    { isolationLevel: 'RepeatableRead' },
  );
  return { changes: rows.map(changeFrom), total };
}

type HistorySets = Awaited<ReturnType<ChangeStore['historySets']>>;

/** A page of the audit trail by sets, as `ChangeStore.historySets` says. An id that is none has no history. */
export async function readHistorySets(prisma: Database['prisma'], filter: SetsFilter): Promise<HistorySets> {
  const { projectId, kinds, skip, most } = filter;
  if (projectId !== undefined && !isUuid(projectId)) return { sets: [], total: 0 };
  const where: Prisma.ChangeWhereInput = {
    ...(projectId !== undefined && { projectId }),
    ...(kinds && { targetKind: { in: [...kinds] } }),
  };
  const newest = { _max: { seq: 'desc' } } as const;
  const page = {
    by: ['setId'],
    where,
    orderBy: newest,
    skip,
    take: most,
  } as const satisfies Prisma.ChangeGroupByArgs;
  const [groups, [count]] = await prisma.$transaction(
    [prisma.change.groupBy(page), prisma.$queryRaw<{ total: bigint }[]>(countOf(filter))],
    { isolationLevel: 'RepeatableRead' },
  );
  // A set is written at once and never added to: its changes are the same a moment later.
  const ids = groups.map(({ setId }) => setId);
  const rows = await prisma.change.findMany({
    where: { ...where, setId: { in: ids } },
    orderBy: { seq: 'asc' },
  });
  const changes = rows.map(changeFrom);
  const sets = ids.map((id) => changes.filter(({ setId }) => setId === id));
  return { sets, total: Number(count?.total ?? 0) };
}

function countOf({ projectId, kinds }: Pick<SetsFilter, 'projectId' | 'kinds'>): Prisma.Sql {
  const conditions = [
    ...(projectId === undefined ? [] : [Prisma.sql`"project_id" = ${projectId}::uuid`]),
    ...(kinds === undefined ? [] : [Prisma.sql`"target_kind" = ANY(${[...kinds]})`]),
    Prisma.sql`true`,
  ];
  return Prisma.sql`SELECT count(DISTINCT "set_id") AS "total" FROM "change" WHERE ${Prisma.join(conditions, ' AND ')}`;
}
