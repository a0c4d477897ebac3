import { type CalendarDay, calendarDay, partsOf } from './calendar-day.ts';

/** The eras since 1868, oldest first, by the letter that the table writes. */
export const eras = ['M', 'T', 'S', 'H', 'R'] as const;
export type Era = (typeof eras)[number];

interface EraFacts {
  readonly name: string;
  /** The one-character form: ㍻. */
  readonly ligature: string;
  readonly firstDay: CalendarDay;
  /** The last year number that is read: plans and old systems count on for decades past an era's end. */
  readonly lastYearRead: number;
}

/** First days as in the era laws and ordinances (元号を改める政令); Meiji counts from its first new year. */
const facts: Readonly<Record<Era, EraFacts>> = {
  M: { name: '明治', ligature: '㍾', firstDay: calendarDay('1868-01-25'), lastYearRead: 75 },
  T: { name: '大正', ligature: '㍽', firstDay: calendarDay('1912-07-30'), lastYearRead: 45 },
  S: { name: '昭和', ligature: '㍼', firstDay: calendarDay('1926-12-25'), lastYearRead: 100 },
  H: { name: '平成', ligature: '㍻', firstDay: calendarDay('1989-01-08'), lastYearRead: 60 },
  R: { name: '令和', ligature: '㋿', firstDay: calendarDay('2019-05-01'), lastYearRead: 99 },
};

/** The name of an era: 令和. */
export function eraName(era: Era): string {
  return facts[era].name;
}

/** The one-character form of an era's name: ㋿. */
export function eraLigature(era: Era): string {
  return facts[era].ligature;
}

/** The highest year of the era that `westernYearOf` accepts. */
export function lastYearRead(era: Era): number {
  return facts[era].lastYearRead;
}

/** The era of a day and its year in it (1 = 元). A day before Meiji counts as Meiji 元. */
export function eraYear(day: CalendarDay): { era: Era; year: number } {
  const era = eras.findLast((candidate) => facts[candidate].firstDay <= day) ?? 'M';
  return { era, year: partsOf(day).year - yearZero(era) };
}

/**
 * The western year that a year of an era means, or null where there is none (令和0年, 昭和101年).
 * A year past the end of its era is read as the year it means: H31 and R元 are both 2019, H32 is 2020.
 */
export function westernYearOf(era: Era, year: number): number | null {
  if (!Number.isInteger(year) || year < 1 || year > facts[era].lastYearRead) return null;
  return yearZero(era) + year;
}

function yearZero(era: Era): number {
  return partsOf(facts[era].firstDay).year - 1;
}
