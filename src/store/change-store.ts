import { randomBytes } from 'node:crypto';
import type { ChangeStore } from '../actions/change-ports.ts';
import { readHistory, readHistorySets, readRequest } from './change-reader.ts';
import { applySet } from './change-writer.ts';
import type { Database } from './database.ts';
import { fewAtOnce } from './few-at-once.ts';
import { proposalStore } from './proposal-store.ts';
import type { Revision } from './revision.ts';
import { readPosts, readStanding, readWriters } from './role-reader.ts';
import { listSearchWords } from './search-words.ts';
import { readProjectRows, readProjectsBefore, readRowsOf } from './snapshot-reader.ts';
import { findVersioned } from './snapshot-tables.ts';
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
    read: async (target) => (await findVersioned(prisma, [target]))[0] ?? null,
    readAll: (targets) => findVersioned(prisma, targets),
    findRequest: (requestKey) => readRequest(prisma, requestKey),
    listProjectRows: () => readProjectRows(prisma),
    rowsOf: (project) => readRowsOf(prisma, project),
    projectsBefore: (edition) => readProjectsBefore(prisma, edition),
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
    historySets: (filter) => readHistorySets(prisma, filter),
    standingOf: (person) => readStanding(prisma, person),
    writersOf: (project) => readWriters(prisma, project),
    listPosts: () => readPosts(prisma),
    listSearchWords: () => listSearchWords(prisma),
    ...proposalStore(prisma, inTurn),
  };
}

function newId(at: Date): string {
  return uuidV7(at, randomBytes(10));
}
