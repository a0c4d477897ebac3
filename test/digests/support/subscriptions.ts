import type { Schedule, SubscriptionSettings } from '../../../src/digests/subscription.ts';
import type { Doing } from '../../../src/digests/subscription-change.ts';
import type { PersonId } from '../../../src/domain/person.ts';

/** Mondays at nine in Tokyo, four weeks ahead, nothing on holidays. */
export function aSchedule(given: Partial<Schedule> = {}): Schedule {
  return {
    weekdays: [1],
    time: '09:00',
    timeZone: 'Asia/Tokyo',
    weeksAhead: 4,
    holidayRule: 'skip',
    localClosingDays: [],
    ...given,
  };
}

/** The usual digest of all projects in channel C1, of the person U1. */
export function settings(given: Partial<SubscriptionSettings> = {}): SubscriptionSettings {
  return {
    ...aSchedule(),
    channelId: 'C1',
    kind: 'weekly-digest',
    projects: { kind: 'all' },
    include: ['overdue', 'dated', 'month', 'season', 'achieved', 'stale'],
    language: 'ja',
    ownerId: 'U1' as PersonId,
    confirmedShared: false,
    ...given,
  };
}

/** That the person U1, lead of the tests, does something at that moment. */
export function doing(at: Date): Doing {
  return { by: { personId: 'U1' as PersonId, posts: ['産業政策課 主任'] }, at };
}
