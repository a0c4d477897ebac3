import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { findPeriods } from '../../domain/period/find-periods.ts';
import type { Period } from '../../domain/period/period.ts';
import type { FileRefusal } from '../table/file-refusal.ts';

/** Which edition the title names. */
export interface EditionDate {
  /** `2020-08` */
  readonly key: string;
  readonly asOf: Period;
}

/**
 * The month in the title: 令和2年（2020年）8月, R2.8, 2020年8月. Of a day, its month. Refuses a title without one and
 * one in which two are named.
 */
export function readTitle(title: string): Outcome<EditionDate, FileRefusal> {
  // The western year in brackets says the same again, and stands between the year and the month.
  const once = title.replace(/(?<=年)\s*[（(]\s*\d{4}\s*年?\s*[)）]/gu, '');
  const months = findPeriods(once).flatMap(({ period }) => monthOf(period) ?? []);
  const [first] = months;
  if (first === undefined) return refuse({ kind: 'no-date', title });
  if (months.some(({ key }) => key !== first.key) || !sameYear(title, first)) {
    return refuse({ kind: 'two-dates', title });
  }
  return accept(first);
}

function monthOf(period: Period): EditionDate | null {
  const { first, last, precision } = period;
  if (precision !== 'month' && precision !== 'day') return null;
  if (first === null || last === null) return null;
  return { key: first.slice(0, 7), asOf: period };
}

/** 令和2年（2021年） contradicts itself. */
function sameYear(title: string, { key }: EditionDate): boolean {
  const western = /(?<=年)\s*[（(]\s*(\d{4})\s*年?\s*[)）]/u.exec(title)?.[1];
  return western === undefined || key.startsWith(western);
}
