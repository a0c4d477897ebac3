import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Language, PersonId } from '../domain/person.ts';

declare const brand: unique symbol;
export type SubscriptionId = string & { readonly [brand]: 'SubscriptionId' };

export const holidayRules = ['skip', 'before', 'after'] as const;
/** What happens on a closed day: no digest, the business day before it, or the one after it. */
export type HolidayRule = (typeof holidayRules)[number];

/** When digests come. */
export interface Schedule {
  /** 1 (Monday) to 7 (Sunday); at least one. */
  readonly weekdays: readonly number[];
  /** Local wall time, `HH:mm`. */
  readonly time: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** How many weeks a digest looks ahead, 1–. */
  readonly weeksAhead: number;
  readonly holidayRule: HolidayRule;
  /** Days on which this office is closed, besides holidays and 29 December–3 January. */
  readonly localClosingDays: readonly CalendarDay[];
}

/** Which projects a digest speaks of. `mine`: those in which a post of the owner has a role. */
export type ProjectChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly numbers: readonly number[] }
  | { readonly kind: 'mine' };

export const inclusions = ['overdue', 'dated', 'month', 'season', 'achieved', 'stale'] as const;
/**
 * overdue: passed without word. dated: 日付確定. month: 今月中. season: この季節・年度内. achieved: recently.
 * stale: indicators past their expected update.
 */
export type Inclusion = (typeof inclusions)[number];

/** What a person sets. */
export interface SubscriptionSettings extends Schedule {
  readonly channelId: string;
  readonly kind: 'weekly-digest';
  readonly projects: ProjectChoice;
  readonly include: readonly Inclusion[];
  readonly language: Language;
  readonly ownerId: PersonId;
  /** Whether the owner agreed to post into a channel that another organisation reads too. */
  readonly confirmedShared: boolean;
}

/** A channel's order for digests. */
export interface Subscription extends SubscriptionSettings {
  readonly id: SubscriptionId;
  /** Counts its changes, 1–. */
  readonly version: number;
  readonly nextRunAt: Date;
  readonly pausedAt: Date | null;
  /** Who or what paused it: `person`, or the error that Slack named. */
  readonly pausedBecause: string | null;
}
