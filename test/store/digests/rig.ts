import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Claim, DigestStore, SubscriptionStore } from '../../../src/digests/ports.ts';
import { nextOccurrence } from '../../../src/digests/schedule.ts';
import type { Subscription, SubscriptionSettings } from '../../../src/digests/subscription.ts';
import type { Database } from '../../../src/store/database.ts';
import { digestStore } from '../../../src/store/digest-store.ts';
import { subscriptionStore } from '../../../src/store/digest-subscriptions.ts';
import { emptyDigests, minutesAfter, monday } from '../../digests/support/rig.ts';
import { doing, settings } from '../../digests/support/subscriptions.ts';
import type { OpenedStore } from '../../support/stores.ts';

/** One store for the cases of a run, without digests before each. */
export interface DigestStoreRig {
  readonly kind: string;
  readonly database: () => Database;
  readonly subscriptions: SubscriptionStore;
  readonly store: DigestStore;
  readonly add: (requestKey?: string, given?: Partial<SubscriptionSettings>) => Promise<Subscription>;
  /** A subscription whose first period has its row. */
  readonly opening: (requestKey?: string, given?: Partial<SubscriptionSettings>) => Promise<Subscription>;
  readonly claimAt: (now: Date) => Promise<Claim | null>;
  readonly claimed: (now?: Date) => Promise<Claim>;
  readonly stateOf: (claim: Claim) => Promise<string | undefined>;
}

/** A minute before the usual digest is due. */
export const before = minutesAfter(-1);

/** A change of today after which the next digest is due then. */
export const nextAt = (nextRunAt: Date) => ({ ...doing(monday), nextRunAt });

/** Opens the store before the cases of the block in which it is called, and closes it behind them. */
export function digestStoreRig(kind: string, open: () => Promise<OpenedStore>): DigestStoreRig {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => emptyDigests(opened.database));
  afterAll(() => opened.cleanUp());
  const rig: DigestStoreRig = {
    kind,
    database: () => opened.database,
    get subscriptions() {
      return subscriptionStore(opened.database);
    },
    get store() {
      return digestStore(opened.database);
    },
    add: (requestKey = 'view-1', given = {}) =>
      rig.subscriptions.add(settings(given), { requestKey, nextRunAt: monday, ...doing(before) }),
    opening: async (requestKey, given) => {
      const subscription = await rig.add(requestKey, given);
      const period = nextOccurrence(subscription, before);
      const next = nextOccurrence(subscription, period.dueAt).dueAt;
      const openings = [{ subscription, periods: [period], nextRunAt: next }];
      expect(await rig.store.open(openings)).toEqual([subscription.id]);
      return subscription;
    },
    claimAt: (now) =>
      rig.store.claim({ now, leaseUntil: minutesAfter(2, now), lateBefore: minutesAfter(-10, now) }),
    claimed: async (now = monday) => {
      const claim = await rig.claimAt(now);
      if (claim === null) throw new Error('nothing to claim');
      return claim;
    },
    stateOf: async (claim) => (await rig.subscriptions.findOccurrence(claim.occurrence.id))?.state,
  };
  return rig;
}
