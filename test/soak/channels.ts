import { holidayRules, type SubscriptionSettings } from '../../src/digests/subscription.ts';
import { settings } from '../digests/support/subscriptions.ts';

const places = [
  { timeZone: 'Asia/Tokyo', time: '09:00' },
  // A time that spring leaves out and autumn has twice.
  { timeZone: 'America/New_York', time: '02:30' },
  { timeZone: 'Europe/Berlin', time: '02:30' },
  { timeZone: 'UTC', time: '00:00' },
] as const;

const weekdays = [[1], [1], [5], [1, 4], [7]] as const;

/** The settings of the channel of that number: zones, days and rules in all their combinations. */
export function variedSettings(index: number): SubscriptionSettings {
  const pick = <Value>(values: readonly Value[], fallback: Value) =>
    values[index % values.length] ?? fallback;
  return settings({
    channelId: `C${index}`,
    ...pick(places, places[0]),
    weekdays: pick(weekdays, weekdays[0]),
    holidayRule: pick(holidayRules, 'skip'),
  });
}
