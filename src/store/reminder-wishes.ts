import { randomBytes } from 'node:crypto';
import type { ReminderWishes } from '../reminders/ports.ts';
import type { ThingKey } from '../reminders/thing.ts';
import type { Database } from './database.ts';
import { readWanted } from './reminder-memory.ts';
import { dateOf } from './row-days.ts';
import { isUuid } from './snapshot-tables.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What people say of reminders, over a database. Text that cannot be stored is a RangeError. */
export function reminderWishes({ prisma }: Database): ReminderWishes {
  return {
    wish: async ({ personId, at, kind, until, keys }, requestKey) => {
      assertStorable({ personId, keys, requestKey });
      const { count } = await prisma.reminderWish.createMany({
        data: {
          id: uuidV7(at, randomBytes(10)),
          requestKey,
          personId,
          at,
          kind,
          until: until === null ? null : dateOf(until),
          keys: [...keys],
        },
        skipDuplicates: true,
      });
      return count === 1;
    },
    wantedOf: (person) => readWanted(prisma, person),
    toldBy: async (id, personId) => {
      if (!isUuid(id)) return null;
      const row = await prisma.reminder.findFirst({
        where: { id, personId },
        include: { things: { orderBy: { position: 'asc' } } },
      });
      return row === null ? null : row.things.map(({ key }) => key as ThingKey);
    },
  };
}
