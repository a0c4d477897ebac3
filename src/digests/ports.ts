import type { PersonId } from '../domain/person.ts';
import type { ChannelStanding } from './due.ts';
import type { Occurrence, OccurrenceId, UntoldKind } from './occurrence.ts';
import type { PlannedOccurrence } from './schedule.ts';
import type { Subscription, SubscriptionId, SubscriptionSettings } from './subscription.ts';
import type { Doing, PeriodAct, SubscriptionAct, SubscriptionChange } from './subscription-change.ts';

/** The one clock of all replicas: in production the database's. */
export type SharedClock = () => Promise<Date>;

/** A digest as words: the message, and what follows in its thread. */
export interface RenderedDigest<Message> {
  readonly first: Message;
  readonly thread: readonly Message[];
}

/** What a digest is made of. */
export interface DigestOrder {
  readonly subscription: Subscription;
  readonly occurrence: Occurrence;
  readonly now: Date;
  /** To be marked 遅延配信. */
  readonly late: boolean;
  /** When the next one comes. */
  readonly nextAt: Date;
}

export interface Renderer<Message> {
  render(order: DigestOrder): Promise<RenderedDigest<Message>>;
}

/** What came of a post. Only `posted` and `ambiguous` may have left something in the channel. */
export type PostResult =
  | { readonly kind: 'posted'; readonly ts: string }
  /** Will never work: `is_archived`, `not_in_channel`, `token_revoked` … */
  | { readonly kind: 'refused-terminal'; readonly code: string }
  /** 429. `retryAfterSeconds` is null where Slack named none. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number | null }
  /** A time-out, a 5xx, a connection lost after sending: perhaps it is there. */
  | { readonly kind: 'ambiguous'; readonly why: string }
  /** Certainly not posted and perhaps later: no connection, `ratelimited` by another name, `service_unavailable`. */
  | { readonly kind: 'refused-retryable'; readonly why: string };

export interface Post<Message> {
  readonly channelId: string;
  readonly message: Message;
  /** The message below which it stands. */
  readonly threadTs: string | null;
}

/** Posts once and tells what came of it; never tries again by itself. What it throws counts as ambiguous. */
export interface Poster<Message> {
  post(post: Post<Message>): Promise<PostResult>;
}

/** What a channel is now. Called once per digest: it has to know without asking Slack each time. */
export interface ChannelInspector {
  inspect(channelId: string): Promise<ChannelStanding>;
  /** Whether the owner may still have this subscription's digests sent. */
  ownerMay(subscription: Subscription): Promise<boolean>;
}

/** What somebody has to be told about their digests: all that waits to be told, in one message. */
export interface Notice {
  readonly ownerId: PersonId;
  readonly matters: readonly NoticeMatter[];
}

export interface NoticeMatter {
  readonly subscription: Subscription;
  readonly occurrence: Occurrence;
  readonly kind: UntoldKind;
}

export interface Notifier {
  /** `later`: nobody could be told now. */
  tell(notice: Notice): Promise<'told' | 'later'>;
}

/** A period in the hands of one worker until its lease ends. */
export interface Claim {
  readonly occurrence: Occurrence;
  readonly subscription: Subscription;
  readonly removed: boolean;
  readonly fence: number;
  readonly leaseUntil: Date;
  /** See `DueFacts.newerDue`. */
  readonly newerDue: boolean;
}

/** How a claim ends. */
export type Settlement =
  | { readonly kind: 'sent'; readonly ts: string; readonly threadParts: number }
  | { readonly kind: 'skipped'; readonly reason: string; readonly tell: boolean }
  /** `pause`: the subscription as well. */
  | { readonly kind: 'failed'; readonly reason: string; readonly pause: boolean }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Back to those who wait. `hold` is told to the owner, once. */
export interface Delay {
  readonly notBefore: Date;
  readonly reason: string;
  readonly hold: boolean;
}

/** A subscription with how it does. */
export interface SubscriptionHealth {
  readonly subscription: Subscription;
  /** Its newest period that ended or is asked about; null before the first. */
  readonly last: Occurrence | null;
}

export type EditResult =
  | { readonly kind: 'saved'; readonly subscription: Subscription }
  /** Somebody was faster: how it stands now; null when it was removed. */
  | { readonly kind: 'conflict'; readonly current: Subscription | null };

/** A change of a subscription whose version the person saw. */
export interface Versioned {
  readonly id: SubscriptionId;
  readonly version: number;
}

/** What people do with subscriptions. */
export interface SubscriptionStore {
  /** The same `requestKey` gives the earlier one. */
  add(
    settings: SubscriptionSettings,
    made: Doing & { readonly requestKey: string; readonly nextRunAt: Date },
  ): Promise<Subscription>;
  edit(
    seen: Versioned,
    settings: SubscriptionSettings,
    made: Doing & { readonly nextRunAt: Date; readonly act?: SubscriptionAct },
  ): Promise<EditResult>;
  pause(seen: Versioned, made: Doing & { readonly because: string }): Promise<EditResult>;
  resume(seen: Versioned, made: Doing & { readonly nextRunAt: Date }): Promise<EditResult>;
  remove(seen: Versioned, made: Doing): Promise<EditResult>;
  /** The newest changes of the subscriptions of a channel, removed ones too; null asks for those of all. */
  changes(asked: {
    readonly channelId: string | null;
    readonly most: number;
  }): Promise<readonly SubscriptionChange[]>;
  find(id: SubscriptionId): Promise<Subscription | null>;
  /** All that are there, by channel and age. */
  list(): Promise<readonly SubscriptionHealth[]>;
  /** Which of its period keys have a row. */
  usedKeys(id: SubscriptionId, since: Date): Promise<ReadonlySet<string>>;
  findOccurrence(id: OccurrenceId): Promise<Occurrence | null>;
  /** いますぐ投稿する: a period of its own, due now; the same `periodKey` gives the earlier one. */
  addByHand(id: SubscriptionId, planned: PlannedOccurrence, made: Doing): Promise<Occurrence>;
  /**
   * What a person says of a period whose message may not have arrived: 再送 (also of one that failed or was
   * skipped) or 投稿済みにする. Gives its subscription; null when it is no longer open to that: somebody was faster.
   */
  resolve(id: OccurrenceId, answer: Exclude<PeriodAct, 'send'>, made: Doing): Promise<Subscription | null>;
}

/** A subscription whose periods fell due, as it was read, and when its next one does. */
export interface Opening {
  readonly subscription: Subscription;
  readonly periods: readonly PlannedOccurrence[];
  readonly nextRunAt: Date;
}

/** What the engine needs. Each call is one transaction. */
export interface DigestStore {
  /** Subscriptions whose next period has come, the longest waiting first; those behind `after`, where it is given. */
  listDue(now: Date, most: number, after?: Subscription): Promise<readonly Subscription[]>;
  /**
   * Gives each period a row, unless its key has one, and moves the subscriptions on. Gives those that were moved:
   * nothing is done with one that another replica moved on, or a person changed. When it rejects nothing was done.
   */
  open(openings: readonly Opening[]): Promise<readonly SubscriptionId[]>;
  /**
   * Leases one period that waits, or that a worker held for too long without posting, the oldest first; null when
   * there is none. What fell due before `lateBefore` is late.
   */
  claim(at: {
    readonly now: Date;
    readonly leaseUntil: Date;
    readonly lateBefore: Date;
  }): Promise<Claim | null>;
  /**
   * Right before posting. `go`: it is this worker's, it is noted that a message may be on its way. `lost`: the lease
   * is over. `changed`: a person changed or paused the subscription. `caught-up`: the channel had its late digest.
   */
  confirm(
    claim: Claim,
    at: { readonly now: Date; readonly late: boolean },
  ): Promise<'go' | 'lost' | 'changed' | 'caught-up'>;
  /** After a 429: the same worker keeps it for longer, nothing was posted. Null when the lease was lost. */
  keep(claim: Claim, leaseUntil: Date): Promise<Claim | null>;
  /** Back to those who wait: nothing was posted. False when the claim was lost. */
  giveBack(claim: Claim, delay: Delay): Promise<boolean>;
  /** False when the claim was lost. */
  settle(claim: Claim, settlement: Settlement, now: Date): Promise<boolean>;
  settleThread(claim: Claim, complete: boolean): Promise<void>;
  /** What a worker left while a message may have been on its way becomes unknown, or incomplete. How many. */
  sweep(now: Date): Promise<number>;
  /** All that owners have to be told, kept from other workers until `leaseUntil`. */
  takeUntold(now: Date, leaseUntil: Date): Promise<readonly NoticeMatter[]>;
  noteTold(matters: readonly NoticeMatter[], at: Date): Promise<void>;
  /** When the next message to the channel may go: reserves that moment. */
  reserve(channelId: string, now: Date): Promise<Date>;
  /** Nothing goes before `until`, in any replica; for five minutes from now at most. */
  slowDown(until: Date, now: Date): Promise<void>;
}
