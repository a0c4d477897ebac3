import type { ChannelStanding } from '../../../src/digests/due.ts';
import { type DigestEngine, digestEngine } from '../../../src/digests/engine.ts';
import type { EngineParts } from '../../../src/digests/engine-parts.ts';
import type { DigestStore, Notice, Post, PostResult, SubscriptionStore } from '../../../src/digests/ports.ts';
import { nextOccurrence } from '../../../src/digests/schedule.ts';
import type { Subscription, SubscriptionSettings } from '../../../src/digests/subscription.ts';
import type { Database } from '../../../src/store/database.ts';
import { digestStore } from '../../../src/store/digest-store.ts';
import { subscriptionStore } from '../../../src/store/digest-subscriptions.ts';
import { doing, settings } from './subscriptions.ts';

/** What a channel shows: what was posted there, whoever it was told. */
interface Shown {
  readonly channelId: string;
  readonly text: string;
  readonly threadTs: string | null;
  readonly at: Date;
}

/** A message of these tests: `2020-W35`, or `2020-W35 遅延配信`, and `2020-W35 続き 1` in a thread. */
type Text = string;

/** Engines over one store, a clock that only the test moves, and a channel that remembers what it was shown. */
export interface Rig {
  readonly subscriptions: SubscriptionStore;
  readonly store: DigestStore;
  now: Date;
  /** What the next posts come to; `posted` when it is used up. It is shown by `posted` and by `lost`. */
  readonly answers: (PostResult | 'lost' | (() => Promise<PostResult | 'posted'>))[];
  readonly shown: Shown[];
  readonly notices: Notice[];
  readonly reports: string[];
  readonly channels: Map<string, ChannelStanding>;
  ownerMay: boolean;
  notifierWorks: boolean;
  threadParts: number;
  /** An engine of its own, as another process has it; `parts` replace what is given. */
  engine(parts?: Partial<EngineParts<Text>>): DigestEngine;
  /** A subscription that waits for its next digest from `now` on. */
  subscribe(given?: Partial<SubscriptionSettings>): Promise<Subscription>;
  /** What is in the way of `text` of a channel. */
  texts(): readonly string[];
  /** How each period ended: `2020-W35 sent`. */
  periods(): Promise<readonly string[]>;
}

/** Monday 24 August 2020, nine in Tokyo: when the usual digest is due. */
export const monday = new Date('2020-08-24T00:00:00Z');

export function minutesAfter(minutes: number, from: Date = monday): Date {
  return new Date(from.getTime() + minutes * 60_000);
}

/** A rig over an open database, at a minute before the usual digest is due. */
export function rigOver(database: Database): Rig {
  const subscriptions = subscriptionStore(database);
  const store = digestStore(database);
  let count = 0;
  const rig: Rig = {
    subscriptions,
    store,
    now: minutesAfter(-1),
    answers: [],
    shown: [],
    notices: [],
    reports: [],
    channels: new Map(),
    ownerMay: true,
    notifierWorks: true,
    threadParts: 0,
    engine: (parts) => digestEngine({ ...partsOf(rig), ...parts }),
    subscribe: async (given) => {
      count += 1;
      const whole = settings(given);
      const nextRunAt = nextOccurrence(whole, rig.now).dueAt;
      return subscriptions.add(whole, { requestKey: `request-${count}`, nextRunAt, ...doing(rig.now) });
    },
    texts: () => rig.shown.map(({ text }) => text),
    periods: async () => {
      const rows = await database.prisma.digestOccurrence.findMany({
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ periodKey, state, reason }) => [periodKey, state, reason].filter(Boolean).join(' '));
    },
  };
  return rig;
}

function partsOf(rig: Rig): EngineParts<Text> {
  return {
    store: rig.store,
    clock: async () => rig.now,
    // Whoever waits has waited.
    pause: async (milliseconds) => {
      rig.now = new Date(rig.now.getTime() + milliseconds);
    },
    renderer: {
      render: async ({ occurrence: { periodKey }, late }) => ({
        first: late ? `${periodKey} 遅延配信` : periodKey,
        thread: Array.from({ length: rig.threadParts }, (_, part) => `${periodKey} 続き ${part + 1}`),
      }),
    },
    poster: { post: (post) => answer(rig, post) },
    inspector: {
      inspect: async (channelId) => rig.channels.get(channelId) ?? { kind: 'open', shared: false },
      ownerMay: async () => rig.ownerMay,
    },
    notifier: {
      tell: async (notice) => {
        if (!rig.notifierWorks) return 'later';
        rig.notices.push(notice);
        return 'told';
      },
    },
    report: (error, during) => {
      rig.reports.push(`${during}: ${error instanceof Error ? error.message : String(error)}`);
    },
  };
}

async function answer(rig: Rig, { channelId, message, threadTs }: Post<Text>): Promise<PostResult> {
  const next = rig.answers.shift() ?? ('posted' as const);
  const result = typeof next === 'function' ? await next() : next;
  const isShown = result === 'posted' || result === 'lost' || result.kind === 'posted';
  if (isShown) rig.shown.push({ channelId, text: message, threadTs, at: rig.now });
  if (result === 'lost') return { kind: 'ambiguous', why: 'timeout' };
  return result === 'posted' ? { kind: 'posted', ts: `${rig.shown.length}.0` } : result;
}

/** What was told, a line for each message: `U1: 2020-W35 unknown (timeout)`. */
export function told(rig: Rig): readonly string[] {
  return rig.notices.map(({ ownerId, matters }) => {
    const each = matters.map(
      ({ occurrence: { periodKey, reason }, kind }) => `${periodKey} ${kind} (${reason ?? ''})`,
    );
    return `${ownerId}: ${each.join(', ')}`;
  });
}

/** Takes all that digests left in the database. */
export async function emptyDigests({ prisma }: Database): Promise<void> {
  await prisma.$transaction([
    prisma.digestOccurrence.deleteMany(),
    prisma.digestSubscription.deleteMany(),
    prisma.digestPace.deleteMany(),
  ]);
}
