import type { ChangeStore, HistoryFilter } from '../actions/change-ports.ts';
import type { Change } from '../domain/change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
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
