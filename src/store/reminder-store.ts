import { randomBytes } from 'node:crypto';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import type { ReminderClaim, ReminderEnd, ReminderStore } from '../reminders/ports.ts';
import type { Database } from './database.ts';
import { claimReminder, confirmReminder, heldReminder } from './reminder-claims.ts';
import { readMemories } from './reminder-memory.ts';
import { dateOf } from './row-days.ts';
import { uuidV7 } from './uuid-v7.ts';

type Prismas = Database['prisma'];

/** What the engine of reminders needs, over a database. */
export function reminderStore({ prisma }: Database): ReminderStore {
  return {
    hasOpened: async (day) => (await prisma.reminderDay.count({ where: { day: dateOf(day) } })) === 1,
    open: (day, people, at) => open(prisma, { day, people, at }),
    sweep: (now, today) => sweep(prisma, { now, today }),
    claim: (at) => claimReminder(prisma, at),
    confirm: (claim, at) => confirmReminder(prisma, claim, at),
    giveBack: (claim, delay) => giveBack(prisma, claim, delay),
    settle: (claim, end, now) => settle(prisma, claim, { end, now }),
    memoriesOf: (people) => readMemories(prisma, people),
  };
}

/** The row of the day comes first: of replicas that open it at once all but one find it there. */
async function open(
  prisma: Prismas,
  { day, people, at }: { readonly day: CalendarDay; readonly people: readonly PersonId[]; readonly at: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.reminderDay.createMany({
      data: { day: dateOf(day), openedAt: at },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const rows = people.map((personId) => ({
      id: uuidV7(at, randomBytes(10)),
      personId,
      day: dateOf(day),
      state: 'waiting' as const,
      notBefore: at,
    }));
    await tx.reminder.createMany({ data: rows, skipDuplicates: true });
    return true;
  });
}

async function sweep(
  prisma: Prismas,
  { now, today }: { readonly now: Date; readonly today: CalendarDay },
): Promise<number> {
  const overslept = await prisma.reminder.updateMany({
    where: { state: 'posting', leaseUntil: { lte: now } },
    data: { state: 'unknown', reason: 'overslept', leaseUntil: null, fence: { increment: 1 } },
  });
  const past = await prisma.reminder.updateMany({
    where: {
      day: { lt: dateOf(today) },
      OR: [{ state: 'waiting' }, { state: 'claimed', leaseUntil: { lte: now } }],
    },
    data: { state: 'skipped', reason: 'too-old', leaseUntil: null, fence: { increment: 1 } },
  });
  return overslept.count + past.count;
}

/** What was noted as told was not: it goes with the next attempt, or with another day. */
async function giveBack(
  prisma: Prismas,
  claim: ReminderClaim,
  { notBefore, reason }: Parameters<ReminderStore['giveBack']>[1],
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.reminder.updateMany({
      where: heldReminder(claim),
      data: { state: 'waiting', notBefore, reason, leaseUntil: null, postedAt: null },
    });
    if (count === 1) await tx.reminderThing.deleteMany({ where: { reminderId: claim.id } });
    return count === 1;
  });
}

async function settle(
  prisma: Prismas,
  claim: ReminderClaim,
  { end, now }: { readonly end: ReminderEnd; readonly now: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.reminder.updateMany({
      where: heldReminder(claim),
      data: { leaseUntil: null, ...endColumns(end, now) },
    });
    const told = end.kind === 'sent' || end.kind === 'unknown';
    if (count === 1 && !told) await tx.reminderThing.deleteMany({ where: { reminderId: claim.id } });
    return count === 1;
  });
}

function endColumns(end: ReminderEnd, now: Date) {
  switch (end.kind) {
    case 'sent':
      return {
        state: end.kind,
        reason: null,
        postedAt: now,
        messageTs: end.ts,
        channelId: end.channelId,
      };
    case 'unknown':
      return { state: end.kind, reason: end.reason };
    case 'skipped':
    case 'failed':
      return { state: end.kind, reason: end.reason, postedAt: null };
  }
}
