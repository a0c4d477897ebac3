import { dayAt } from '../../src/domain/calendar-day.ts';
import { reminderDay } from '../../src/reminders/business-days.ts';
import type { Database } from '../../src/store/database.ts';
import { leadOf, passedBy } from './duties.ts';
import type { Simulated } from './simulation.ts';

/** What is wrong with reminders, and how they ended. */
export interface ReminderJudgement {
  /** Two messages of a day to one person, a thing told twice, or a message at another hour. */
  readonly unwanted: readonly string[];
  /** Things that nobody was told of, and messages without an end. */
  readonly missing: readonly string[];
  readonly ends: Readonly<Record<string, number>>;
}

/** Compares what people were shown and what the store says with what they had to be told. */
export async function judgeReminders(
  { prisma }: Database,
  simulated: Simulated,
  projects: number,
): Promise<ReminderJudgement> {
  const rows = await prisma.reminder.findMany({ include: { things: true } });
  const ends: Record<string, number> = {};
  for (const { state, reason } of rows) {
    const end = [state, reason].filter(Boolean).join(' ');
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const doubtful = new Set(
    rows
      .filter(({ state }) => state === 'unknown')
      .flatMap(({ personId, things }) => things.map(({ key }) => `${personId} ${key}`)),
  );
  return {
    ends,
    unwanted: unwantedIn(simulated),
    missing: [...untold(simulated, projects, doubtful), ...rows.filter(isUnended).map(({ id }) => id)],
  };
}

function isUnended({ state }: { readonly state: string }): boolean {
  return !['sent', 'skipped', 'failed', 'unknown'].includes(state);
}

function unwantedIn({ reminded }: Simulated): readonly string[] {
  const seen = new Set<string>();
  const twice = (name: string): readonly string[] => {
    if (seen.has(name)) return [name];
    seen.add(name);
    return [];
  };
  return reminded.flatMap(({ personId, day, keys, at }) => [
    ...twice(`${personId} ${day}`),
    ...keys.flatMap((key) => twice(`${personId} ${key}`)),
    ...(reminderDay(at, 'Asia/Tokyo') === null ? [`${personId} at ${at.toISOString()}`] : []),
  ]);
}

/** What had passed a fortnight before the end was told, or perhaps told: nobody repeats that blindly. */
function untold(
  { reminded, end }: Simulated,
  projects: number,
  doubtful: ReadonlySet<string>,
): readonly string[] {
  const told = new Set(reminded.flatMap(({ personId, keys }) => keys.map((key) => `${personId} ${key}`)));
  const last = dayAt(new Date(end.getTime() - 14 * 86_400_000), 'Asia/Tokyo');
  return Array.from({ length: projects }, (_, index) => index + 1)
    .flatMap((number) => passedBy(number, last).map((key) => `${leadOf(number)} ${key}`))
    .filter((name) => !told.has(name) && !doubtful.has(name));
}
