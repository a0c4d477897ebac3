import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Span } from '../domain/period/period.ts';
import type { Closing } from './holidays.ts';
import type { ScheduleSkip } from './schedule.ts';
import type { SubscriptionId } from './subscription.ts';

declare const brand: unique symbol;
export type OccurrenceId = string & { readonly [brand]: 'OccurrenceId' };

/**
 * waiting: to be posted. claimed: a worker has it and has posted nothing. posting: the message may be on its way.
 * sent, skipped, failed: how a period ends. unknown: nobody can say whether the message arrived; people decide.
 */
export type OccurrenceState = 'waiting' | 'claimed' | 'posting' | 'sent' | 'skipped' | 'failed' | 'unknown';

/** Why a period had no digest. */
export type SkipReason =
  | ScheduleSkip['kind']
  /** More than 24 hours late. */
  | 'too-old'
  /** A later digest of the same outage went to the channel. */
  | 'caught-up'
  | 'paused'
  | 'removed'
  /** It fell due between a backup and its restore: perhaps it was posted. */
  | 'restored';

/** Why a digest waits for a person, or for Slack to tell. */
export type HoldReason = 'shared-unconfirmed' | 'role-lost' | 'channel-unknown';

/** What its owner has to be told about a period. incomplete: the thread lacks a part. */
export type UntoldKind = 'held' | 'skipped' | 'failed' | 'unknown' | 'incomplete';

/** A period of a subscription and what came of it. */
export interface Occurrence {
  readonly id: OccurrenceId;
  readonly subscriptionId: SubscriptionId;
  readonly periodKey: string;
  readonly dueAt: Date;
  readonly span: Span;
  /** The planned day, where it is posted on another. */
  readonly movedFrom: CalendarDay | null;
  /** Why the planned day is closed, or has no digest. */
  readonly because: Closing | ScheduleSkip | null;
  /** A person pressed for it: then it is never too old. */
  readonly byHand: boolean;
  readonly state: OccurrenceState;
  /** A SkipReason, a HoldReason, the error that Slack named, or what made a sending unsure. */
  readonly reason: string | null;
  readonly attempts: number;
  readonly channelId: string | null;
  readonly postedAt: Date | null;
  /** Posted as 遅延配信. */
  readonly late: boolean;
  readonly messageTs: string | null;
  readonly thread: 'none' | 'pending' | 'complete' | 'incomplete';
}
