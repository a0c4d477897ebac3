import { schedule } from 'node-cron';
import type { Log } from '../logging.ts';
import type { Upkeep } from '../store/upkeep.ts';

/**
 * Schedules what an embedded store needs, hourly and at a quiet hour of the night; gives the way to stop it.
 * The system's clock decides: disks know nothing of the product's.
 */
export function scheduleUpkeep(
  upkeep: Upkeep,
  { log, timeZone }: { log: Log; timeZone: string },
): () => void {
  const guarded = (name: string, step: () => Promise<void>) => async () => {
    await step().catch((problem: unknown) =>
      log.error({ err: problem, step: name }, 'upkeep of the store failed'),
    );
  };
  const tasks = [
    schedule('17 * * * *', guarded('hourly', upkeep.hourly), { timezone: timeZone, noOverlap: true }),
    schedule('41 3 * * *', guarded('daily', upkeep.daily), { timezone: timeZone, noOverlap: true }),
  ];
  return () => {
    for (const task of tasks) void task.stop();
  };
}
