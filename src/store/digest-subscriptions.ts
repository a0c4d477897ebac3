import { randomBytes } from 'node:crypto';
import type { EditResult, SubscriptionStore, Versioned } from '../digests/ports.ts';
import type { SubscriptionId } from '../digests/subscription.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { resolveOccurrence } from './digest-resolve.ts';
import { occurrenceFrom, plannedColumns, settingsColumns, subscriptionFrom } from './digest-rows.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

type Prismas = Database['prisma'];

/** What people do with subscriptions, over a database. Text that cannot be stored is a RangeError. */
export function subscriptionStore({ prisma }: Database): SubscriptionStore {
  return {
    add: (settings, made) => add(prisma, settings, made),
    edit: (seen, settings, nextRunAt) => {
      assertStorable(settings);
      return change(prisma, seen, { ...settingsColumns(settings), nextRunAt });
    },
    pause: (seen, { at, because }) => change(prisma, seen, { pausedAt: at, pausedBecause: because }),
    resume: (seen, nextRunAt) => change(prisma, seen, { pausedAt: null, pausedBecause: null, nextRunAt }),
    remove: (seen, at) => change(prisma, seen, { removedAt: at }),
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
    addByHand: (id, planned) => addByHand(prisma, id, planned),
    resolve: (id, answer, at) => resolveOccurrence(prisma, { id, answer, at }),
  };
}

async function add(prisma: Prismas, ...[settings, made]: Parameters<SubscriptionStore['add']>) {
  assertStorable(settings);
  const { requestKey, nextRunAt, at } = made;
  const id = uuidV7(at, randomBytes(10));
  await prisma.digestSubscription.createMany({
    data: { id, requestKey, ...settingsColumns(settings), createdAt: at, nextRunAt },
    skipDuplicates: true,
  });
  return subscriptionFrom(await prisma.digestSubscription.findUniqueOrThrow({ where: { requestKey } }));
}

/** Writes where the version is still the one that was seen. */
async function change(
  prisma: Prismas,
  { id, version }: Versioned,
  data: Prisma.DigestSubscriptionUpdateManyMutationInput,
): Promise<EditResult> {
  const [subscription] = await prisma.digestSubscription.updateManyAndReturn({
    where: { id, version, removedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  return subscription === undefined
    ? { kind: 'conflict', current: await find(prisma, id) }
    : { kind: 'saved', subscription: subscriptionFrom(subscription) };
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

async function addByHand(prisma: Prismas, ...[id, planned]: Parameters<SubscriptionStore['addByHand']>) {
  const { periodKey, dueAt } = planned;
  const row = plannedColumns(planned, { id: uuidV7(dueAt, randomBytes(10)), subscriptionId: id });
  await prisma.digestOccurrence.createMany({ data: { ...row, byHand: true }, skipDuplicates: true });
  const key = { subscriptionId_periodKey: { subscriptionId: id, periodKey } };
  return occurrenceFrom(await prisma.digestOccurrence.findUniqueOrThrow({ where: key }));
}
