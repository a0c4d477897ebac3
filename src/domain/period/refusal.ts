import { type CalendarDay, calendarDay } from '../calendar-day.ts';
import type { Era } from '../era.ts';
import type { Period } from './period.ts';

/** Why a text is not read as a period. Each carries what a message about it needs. */
export type PeriodRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-period' }
  /** `year` is null where the text names none: 6/31. */
  | {
      readonly kind: 'no-such-day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      /** The last day that the month has. */
      readonly lastDay: number;
    }
  | { readonly kind: 'no-such-month'; readonly month: number }
  /** `lastYear` is the highest year of the era that is read. */
  | {
      readonly kind: 'no-such-era-year';
      readonly era: Era;
      readonly year: number;
      readonly lastYear: number;
    }
  /** 6/11: the nearest such past and the next, oldest first; empty if the context tells no today. */
  | { readonly kind: 'year-needed'; readonly candidates: readonly Period[] }
  | {
      readonly kind: 'ends-before-it-starts';
      readonly first: CalendarDay;
      readonly last: CalendarDay;
    }
  | {
      readonly kind: 'out-of-range';
      readonly year: number;
      readonly earliest: number;
      readonly latest: number;
    }
  /** Weekdays are 1 (Monday) to 7 (Sunday). */
  | {
      readonly kind: 'wrong-weekday';
      readonly day: CalendarDay;
      readonly written: number;
      readonly actual: number;
    };

/** The western years in which a period may begin: since Meiji, and as far as plans go. */
export const earliestYear = 1868;
export const latestYear = 2199;

/** The last day for which anything is looked up: the end of what has no end. */
export const latestDay = calendarDay('2199-12-31');
