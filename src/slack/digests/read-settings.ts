import { z } from 'zod';
import { holidayRules, inclusions, type ProjectChoice } from '../../digests/subscription.ts';
import { isWallTime } from '../../digests/wall-time.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { readPeriod } from '../../domain/period/read-period.ts';
import type { Words } from '../words/index.ts';
import { type SettingsDraft, type SubscriptionState, subscriptionStates } from './manage.ts';

/** What a form says, read: or what is wrong with it, by field, in words. */
export type ReadSettings = Outcome<
  { readonly draft: SettingsDraft; readonly state: SubscriptionState },
  Readonly<Record<string, string>>
>;

export interface ReadContext {
  readonly words: Words;
  readonly today: CalendarDay;
  readonly channelId: string;
  readonly timeZone: string;
  /** Whether another organisation reads the channel. */
  readonly shared: boolean;
  /** The numbers of the projects that there are. */
  readonly numbers: readonly number[];
}

const Element = z.object({
  value: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

/** Reads the state of the form's view. Fields of a form that is not ours read as empty, and are refused. */
export function readSettings(
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  context: ReadContext,
): ReadSettings {
  const { words } = context;
  const problems: Record<string, string> = {};
  const listed = (id: string): readonly string[] => {
    const read = Element.safeParse(Object.values(values[id] ?? {})[0]);
    if (!read.success) return [];
    const { value, selected_time: time, selected_option: chosen, selected_options: ticked } = read.data;
    return ticked?.map((each) => each.value) ?? [value ?? time ?? chosen?.value ?? ''];
  };
  const one = (id: string): string => listed(id)[0] ?? '';
  const state = subscriptionStates.find((each) => each === one('state')) ?? 'active';
  const numbers = readNumbers(listed('numbers'));
  const weekdays = listed('weekdays')
    .map(Number)
    .filter((day) => day >= 1 && day <= 7);
  const include = inclusions.filter((each) => listed('include').includes(each));
  const closings = readDays(one('closings'), context.today);
  const confirmedShared = listed('shared').includes('yes');
  const projects = choiceOf(one('projects'), numbers);
  if (projects.kind === 'some') Object.assign(problems, numberProblems(numbers, context));
  if (weekdays.length === 0) problems.weekdays = words('digestProblem.weekdays');
  if (include.length === 0) problems.include = words('digestProblem.include');
  if (closings.wrong !== null) problems.closings = words('digestProblem.closings', { typed: closings.wrong });
  if (context.shared && !confirmedShared && state !== 'removed')
    problems.shared = words('digestProblem.shared');
  if (Object.keys(problems).length > 0 && state !== 'removed') return refuse(problems);
  const time = one('time');
  const weeks = Number(one('weeks'));
  return accept({
    state,
    draft: {
      channelId: context.channelId,
      projects,
      weekdays: weekdays.length > 0 ? weekdays : [1],
      time: isWallTime(time) ? time : '09:00',
      timeZone: context.timeZone,
      weeksAhead: Number.isInteger(weeks) && weeks >= 1 && weeks <= 52 ? weeks : 4,
      holidayRule: holidayRules.find((rule) => rule === one('holidays')) ?? 'skip',
      localClosingDays: closings.days,
      include,
      language: one('language') === 'en' ? 'en' : 'ja',
      confirmedShared: context.shared && confirmedShared,
    },
  });
}

function choiceOf(kind: string, numbers: readonly number[]): ProjectChoice {
  if (kind === 'some') return { kind, numbers };
  return { kind: kind === 'mine' ? 'mine' : 'all' };
}

/** What was chosen from the list; anything else is no choice of ours. */
function readNumbers(chosen: readonly string[]): readonly number[] {
  const numbers = chosen.map(Number).filter((number) => Number.isInteger(number) && number > 0);
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function numberProblems(
  numbers: readonly number[],
  { words, numbers: known }: ReadContext,
): Readonly<Record<string, string>> {
  if (numbers.length === 0) return { numbers: words('digestProblem.numbers') };
  const missing = numbers.filter((number) => !known.includes(number));
  return missing.length === 0
    ? {}
    : { numbers: words('digestProblem.noSuch', { numbers: missing.join('、') }) };
}

function readDays(
  typed: string,
  today: CalendarDay,
): { readonly days: readonly CalendarDay[]; readonly wrong: string | null } {
  const days: CalendarDay[] = [];
  for (const part of typed
    .split(/[、,，\n]+/u)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const read = readPeriod(part, { today });
    if (!read.ok || read.value.precision !== 'day' || read.value.first === null) return { days, wrong: part };
    days.push(read.value.first);
  }
  return { days: [...new Set(days)].toSorted(), wrong: null };
}
