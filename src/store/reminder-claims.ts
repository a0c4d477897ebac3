import type { PersonId } from '../domain/person.ts';
import type { ReminderClaim, ReminderId, ReminderStore } from '../reminders/ports.ts';
import type { Database } from './database.ts';
import { dayOf } from './row-days.ts';

type Prismas = Database['prisma'];

/** The condition under which a worker still has what it claimed. */
export function heldReminder({ id, fence }: ReminderClaim) {
  return { id, fence, state: { in: ['claimed', 'posting'] as ('claimed' | 'posting')[] } };
}

/** Leases one message as `ReminderStore.claim` says. Workers that ask at once get different ones. */
export async function claimReminder(
  prisma: Prismas,
  { now, leaseUntil }: Parameters<ReminderStore['claim']>[0],
): Promise<ReminderClaim | null> {
  const [row] = await prisma.$queryRaw<
    { id: string; person_id: string; day: Date; fence: number; attempts: number }[]
  >`
    WITH picked AS (
      SELECT "id" FROM "reminder"
      WHERE ("state" = 'waiting' AND "not_before" <= ${now}) OR ("state" = 'claimed' AND "lease_until" <= ${now})
      ORDER BY "not_before", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "reminder" AS r
    SET "state" = 'claimed', "lease_until" = ${leaseUntil}, "fence" = r."fence" + 1, "attempts" = r."attempts" + 1
    FROM picked WHERE r."id" = picked."id"
    RETURNING r."id"::text, r."person_id", r."day", r."fence", r."attempts"`;
  if (row === undefined) return null;
  const { id, person_id: personId, day, fence, attempts } = row;
  return {
    id: id as ReminderId,
    personId: personId as PersonId,
    day: dayOf(day),
    fence,
    attempts,
    leaseUntil,
  };
}

/** Checks and notes, right before a post, as `ReminderStore.confirm` says. */
export async function confirmReminder(
  prisma: Prismas,
  claim: ReminderClaim,
  { now, things, lastWish }: Parameters<ReminderStore['confirm']>[1],
): ReturnType<ReminderStore['confirm']> {
  return prisma.$transaction(async (tx) => {
    const noted = await tx.$executeRaw`
      UPDATE "reminder" AS r SET "state" = 'posting', "posted_at" = ${now}
      WHERE r."id" = ${claim.id}::uuid AND r."fence" = ${claim.fence} AND r."state" = 'claimed'
        AND r."lease_until" > ${now} AND NOT EXISTS (
          SELECT 1 FROM "reminder_wish" AS w WHERE w."person_id" = r."person_id" AND w."seq" > ${lastWish})`;
    if (noted === 1) {
      const data = things.map(({ key, fingerprint }, position) => ({
        reminderId: claim.id,
        position,
        key,
        fingerprint,
      }));
      await tx.reminderThing.deleteMany({ where: { reminderId: claim.id } });
      await tx.reminderThing.createMany({ data });
      return 'go';
    }
    const where = { ...heldReminder(claim), leaseUntil: { gt: now } };
    return (await tx.reminder.count({ where })) === 1 ? 'changed' : 'lost';
  });
}
