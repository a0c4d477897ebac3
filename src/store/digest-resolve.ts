import type { SubscriptionStore } from '../digests/ports.ts';
import type { Database } from './database.ts';

type Answer = Parameters<SubscriptionStore['resolve']>[1];

/** Writes what a person says of a period, as `SubscriptionStore.resolve` says. */
export async function resolveOccurrence(
  prisma: Database['prisma'],
  { id, answer, at }: { readonly id: string; readonly answer: Answer; readonly at: Date },
): Promise<boolean> {
  const { count } =
    answer === 'was-sent'
      ? await prisma.digestOccurrence.updateMany({
          where: { id, state: 'unknown' },
          data: { state: 'sent', reason: null, untold: null },
        })
      : await prisma.digestOccurrence.updateMany({
          where: { id, state: { in: ['unknown', 'failed', 'skipped'] } },
          data: {
            state: 'waiting',
            byHand: true,
            notBefore: at,
            leaseUntil: null,
            reason: null,
            untold: null,
            late: false,
            fence: { increment: 1 },
            attempts: 0,
          },
        });
  return count === 1;
}
