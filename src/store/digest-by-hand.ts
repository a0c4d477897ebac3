import { randomBytes } from 'node:crypto';
import type { Occurrence } from '../digests/occurrence.ts';
import type { SubscriptionStore } from '../digests/ports.ts';
import type { Subscription } from '../digests/subscription.ts';
import type { Doing, PeriodAct } from '../digests/subscription-change.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { noteAct } from './digest-changes.ts';
import { occurrenceFrom, plannedColumns, subscriptionFrom } from './digest-rows.ts';
import { uuidV7 } from './uuid-v7.ts';

type Prismas = Database['prisma'];

/** Adds a period that a person pressed for, as `SubscriptionStore.addByHand` says, and who that was. */
export async function addByHand(
  prisma: Prismas,
  ...[id, planned, made]: Parameters<SubscriptionStore['addByHand']>
): Promise<Occurrence> {
  const { periodKey, dueAt } = planned;
  const row = plannedColumns(planned, { id: uuidV7(dueAt, randomBytes(10)), subscriptionId: id });
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.digestOccurrence.createMany({
      data: { ...row, byHand: true },
      skipDuplicates: true,
    });
    const { subscription, ...added } = await tx.digestOccurrence.findUniqueOrThrow({
      where: { subscriptionId_periodKey: { subscriptionId: id, periodKey } },
      include: { subscription: true },
    });
    const after = occurrenceFrom(added);
    if (count === 1) {
      const of = subscriptionFrom(subscription);
      await noteAct(tx, { act: 'send', ...made, subscription: of, before: null, after });
    }
    return after;
  });
}

/** Writes what a person says of a period, as `SubscriptionStore.resolve` says, and who that was. */
export async function resolveOccurrence(
  prisma: Prismas,
  { id, answer, made }: { readonly id: string; readonly answer: Answer; readonly made: Doing },
): Promise<Subscription | null> {
  return prisma.$transaction(async (tx) => {
    const found = await tx.digestOccurrence.findFirst({
      where: { id, state: { in: [...open[answer]] } },
      include: { subscription: true },
    });
    if (found === null) return null;
    const { subscription, ...was } = found;
    const [is] = await tx.digestOccurrence.updateManyAndReturn({
      where: { id, state: was.state, fence: was.fence },
      data: columnsOf(answer, made.at),
    });
    if (is === undefined) return null;
    const of = subscriptionFrom(subscription);
    const [before, after] = [occurrenceFrom(was), occurrenceFrom(is)];
    await noteAct(tx, { act: answer, ...made, subscription: of, before, after });
    return of;
  });
}

type Answer = Exclude<PeriodAct, 'send'>;

/** How a period stands of which that can be said. */
const open = {
  'was-sent': ['unknown'],
  resend: ['unknown', 'failed', 'skipped'],
} as const satisfies Record<Answer, readonly Occurrence['state'][]>;

function columnsOf(answer: Answer, at: Date): Prisma.DigestOccurrenceUpdateManyMutationInput {
  if (answer === 'was-sent') return { state: 'sent', reason: null, untold: null };
  return {
    state: 'waiting',
    byHand: true,
    notBefore: at,
    leaseUntil: null,
    reason: null,
    untold: null,
    late: false,
    fence: { increment: 1 },
    attempts: 0,
  };
}
