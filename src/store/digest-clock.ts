import type { Database } from './database.ts';

/** The database's time, to the millisecond: the one clock that all replicas share. */
export async function databaseNow({ prisma }: Pick<Database, 'prisma'>): Promise<Date> {
  const [row] = await prisma.$queryRaw<{ now: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS "now"`;
  if (row === undefined) throw new Error('the database tells no time');
  return row.now;
}
