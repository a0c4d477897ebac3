import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

/** An open, migrated database. Inside `prisma.$transaction(async (tx) => …)` only `tx` may be used. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly prisma: PrismaClient;
  /** What Prisma asks through. By itself only for what every request asks, where Prisma is most of the cost. */
  readonly pool: pg.Pool;
  /** Waits for what is under way and lets go of everything; a second call does nothing more. */
  close(): Promise<void>;
}

/** The client over a pool. */
export function prismaOver(pool: pg.Pool): PrismaClient {
  // The pool throws its idle connections away when the server closes them, and tells of it by an event that
  // would end the process if nobody listened. The next query opens a new connection or says why it cannot.
  pool.on('error', () => undefined);
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
}

/**
 * Waits for the queries under way and ends the pool; queries that come later reject. The pool is not left to
 * Prisma, which would open another one for them.
 */
export async function disconnect(prisma: PrismaClient, pool: pg.Pool): Promise<void> {
  await prisma.$disconnect();
  await pool.end();
}

/** The function that runs `work` at the first call and gives its promise at every one. */
export function atMostOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
