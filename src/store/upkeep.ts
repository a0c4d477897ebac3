import type { Database } from './database.ts';

/** What PostgreSQL does by itself on a server and PGlite does not: has to be called on schedule. */
export interface Upkeep {
  /** Once a day, at a quiet hour: gives the room of old rows back and renews the planner's statistics. */
  readonly daily: () => Promise<void>;
  /** Once an hour: bounds the write-ahead log, and with it the time of a start after a crash. */
  readonly hourly: () => Promise<void>;
}

/** The upkeep of an embedded database. Queries wait while a step runs. */
export function upkeepOf({ prisma }: Database): Upkeep {
  const hourly = async () => {
    await prisma.$executeRawUnsafe('CHECKPOINT');
  };
  const daily = async () => {
    await prisma.$executeRawUnsafe('VACUUM (ANALYZE)');
    await hourly();
  };
  return { daily, hourly };
}
