import holidayJp from '@holiday-jp/holiday_jp';
import { type CalendarDay, dayAt } from '../../src/domain/calendar-day.ts';
import type { Database } from '../../src/store/database.ts';
import { leadOf, passedBy } from './duties.ts';
import type { Simulated } from './simulated.ts';

/** What is wrong with reminders, and how they ended. */
export interface ReminderJudgement {
  /** Two messages of a day to one person, a thing told twice, too early or to somebody else, a message at another hour. */
  readonly unwanted: readonly string[];
  /** Things that nobody was told of, and messages without an end. */
  readonly missing: readonly string[];
  readonly ends: Readonly<Record<string, number>>;
}

/** What is looked at of a simulation. */
export type RemindersWitnessed = Pick<Simulated, 'end' | 'reminded'>;

/** The message of a day as the store has it. */
export interface KeptReminder {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly reason: string | null;
  readonly things: readonly { readonly key: string }[];
}

/** All reminders of the store. */
export function readReminders({ prisma }: Database): Promise<readonly KeptReminder[]> {
  return prisma.reminder.findMany({
    select: { id: true, personId: true, state: true, reason: true, things: { select: { key: true } } },
  });
}

/** Compares what people were shown and what the store says with what they had to be told. */
export function judgeReminders(
  rows: readonly KeptReminder[],
  simulated: RemindersWitnessed,
  projects: number,
): ReminderJudgement {
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
    unwanted: unwantedIn(simulated, projects),
    missing: [...untold(simulated, projects, doubtful), ...rows.filter(isUnended).map(({ id }) => id)],
  };
}

function isUnended({ state }: KeptReminder): boolean {
  return !['sent', 'skipped', 'failed', 'unknown'].includes(state);
}

function unwantedIn({ reminded }: RemindersWitnessed, projects: number): readonly string[] {
  const seen = new Set<string>();
  const twice = (name: string): readonly string[] => {
    if (seen.has(name)) return [name];
    seen.add(name);
    return [];
  };
  const isTheirs = (personId: string, key: string, day: CalendarDay) =>
    numbersTo(projects).some((each) => leadOf(each) === personId && passedBy(each, day).includes(key));
  return reminded.flatMap(({ personId, day, keys, at, conversation }) => [
    ...twice(`${personId} ${day}`),
    ...keys.flatMap((key) => twice(`${personId} ${key}`)),
    ...keys.flatMap((key) => (isTheirs(personId, key, day) ? [] : [`${personId} ${key} on ${day}`])),
    ...(conversation === `D${personId}` ? [] : [`${personId} in ${conversation}`]),
    ...(isInOffice(at) ? [] : [`${personId} at ${at.toISOString()}`]),
  ]);
}

/** A working day from 9:30 to 17:00 in Tokyo, said once more and otherwise than the program does. */
function isInOffice(at: Date): boolean {
  const local = new Date(at.getTime() + 9 * 3_600_000);
  const [day = '', time = ''] = local.toISOString().split('T');
  const isWeekend = [0, 6].includes(local.getUTCDay());
  const isNewYear = day.slice(5) >= '12-29' || day.slice(5) <= '01-03';
  const isOpen = !isWeekend && !isNewYear && !Object.hasOwn(holidayJp.holidays, day);
  return isOpen && time >= '09:30' && time < '17:00';
}

/** What had passed a fortnight before the end was told, or perhaps told: nobody repeats that blindly. */
function untold(
  { reminded, end }: RemindersWitnessed,
  projects: number,
  doubtful: ReadonlySet<string>,
): readonly string[] {
  const told = new Set(reminded.flatMap(({ personId, keys }) => keys.map((key) => `${personId} ${key}`)));
  const last = dayAt(new Date(end.getTime() - 14 * 86_400_000), 'Asia/Tokyo');
  return numbersTo(projects)
    .flatMap((number) => passedBy(number, last).map((key) => `${leadOf(number)} ${key}`))
    .filter((name) => !told.has(name) && !doubtful.has(name));
}

function numbersTo(projects: number): readonly number[] {
  return Array.from({ length: projects }, (_, index) => index + 1);
}
