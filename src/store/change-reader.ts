import type { ChangeStore, HistoryFilter } from '../actions/change-ports.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { changeFrom } from './change-rows.ts';
import type { Database } from './database.ts';
import { isUuid } from './snapshot-tables.ts';

type History = Awaited<ReturnType<ChangeStore['history']>>;

/** A page of the audit trail, newest first, and how many rows the filter has. An id that is none has no history. */
export async function readHistory(prisma: Database['prisma'], filter: HistoryFilter): Promise<History> {
  const { projectId, target, setId, skip, most } = filter;
  const ids = [projectId, target?.id, setId].filter((id) => id !== undefined);
  if (!ids.every(isUuid)) return { changes: [], total: 0 };
  const where: Prisma.ChangeWhereInput = {
    ...(projectId !== undefined && { projectId }),
    ...(target && { targetKind: target.kind, targetId: target.id }),
    ...(setId !== undefined && { setId }),
  };
  const page = { where, orderBy: { seq: 'desc' }, skip, take: most } as const;
  // One snapshot for both: a change that is committed between them must not make them disagree.
  const [rows, total] = await prisma.$transaction(
    [prisma.change.findMany(page), prisma.change.count({ where })],
    { isolationLevel: 'RepeatableRead' },
  );
  return { changes: rows.map(changeFrom), total };
}
