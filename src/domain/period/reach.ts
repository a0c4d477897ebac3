import type { Precision } from './period.ts';

/**
 * From where to where a point of time reaches, relative to a calendar year: months 1–12 of that year, 13–15 January
 * to March of the next. `toDay` null is the last day of its month.
 */
export interface Reach {
  readonly precision: Precision;
  readonly fromMonth: number;
  readonly fromDay: number;
  readonly toMonth: number;
  readonly toDay: number | null;
}

/** A part with a name of its own. The first of `words` is the one that is printed. */
export interface NamedPart<Name extends string = string> {
  readonly name: Name;
  readonly words: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Seasons, in months. Winter belongs to the year of its December. */
export const seasons = [
  { name: 'spring', words: ['春'], from: 3, to: 5 },
  { name: 'summer', words: ['夏'], from: 6, to: 8 },
  { name: 'autumn', words: ['秋'], from: 9, to: 11 },
  { name: 'winter', words: ['冬'], from: 12, to: 14 },
] as const satisfies readonly NamedPart[];

/** Parts of a fiscal year, in months. */
export const fiscalParts = [
  { name: 'start', words: ['始め', '初め', 'はじめ', '当初', '初頭'], from: 4, to: 5 },
  { name: 'end', words: ['末'], from: 14, to: 15 },
  { name: 'first-half', words: ['上半期', '上期', '前半期', '前期', '前半'], from: 4, to: 9 },
  { name: 'second-half', words: ['下半期', '下期', '後半期', '後期', '後半'], from: 10, to: 15 },
  { name: 'first-quarter', words: ['第1四半期', '第一四半期', '1Q'], from: 4, to: 6 },
  { name: 'second-quarter', words: ['第2四半期', '第二四半期', '2Q'], from: 7, to: 9 },
  { name: 'third-quarter', words: ['第3四半期', '第三四半期', '3Q'], from: 10, to: 12 },
  { name: 'fourth-quarter', words: ['第4四半期', '第四四半期', '4Q'], from: 13, to: 15 },
] as const satisfies readonly NamedPart[];

/** Parts of a month, in days; `to` 31 is the month's last day. */
export const monthParts = [
  { name: 'early', words: ['上旬', '初旬'], from: 1, to: 10 },
  { name: 'middle', words: ['中旬'], from: 11, to: 20 },
  { name: 'late', words: ['下旬'], from: 21, to: 31 },
  { name: 'first-half', words: ['前半'], from: 1, to: 15 },
  { name: 'second-half', words: ['後半'], from: 16, to: 31 },
] as const satisfies readonly NamedPart[];

export type SeasonName = (typeof seasons)[number]['name'];
export type FiscalPartName = (typeof fiscalParts)[number]['name'];
export type MonthPartName = (typeof monthParts)[number]['name'];

/** Whole months, `from` and `to` counted from January of the year. */
export function monthsReach(precision: Precision, from: number, to: number): Reach {
  return { precision, fromMonth: from, fromDay: 1, toMonth: to, toDay: null };
}

/** Days of one month. */
export function daysReach(
  precision: Precision,
  month: number,
  days: { from: number; to: number | null },
): Reach {
  return { precision, fromMonth: month, fromDay: days.from, toMonth: month, toDay: days.to };
}

export const yearReach = monthsReach('year', 1, 12);
export const fiscalYearReach = monthsReach('fiscal-year', 4, 15);
