import { randomBytes } from 'node:crypto';
import type { ChangeStore } from '../actions/change-ports.ts';
import { readHistory, readRequest } from './change-reader.ts';
import { applySet } from './change-writer.ts';
import type { Database } from './database.ts';
import { fewAtOnce } from './few-at-once.ts';
import { proposalFrom } from './proposal-rows.ts';
import { keepProposal, rejectProposal } from './proposal-writer.ts';
import type { Revision } from './revision.ts';
import { readPosts, readStanding, readWriters } from './role-reader.ts';
import { listSearchWords } from './search-words.ts';
import { readProjectRows, readRowsOf } from './snapshot-reader.ts';
import { findVersioned, isUuid } from './snapshot-tables.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

/**
 * Writers wait for each other anyway (`takeTurn`): with as few as these at once there are connections left for those
 * who read, and no writer waits for one longer than the pool allows.
 */
const writersAtOnce = 3;

/** What writes need, over a database. Text that cannot be stored is a RangeError. */
export function changeStore({
  database: { prisma },
  revision,
}: {
  database: Database;
  revision: Revision;
}): ChangeStore {
  const inTurn = fewAtOnce(writersAtOnce);
  return {
    newId,
    read: (target) => findVersioned(prisma, target),
    findRequest: (requestKey) => readRequest(prisma, requestKey),
    listProjectRows: () => readProjectRows(prisma),
    rowsOf: (project) => readRowsOf(prisma, project),
    apply: async (set) => {
      assertStorable(set);
      return inTurn(() =>
        applySet(set, {
          inTransaction: (work) => revision.writing(() => prisma.$transaction(work)),
          newId: () => newId(set.at),
        }),
      );
    },
    history: (filter) => readHistory(prisma, filter),
    standingOf: (person) => readStanding(prisma, person),
    writersOf: (project) => readWriters(prisma, project),
    listPosts: () => readPosts(prisma),
    listSearchWords: () => listSearchWords(prisma),
    ...proposalStore(prisma, inTurn),
  };
}

function proposalStore(
  prisma: Database['prisma'],
  inTurn: ReturnType<typeof fewAtOnce>,
): Pick<ChangeStore, 'propose' | 'findProposal' | 'openProposals' | 'reject'> {
  return {
    propose: async (proposal, requestKey) => {
      assertStorable([proposal, requestKey]);
      return inTurn(() => prisma.$transaction((tx) => keepProposal(tx, proposal, requestKey)));
    },
    findProposal: async (id) => {
      const row = isUuid(id) ? await prisma.proposal.findUnique({ where: { id } }) : null;
      return row === null ? null : proposalFrom(row);
    },
    openProposals: async ({ projectId, before }) => {
      const where = {
        state: 'open',
        ...(projectId && { projectId }),
        ...(before && { proposedAt: { lt: before } }),
      } as const;
      const rows = await prisma.proposal.findMany({ where, orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }] });
      return rows.map(proposalFrom);
    },
    reject: async (id, decision) => {
      assertStorable(decision);
      return inTurn(() => prisma.$transaction((tx) => rejectProposal(tx, id, decision)));
    },
  };
}

function newId(at: Date): string {
  return uuidV7(at, randomBytes(10));
}
