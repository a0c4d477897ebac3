import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

/** An open, migrated database. Inside `prisma.$transaction(async (tx) => …)` only `tx` may be used. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly prisma: PrismaClient;
  /** Waits for what is under way and lets go of everything; a second call does nothing more. */
  close(): Promise<void>;
}

/** The client over a pool, which it ends when it disconnects. */
export function prismaOver(pool: pg.Pool): PrismaClient {
  // The pool throws its idle connections away when the server closes them, and tells of it by an event that
  // would end the process if nobody listened. The next query opens a new connection or says why it cannot.
  pool.on('error', () => undefined);
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
}

/** The function that runs `work` at the first call and gives its promise at every one. */
export function atMostOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
