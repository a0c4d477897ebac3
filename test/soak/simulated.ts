import type { Subscription } from '../../src/digests/subscription.ts';
import type { Counts, Reminded } from './world.ts';

/** A time in which periods may rightly have become too old. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What there is to judge by. */
export interface Simulated {
  readonly begin: Date;
  readonly end: Date;
  readonly subscriptions: readonly Subscription[];
  /** How often each digest stands in its channel: `C1 2020-W35`. */
  readonly shown: ReadonlyMap<string, number>;
  /** Periods of which somebody was told that they were skipped or failed: `C1 2020-W35`. */
  readonly told: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
  /** What people were reminded of. */
  readonly reminded: readonly Reminded[];
  readonly counts: Counts;
}
