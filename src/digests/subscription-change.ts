import type { Author } from '../domain/change.ts';
import type { OccurrenceState } from './occurrence.ts';
import type { SubscriptionId, SubscriptionSettings } from './subscription.ts';

/** Who does something with a subscription, and when. */
export interface Doing {
  readonly by: Author;
  readonly at: Date;
}

/** What people say of one period: いますぐ投稿する, 再送, 投稿済みにする. */
export type PeriodAct = 'send' | 'resend' | 'was-sent';

/** What was done with a subscription. `confirm-shared`: somebody agreed that another organisation reads it. */
export type SubscriptionAct =
  | 'create'
  | 'change'
  | 'pause'
  | 'resume'
  | 'remove'
  | 'confirm-shared'
  | PeriodAct;

/** A subscription as it stood, in the trail. */
export type KeptSubscription = SubscriptionSettings & {
  readonly isPaused: boolean;
  readonly pausedBecause: string | null;
  /** Where it was about one period: which, and how it stood. */
  readonly period?: {
    readonly key: string;
    /** ISO 8601. */
    readonly dueAt: string;
    readonly state: OccurrenceState;
    readonly reason: string | null;
  };
};

/** One row of the trail of subscriptions. Rows are only added, in the transaction that changes. */
export interface SubscriptionChange {
  readonly subscriptionId: SubscriptionId;
  readonly at: Date;
  readonly act: SubscriptionAct;
  /** Null where the program did it: it pauses what Slack refuses for good. */
  readonly by: Author | null;
  readonly before: KeptSubscription | null;
  readonly after: KeptSubscription | null;
}
