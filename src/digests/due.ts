import type { HoldReason, SkipReason } from './occurrence.ts';

/** What is known of a channel at the time of sending. */
export type ChannelStanding =
  /** `shared`: people of another organisation read it. */
  | { readonly kind: 'open'; readonly shared: boolean }
  /** Slack's own words for what never mends by itself: `is_archived`, `not_in_channel`, `channel_not_found`. */
  | { readonly kind: 'closed'; readonly code: string }
  /** Slack does not tell at the moment. */
  | { readonly kind: 'unknown' };

/** All that decides. */
export interface DueFacts {
  readonly now: Date;
  readonly occurrence: { readonly dueAt: Date; readonly byHand: boolean };
  readonly subscription: {
    readonly paused: boolean;
    readonly removed: boolean;
    readonly confirmedShared: boolean;
  };
  readonly channel: ChannelStanding;
  /** Whether its owner may still have digests sent. */
  readonly ownerMay: boolean;
  /**
   * Whether a later period of the subscription, or a later one of the channel that is late too, is due or was
   * posted: it says what this one would.
   */
  readonly newerDue: boolean;
}

export type DueDecision =
  | { readonly kind: 'send'; readonly late: boolean }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  /** Not now, and not without somebody who does something. */
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  /** The clock was set back: it is not due yet. */
  | { readonly kind: 'wait'; readonly until: Date }
  /** Never here: the subscription is paused and its owner told. */
  | { readonly kind: 'stop'; readonly code: string };

/** What is posted later than this after it was due is marked 遅延配信: milliseconds. */
export const lateAfter = 10 * 60_000;
/** What is later than this is not posted: milliseconds. */
const tooOldAfter = 24 * 3_600_000;

/** What to do now with a period that fell due. What a person pressed for is neither late nor too old. */
export function decideDue(facts: DueFacts): DueDecision {
  return withdrawn(facts) ?? untimely(facts) ?? obstructed(facts) ?? { kind: 'send', late: isLate(facts) };
}

function withdrawn({ subscription, occurrence }: DueFacts): DueDecision | null {
  if (subscription.removed) return { kind: 'skip', reason: 'removed' };
  return subscription.paused && !occurrence.byHand ? { kind: 'skip', reason: 'paused' } : null;
}

function untimely({ now, occurrence, newerDue }: DueFacts): DueDecision | null {
  if (occurrence.byHand) return null;
  const age = now.getTime() - occurrence.dueAt.getTime();
  if (age < 0) return { kind: 'wait', until: occurrence.dueAt };
  if (age > tooOldAfter) return { kind: 'skip', reason: 'too-old' };
  return newerDue && age > lateAfter ? { kind: 'skip', reason: 'caught-up' } : null;
}

function obstructed({ channel, subscription, ownerMay }: DueFacts): DueDecision | null {
  if (channel.kind === 'closed') return { kind: 'stop', code: channel.code };
  if (!ownerMay) return { kind: 'hold', reason: 'role-lost' };
  if (channel.kind === 'unknown') return { kind: 'hold', reason: 'channel-unknown' };
  return channel.shared && !subscription.confirmedShared
    ? { kind: 'hold', reason: 'shared-unconfirmed' }
    : null;
}

function isLate({ now, occurrence }: DueFacts): boolean {
  return !occurrence.byHand && now.getTime() - occurrence.dueAt.getTime() > lateAfter;
}
