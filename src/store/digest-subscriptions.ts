import { randomBytes } from 'node:crypto';
import type { EditResult, SubscriptionStore, Versioned } from '../digests/ports.ts';
import type { SubscriptionId } from '../digests/subscription.ts';
import type { Doing, SubscriptionAct } from '../digests/subscription-change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { addByHand, resolveOccurrence } from './digest-by-hand.ts';
import { noteChange, readChanges } from './digest-changes.ts';
import { occurrenceFrom, settingsColumns, subscriptionFrom } from './digest-rows.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

type Prismas = Database['prisma'];

/** What people do with subscriptions, over a database. Text that cannot be stored is a RangeError. */
export function subscriptionStore({ prisma }: Database): SubscriptionStore {
  return {
    add: (settings, made) => add(prisma, settings, made),
    edit: (seen, settings, { nextRunAt, act = 'change', ...doing }) => {
      assertStorable(settings);
      return change(prisma, seen, { ...doing, act, data: { ...settingsColumns(settings), nextRunAt } });
    },
    pause: (seen, { because, ...doing }) =>
      change(prisma, seen, {
        ...doing,
        act: 'pause',
        data: { pausedAt: doing.at, pausedBecause: because },
      }),
    resume: (seen, { nextRunAt, ...doing }) =>
      change(prisma, seen, {
        ...doing,
        act: 'resume',
        data: { pausedAt: null, pausedBecause: null, nextRunAt },
      }),
    remove: (seen, doing) => change(prisma, seen, { ...doing, act: 'remove', data: { removedAt: doing.at } }),
    changes: (asked) => readChanges(prisma, asked),
    find: (id) => find(prisma, id),
    list: () => list(prisma),
    usedKeys: async (subscriptionId, since) => {
      const where = { subscriptionId, dueAt: { gte: since } };
      const rows = await prisma.digestOccurrence.findMany({ where, select: { periodKey: true } });
      return new Set(rows.map(({ periodKey }) => periodKey));
    },
    findOccurrence: async (id) => {
      const row = await prisma.digestOccurrence.findUnique({ where: { id } });
      return row && occurrenceFrom(row);
    },
    addByHand: (...asked) => addByHand(prisma, ...asked),
    resolve: (id, answer, made) => resolveOccurrence(prisma, { id, answer, made }),
  };
}

async function add(prisma: Prismas, ...[settings, made]: Parameters<SubscriptionStore['add']>) {
  assertStorable(settings);
  const { requestKey, nextRunAt, at, by } = made;
  const id = uuidV7(at, randomBytes(10));
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.digestSubscription.createMany({
      data: { id, requestKey, ...settingsColumns(settings), createdAt: at, nextRunAt },
      skipDuplicates: true,
    });
    const row = await tx.digestSubscription.findUniqueOrThrow({ where: { requestKey } });
    const after = subscriptionFrom(row);
    if (count === 1) await noteChange(tx, { act: 'create', at, by, before: null, after });
    return after;
  });
}

interface Changing extends Doing {
  readonly act: SubscriptionAct;
  readonly data: Prisma.DigestSubscriptionUpdateManyMutationInput;
}

/** Writes where the version is still the one that was seen, and its row of the trail with it. */
async function change(
  prisma: Prismas,
  { id, version }: Versioned,
  { act, at, by, data }: Changing,
): Promise<EditResult> {
  const saved = await prisma.$transaction(async (tx) => {
    const was = await tx.digestSubscription.findFirst({ where: { id, version, removedAt: null } });
    const [is] = await tx.digestSubscription.updateManyAndReturn({
      where: { id, version, removedAt: null },
      data: { ...data, version: { increment: 1 } },
    });
    if (was === null || is === undefined) return null;
    const after = subscriptionFrom(is);
    await noteChange(tx, {
      act,
      at,
      by,
      before: subscriptionFrom(was),
      after: is.removedAt === null ? after : null,
    });
    return after;
  });
  return saved === null
    ? { kind: 'conflict', current: await find(prisma, id) }
    : { kind: 'saved', subscription: saved };
}

async function find(prisma: Prismas, id: SubscriptionId) {
  const row = await prisma.digestSubscription.findFirst({ where: { id, removedAt: null } });
  return row && subscriptionFrom(row);
}

async function list(prisma: Prismas): ReturnType<SubscriptionStore['list']> {
  const rows = await prisma.digestSubscription.findMany({
    where: { removedAt: null },
    orderBy: [{ channelId: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    include: {
      occurrences: {
        where: { state: { in: ['sent', 'skipped', 'failed', 'unknown'] } },
        orderBy: { dueAt: 'desc' },
        take: 1,
      },
    },
  });
  return rows.map(({ occurrences: [last], ...row }) => ({
    subscription: subscriptionFrom(row),
    last: last === undefined ? null : occurrenceFrom(last),
  }));
}
