import type { CalendarDay } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import type { ThingKey } from './thing.ts';

/** Whether somebody wants reminders at all. A pause ends on its day by itself. */
export type Wanted =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  | { readonly kind: 'paused'; readonly until: CalendarDay };

/** What a person has said of reminders. Kept for good: what applies is the newest. */
export interface Wish {
  readonly personId: PersonId;
  readonly at: Date;
  /** snooze: the things named are told again on `until`. pause: nothing before `until`. */
  readonly kind: 'on' | 'off' | 'pause' | 'snooze';
  readonly until: CalendarDay | null;
  readonly keys: readonly ThingKey[];
}

/** What is remembered of a person: what they were told, and what they have said of it. */
export interface Memory {
  readonly wanted: Wanted;
  /** When each thing was last told, and how it stood then. */
  readonly told: ReadonlyMap<ThingKey, { readonly fingerprint: string; readonly at: Date }>;
  readonly snoozed: ReadonlyMap<ThingKey, { readonly until: CalendarDay; readonly at: Date }>;
  /** Counts what the person has said, over all people: what is decided on it holds while this stays. */
  readonly lastWish: bigint;
}

/** Somebody who was never told anything. */
export const blank: Memory = { wanted: { kind: 'on' }, told: new Map(), snoozed: new Map(), lastWish: 0n };

/** Whether anything may be told to the person today. */
export function mayBeTold({ wanted }: Memory, today: CalendarDay): boolean {
  return wanted.kind === 'on' || (wanted.kind === 'paused' && wanted.until <= today);
}

/**
 * Whether the thing is to be told: never before, or it has changed since, or the person asked to be told again and
 * that day has come.
 */
export function isNews(
  { told, snoozed }: Memory,
  { key, fingerprint }: { readonly key: ThingKey; readonly fingerprint: string },
  today: CalendarDay,
): boolean {
  const before = told.get(key);
  if (before === undefined || before.fingerprint !== fingerprint) return true;
  const snooze = snoozed.get(key);
  return snooze !== undefined && snooze.at > before.at && snooze.until <= today;
}
