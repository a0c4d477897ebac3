import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import type { Clock } from '../domain/clock.ts';

/** Every request asks for the day: it is worked out once for each minute of the clock, since no day begins within one. */
export function dayKeeper({
  clock,
  timeZone,
}: {
  readonly clock: Clock;
  readonly timeZone: string;
}): () => CalendarDay {
  let known: { readonly minute: number; readonly day: CalendarDay } | null = null;
  return () => {
    const now = clock.now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (known?.minute !== minute) known = { minute, day: dayAt(now, timeZone) };
    return known.day;
  };
}
