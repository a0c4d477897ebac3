import { nextOccurrence, type PlannedOccurrence } from './schedule.ts';
import type { Schedule } from './subscription.ts';

/** The periods that fell due, and when the next one does. */
export interface DuePeriods {
  readonly periods: readonly PlannedOccurrence[];
  readonly nextRunAt: Date;
}

/** All periods with a `dueAt` from `from` to `now`, the oldest first, `most` of them at once. */
export function periodsDue(
  schedule: Schedule,
  { from, now, most }: { readonly from: Date; readonly now: Date; readonly most: number },
): DuePeriods {
  const periods: PlannedOccurrence[] = [];
  let next = nextOccurrence(schedule, new Date(from.getTime() - 1));
  while (next.dueAt <= now && periods.length < most) {
    periods.push(next);
    next = nextOccurrence(schedule, next.dueAt);
  }
  return { periods, nextRunAt: next.dueAt };
}

/**
 * The first period after `now` that has no row yet (`usedKeys`): what a new, changed or resumed subscription waits
 * for.
 */
export function firstRun(
  schedule: Schedule,
  { now, usedKeys }: { readonly now: Date; readonly usedKeys: ReadonlySet<string> },
): PlannedOccurrence {
  let next = nextOccurrence(schedule, now);
  while (usedKeys.has(next.periodKey)) next = nextOccurrence(schedule, next.dueAt);
  return next;
}

/** How many planned digests in a row may be skipped before nobody looks for one that is posted. */
const patience = 400;

/** The next digest after `after` that is posted; the next planned one where none is for over a year. */
export function nextPosted(schedule: Schedule, after: Date): PlannedOccurrence {
  const first = nextOccurrence(schedule, after);
  let next = first;
  for (let skipped = 0; next.skippedBecause !== undefined; skipped += 1) {
    if (skipped > patience) return first;
    next = nextOccurrence(schedule, next.dueAt);
  }
  return next;
}
