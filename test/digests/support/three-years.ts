import { nextOccurrence, type PlannedOccurrence } from '../../../src/digests/schedule.ts';
import type { Schedule } from '../../../src/digests/subscription.ts';

/** All planned digests of the years 2020 to 2022, one by one. */
export function threeYears(schedule: Schedule): PlannedOccurrence[] {
  const all: PlannedOccurrence[] = [];
  let next = nextOccurrence(schedule, new Date('2020-01-01T00:00:00Z'));
  while (next.dueAt < new Date('2023-01-01T00:00:00Z')) {
    all.push(next);
    next = nextOccurrence(schedule, next.dueAt);
  }
  return all;
}
