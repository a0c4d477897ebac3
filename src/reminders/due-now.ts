import { dayAt } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import { decideReminders } from './decide.ts';
import type { ReminderParts } from './engine-parts.ts';
import type { Memory } from './memory.ts';
import { everybody } from './responsible.ts';
import type { Thing } from './thing.ts';

/** Who is to be told what, with what was remembered of them when that was decided. */
export interface DueNow {
  readonly due: ReadonlyMap<PersonId, readonly Thing[]>;
  readonly memories: ReadonlyMap<PersonId, Memory>;
}

/** Who is to be told what at that moment, with what was remembered of them. */
export async function dueNow<Message>(
  { store, gather, administrators, present, timeZone }: ReminderParts<Message>,
  now: Date,
): Promise<DueNow> {
  const gathered = await gather();
  const people = everybody({ posts: gathered.posts, administrators });
  const [memories, there] = await Promise.all([store.memoriesOf(people), present(people)]);
  const due = decideReminders({
    ...gathered,
    administrators,
    memories,
    isThere: (person) => there.has(person),
    today: dayAt(now, timeZone),
    dayOf: (instant) => dayAt(instant, timeZone),
  });
  return { due, memories };
}
