import type { PersonId } from '../domain/person.ts';
import { blank, type Memory, type Wanted } from '../reminders/memory.ts';
import type { ThingKey } from '../reminders/thing.ts';
import type { Database } from './database.ts';
import { dayOf } from './row-days.ts';

type Prismas = Database['prisma'];

interface ToldRow {
  readonly person_id: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly at: Date;
}

interface WishRow {
  readonly person_id: string;
  readonly seq: bigint;
  readonly kind: string;
  readonly until: Date | null;
  readonly at: Date;
}

/** What is remembered of these people, as `ReminderStore.memoriesOf` says: three statements for all of them. */
export async function readMemories(
  prisma: Prismas,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Memory>> {
  if (people.length === 0) return new Map();
  const told = await readTold(prisma, people);
  const wishes = await readWishes(prisma, people);
  const snoozes = await readSnoozes(prisma, people);
  return new Map(
    people.map((person) => {
      const mine = (row: { person_id: string }) => row.person_id === person;
      const own = wishes.filter(mine);
      const memory: Memory = {
        wanted: wantedFrom(own.find(({ kind }) => kind !== 'snooze')),
        told: new Map(
          told.filter(mine).map(({ key, fingerprint, at }) => [key as ThingKey, { fingerprint, at }]),
        ),
        snoozed: new Map(
          snoozes.filter(mine).map(({ key, until, at }) => [key as ThingKey, { until: dayOf(until), at }]),
        ),
        lastWish: own.map(({ seq }) => seq).toSorted((a, b) => Number(b - a))[0] ?? blank.lastWish,
      };
      return [person, memory];
    }),
  );
}

/** Whether the person wants reminders, by the newest word on it; who has said nothing does. */
export async function readWanted(prisma: Prismas, person: PersonId): Promise<Wanted> {
  const [row] = await prisma.$queryRaw<WishRow[]>`
    SELECT "person_id", "seq", "kind", "until", "at" FROM "reminder_wish"
    WHERE "person_id" = ${person} AND "kind" <> 'snooze' ORDER BY "seq" DESC LIMIT 1`;
  return wantedFrom(row);
}

/** What was last told of each thing. What may have been told counts: it is not told again blindly. */
function readTold(prisma: Prismas, people: readonly PersonId[]): Promise<ToldRow[]> {
  return prisma.$queryRaw<ToldRow[]>`
    SELECT DISTINCT ON (r."person_id", t."key") r."person_id", t."key", t."fingerprint", r."posted_at" AS "at"
    FROM "reminder_thing" AS t JOIN "reminder" AS r ON r."id" = t."reminder_id"
    WHERE r."person_id" = ANY(${[...people]}) AND r."state" IN ('posting', 'sent', 'unknown')
      AND r."posted_at" IS NOT NULL
    ORDER BY r."person_id", t."key", r."posted_at" DESC, r."id" DESC`;
}

/** The newest word of each kind. */
function readWishes(prisma: Prismas, people: readonly PersonId[]): Promise<WishRow[]> {
  return prisma.$queryRaw<WishRow[]>`
    SELECT DISTINCT ON ("person_id", "kind" = 'snooze') "person_id", "seq", "kind", "until", "at"
    FROM "reminder_wish" WHERE "person_id" = ANY(${[...people]})
    ORDER BY "person_id", "kind" = 'snooze', "seq" DESC`;
}

function readSnoozes(prisma: Prismas, people: readonly PersonId[]) {
  return prisma.$queryRaw<{ person_id: string; key: string; until: Date; at: Date }[]>`
    SELECT DISTINCT ON (w."person_id", k) w."person_id", k AS "key", w."until", w."at"
    FROM "reminder_wish" AS w CROSS JOIN LATERAL unnest(w."keys") AS k
    WHERE w."person_id" = ANY(${[...people]}) AND w."kind" = 'snooze' AND w."until" IS NOT NULL
    ORDER BY w."person_id", k, w."seq" DESC`;
}

function wantedFrom(row: WishRow | undefined): Wanted {
  if (row?.kind === 'off') return { kind: 'off' };
  if (row?.kind === 'pause' && row.until !== null) return { kind: 'paused', until: dayOf(row.until) };
  return { kind: 'on' };
}
