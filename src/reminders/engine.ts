import { later, leaseLength } from '../digests/engine-parts.ts';
import { dayAt } from '../domain/calendar-day.ts';
import { reminderDay } from './business-days.ts';
import { deliver } from './deliver.ts';
import { dueNow } from './due-now.ts';
import type { ReminderParts } from './engine-parts.ts';

/** Tells people once a business day what waits for them, for as many replicas as there are. */
export interface ReminderEngine {
  /**
   * Does what is to be done at `now`. Call it every minute; a call while another is under way is welcome. Rejects
   * when the store is down: the next call does what was left.
   */
  tick(now: Date): Promise<void>;
}

/**
 * The engine of one process. The first tick within the hours of a business day decides who has something to be told
 * and gives each of them one row; from then on each row is claimed, decided anew and brought to its end.
 */
export function reminderEngine<Message>(parts: ReminderParts<Message>): ReminderEngine {
  const { store, clock, timeZone } = parts;
  return {
    tick: async (now) => {
      await store.sweep(now, dayAt(now, timeZone));
      const day = reminderDay(now, timeZone);
      if (day === null) return;
      if (!(await store.hasOpened(day))) {
        await store.open(day, [...(await dueNow(parts, now)).due.keys()], now);
      }
      for (;;) {
        const at = await clock();
        if (reminderDay(at, timeZone) !== day) return;
        const claim = await store.claim({ now: at, leaseUntil: later(at, leaseLength) });
        if (claim === null) return;
        await deliver(parts, claim);
      }
    },
  };
}
