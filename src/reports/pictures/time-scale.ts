import {
  addDays,
  addMonths,
  type CalendarDay,
  calendarDay,
  differenceInDays,
} from '../../domain/calendar-day.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import type { Language } from '../../domain/person.ts';
import { colours, type Label, label } from './drawing.ts';
import { widthOf } from './measure.ts';

/** Days across a picture. */
export interface TimeScale {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  /** Pixels at the beginning of the first day and at the end of the last. */
  readonly left: number;
  readonly right: number;
}

/** Days since the first day of the scale, as the library counts along the axis. */
export function daysInto({ first }: Pick<TimeScale, 'first'>, day: CalendarDay): number {
  return differenceInDays(day, first);
}

/** How many days the scale has. */
export function lengthOf({ first, last }: TimeScale): number {
  return differenceInDays(last, first) + 1;
}

/** Where a day begins, in pixels. */
export function xOfDay(scale: TimeScale, day: CalendarDay): number {
  return scale.left + (daysInto(scale, day) / lengthOf(scale)) * (scale.right - scale.left);
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const size = 17;

/** First days of months, at as many as have room for their names: every month, every second …, every tenth year. */
export function ticksOf(scale: TimeScale, language: Language): readonly CalendarDay[] {
  for (const step of steps) {
    const ticks = firstsOfMonths(scale, step);
    const room = (scale.right - scale.left) / Math.max(1, ticks.length);
    const widest = Math.max(0, ...ticks.map((day) => widthOf(nameOf(day, { step, language }), { size })));
    if (widest + 14 <= room) return ticks;
  }
  return [];
}

/** Names of the ticks, each from its tick on; one that would end behind the picture is left out. */
export function tickLabels(
  scale: TimeScale,
  { y, language, right }: { readonly y: number; readonly language: Language; readonly right: number },
): readonly Label[] {
  const ticks = ticksOf(scale, language);
  const [a, b] = ticks;
  const step = a === undefined || b === undefined ? 1 : Math.round(differenceInDays(b, a) / 30.4);
  return ticks
    .map((day) =>
      label(nameOf(day, { step, language }), { x: xOfDay(scale, day) + 4, y, size, colour: colours.faint }),
    )
    .filter(({ x, width }) => x + width <= right);
}

function firstsOfMonths({ first, last }: TimeScale, step: number): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  // From a January on, so that steps of three months name quarters and those of twelve years.
  let day = calendarDay(`${first.slice(0, 4)}-01-01`);
  for (let months = 0; day <= last && days.length < 400; months += step) {
    if (day >= first) days.push(day);
    day = addMonths(calendarDay(`${first.slice(0, 4)}-01-01`), months + step);
  }
  return days;
}

/** R2.9, or of whole years R2. */
function nameOf(day: CalendarDay, { step, language }: { step: number; language: Language }): string {
  const isYear = step >= 12;
  const last = addDays(addMonths(day, isYear ? 12 : 1), -1);
  const precision = isYear ? 'year' : 'month';
  return printPeriod(
    { text: day, first: day, last, precision, approximate: false },
    { language, style: 'short' },
  );
}
