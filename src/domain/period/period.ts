import type { CalendarDay } from '../calendar-day.ts';

/** How exactly a period is known, finest first. */
export const precisions = [
  'day', // R2.8.25
  'days', // H30.9.9-13
  'part-of-month', // R2.11下旬, 初旬, 中旬
  'month', // R2.8
  'months', // R元.12～R2.3
  'season', // R2.秋頃
  'part-of-fiscal-year', // R2年度末頃, 年度始め頃, 上半期
  'year', // H30
  'fiscal-year', // R2年度
  'years', // H29～R2, R元年度～R3年度
  'always', // 通年, 常時: no bounds of its own
  'as-needed', // 適宜, 随時, 未定: nobody can say when
] as const;

export type Precision = (typeof precisions)[number];

/**
 * A fuzzy date. `first` and `last` are its outermost days, both included.
 * `first` is null when no beginning is told (R3.2まで), `last` when no end is (H30～, R元.8～以降随時),
 * both when the text bounds nothing (適宜; 通年 without a year).
 */
export interface Period {
  /** The text as written, printed back unchanged. */
  readonly text: string;
  readonly first: CalendarDay | null;
  readonly last: CalendarDay | null;
  readonly precision: Precision;
  /** 頃, ごろ, 予定の目安: the bounds are an estimate. */
  readonly approximate: boolean;
}

/** A closed range of days, both included. */
export interface Span {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}
