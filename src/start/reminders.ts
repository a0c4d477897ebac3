import { schedule } from 'node-cron';
import type { Log } from '../logging.ts';

/**
 * Asks every hour whether somebody is to be reminded of a proposal; gives the way to stop it. The system's clock
 * only says when to ask: who is due, the product's clock decides.
 */
export function scheduleReminders(
  remind: () => Promise<number>,
  { log, timeZone }: { readonly log: Log; readonly timeZone: string },
): () => void {
  const ask = async () => {
    try {
      const reminded = await remind();
      if (reminded > 0) log.info({ reminded }, 'reminded of proposals');
    } catch (problem) {
      log.error({ err: problem }, 'reminding of proposals failed');
    }
  };
  const task = schedule('23 * * * *', ask, { timezone: timeZone, noOverlap: true });
  return () => void task.stop();
}
