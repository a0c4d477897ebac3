import { randomBytes } from 'node:crypto';
import type { Occurrence } from '../digests/occurrence.ts';
import type { Subscription, SubscriptionId } from '../digests/subscription.ts';
import type {
  Doing,
  KeptSubscription,
  PeriodAct,
  SubscriptionAct,
  SubscriptionChange,
} from '../digests/subscription-change.ts';
import type { Author } from '../domain/change.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { authorOf } from './change-rows.ts';
import type { Database } from './database.ts';
import type { Transaction } from './snapshot-table.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What somebody did with a subscription, to be written where it is done: in the same transaction. */
interface Done {
  readonly act: SubscriptionAct;
  readonly at: Date;
  /** Null where the program did it. */
  readonly by: Author | null;
  readonly before: Subscription | null;
  readonly after: Subscription | null;
}

/** Adds a row to the trail of subscriptions. */
export async function noteChange(tx: Transaction, { act, at, by, before, after }: Done): Promise<void> {
  const subscriptionId = (after ?? before)?.id;
  if (subscriptionId === undefined) throw new RangeError('a change of nothing');
  const kept = { before: before && keptOf(before), after: after && keptOf(after) };
  // Who saves a form as it was changes nothing.
  if (act === 'change' && JSON.stringify(kept.before) === JSON.stringify(kept.after)) return;
  await write(tx, { subscriptionId, at, act, by, ...kept });
}

/** What a person did with one period of a subscription. */
interface DoneOnce extends Doing {
  readonly act: PeriodAct;
  readonly subscription: Subscription;
  /** Null where the period was not there. */
  readonly before: Occurrence | null;
  readonly after: Occurrence;
}

/** Adds a row to the trail of subscriptions about one of its periods. */
export async function noteAct(
  tx: Transaction,
  { act, at, by, subscription, before, after }: DoneOnce,
): Promise<void> {
  const kept = keptOf(subscription);
  const withPeriod = ({ periodKey: key, dueAt, state, reason }: Occurrence): KeptSubscription => ({
    ...kept,
    period: { key, dueAt: dueAt.toISOString(), state, reason },
  });
  await write(tx, {
    subscriptionId: subscription.id,
    at,
    act,
    by,
    before: before && withPeriod(before),
    after: withPeriod(after),
  });
}

async function write(tx: Transaction, change: SubscriptionChange): Promise<void> {
  const { subscriptionId, at, act, by, before, after } = change;
  await tx.digestChange.create({
    data: {
      id: uuidV7(at, randomBytes(10)),
      subscriptionId,
      at,
      act,
      byId: by?.personId ?? null,
      byPosts: [...(by?.posts ?? [])],
      before: encode(before),
      after: encode(after),
    },
  });
}

/** The newest changes of a channel's subscriptions, or of all, as `SubscriptionStore.changes` says. */
export async function readChanges(
  prisma: Database['prisma'],
  { channelId, most }: { readonly channelId: string | null; readonly most: number },
): Promise<readonly SubscriptionChange[]> {
  const ofChannel = (name: 'before' | 'after') => ({
    [name]: { path: ['channelId'], equals: channelId ?? '' },
  });
  const rows = await prisma.digestChange.findMany({
    ...(channelId !== null && { where: { OR: [ofChannel('before'), ofChannel('after')] } }),
    orderBy: { seq: 'desc' },
    take: most,
  });
  return rows.map(({ subscriptionId, at, act, byId, byPosts, before, after }) => ({
    subscriptionId: subscriptionId as SubscriptionId,
    at,
    // Written by this file only.
    act: act as SubscriptionAct,
    by: byId === null ? null : authorOf(byId, byPosts),
    before: decode(before),
    after: decode(after),
  }));
}

/** What people set, and whether it is paused: when it runs next is no part of that. */
function keptOf(subscription: Subscription): KeptSubscription {
  const { id: _id, version: _version, nextRunAt: _nextRunAt, pausedAt, ...kept } = subscription;
  return { ...kept, isPaused: pausedAt !== null };
}

function encode(kept: KeptSubscription | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return kept === null ? Prisma.DbNull : (kept as unknown as Prisma.InputJsonObject);
}

function decode(json: Prisma.JsonValue): KeptSubscription | null {
  return json as unknown as KeptSubscription | null;
}
