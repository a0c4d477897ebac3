import { randomBytes } from 'node:crypto';
import type { SubscriptionAct, SubscriptionChange } from '../digests/ports.ts';
import type { Subscription, SubscriptionId } from '../digests/subscription.ts';
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
  // Who saves a form as it was changes nothing.
  if (act === 'change' && sameKept(before, after)) return;
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

function sameKept(before: Subscription | null, after: Subscription | null): boolean {
  return JSON.stringify(encode(before)) === JSON.stringify(encode(after));
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

type Kept = SubscriptionChange['after'];

/** What people set, and whether it is paused: when it runs next is no part of that. */
function encode(subscription: Subscription | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  if (subscription === null) return Prisma.DbNull;
  const { id: _id, version: _version, nextRunAt: _nextRunAt, pausedAt, ...kept } = subscription;
  return { ...kept, isPaused: pausedAt !== null } as unknown as Prisma.InputJsonObject;
}

function decode(json: Prisma.JsonValue): Kept {
  return json as unknown as Kept;
}
