import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { StoreDown } from './refusal.ts';
import { sharingNext } from './sharing-next.ts';

/** How readers learn that something may have changed. */
export interface Revision {
  /** Another text after every committed write. */
  current(): Promise<string>;
  /** Runs a transaction that writes. It has to call `countUp` inside, when it knows that it writes. */
  writing<Result>(transaction: () => Promise<Result>): Promise<Result>;
}

/** The revision of a database: on a server a row of it, embedded a number in memory, which costs nothing. */
export function revisionOf({ kind, pool }: Database): Revision {
  return kind === 'embedded' ? revisionInMemory() : revisionInRow(pool);
}

/** Enough where one process owns the database and all its writes go through `writing`. */
function revisionInMemory(): Revision {
  let count = 0;
  return {
    current: async () => String(count),
    writing: async (transaction) => {
      try {
        return await transaction();
      } finally {
        // After a failure too: a commit may have arrived although its answer did not.
        count += 1;
      }
    },
  };
}

function revisionInRow(pool: Database['pool']): Revision {
  return {
    // Every request asks: those that come while the server is being asked share the next question.
    current: sharingNext(async () => {
      // Without Prisma, whose share of so small a query is a tenth of the whole answer.
      const { rows } = await pool
        .query<{ value: string }>('SELECT "value" FROM "store_revision" WHERE "id" = 1')
        .catch((cause: unknown) => {
          throw new StoreDown('the revision of the store could not be asked', { cause });
        });
      const [row] = rows;
      if (row === undefined) throw new Error('the row of the revision is missing');
      return row.value;
    }),
    writing: (transaction) => transaction(),
  };
}

/** Makes the transactions that begin with this run one after the other, in this process and others. */
export async function takeTurn(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`SELECT "value" FROM "store_revision" WHERE "id" = 1 FOR UPDATE`;
}

/** Tells the readers, from the commit on, that something changed. */
export async function countUp(tx: Prisma.TransactionClient): Promise<void> {
  await tx.storeRevision.update({ where: { id: 1 }, data: { value: { increment: 1 } } });
}
