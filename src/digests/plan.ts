import { nextOccurrence, type PlannedOccurrence } from './schedule.ts';
import type { Schedule, Subscription } from './subscription.ts';

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

/**
 * The next digest of a subscription after `now` that is posted, and none before what it waits for: a week that had its
 * digest under other settings has no second one. The next planned one where none is posted for over a year.
 */
export function nextPosted(
  subscription: Schedule & Pick<Subscription, 'nextRunAt'>,
  now: Date,
): PlannedOccurrence {
  const before = new Date(Math.max(now.getTime(), subscription.nextRunAt.getTime() - 1));
  const first = nextOccurrence(subscription, before);
  let next = first;
  for (let skipped = 0; next.skippedBecause !== undefined; skipped += 1) {
    if (skipped > patience) return first;
    next = nextOccurrence(subscription, next.dueAt);
  }
  return next;
}
