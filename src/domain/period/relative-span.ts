import { addDays, addMonths, type CalendarDay, calendarDay, partsOf, weekdayOf } from '../calendar-day.ts';
import { fiscalYearOf, fiscalYearSpan } from '../fiscal-year.ts';
import type { Span } from './period.ts';
import { latestDay } from './refusal.ts';

type Rule = (today: CalendarDay) => Span;

const rules: readonly { words: readonly string[]; span: Rule }[] = [
  { words: ['今日', '本日', 'きょう', 'today'], span: day(0) },
  { words: ['明日', 'あす', 'あした', 'tomorrow'], span: day(1) },
  { words: ['明後日', 'あさって'], span: day(2) },
  { words: ['昨日', 'きのう', 'yesterday'], span: day(-1) },
  { words: ['今週', 'this week'], span: week(0) },
  { words: ['来週', '翌週', 'next week'], span: week(1) },
  { words: ['再来週'], span: week(2) },
  { words: ['先週', 'last week'], span: week(-1) },
  { words: ['今月', '当月', 'this month'], span: month(0) },
  { words: ['来月', '翌月', 'next month'], span: month(1) },
  { words: ['再来月'], span: month(2) },
  { words: ['先月', '前月', 'last month'], span: month(-1) },
  { words: ['今年', '本年', 'this year'], span: year(0) },
  { words: ['来年', 'next year'], span: year(1) },
  { words: ['昨年', '去年', '前年', 'last year'], span: year(-1) },
  { words: ['今年度', '本年度', '当年度', 'this fiscal year', 'this fy'], span: fiscalYear(0) },
  { words: ['来年度', '翌年度', 'next fiscal year', 'next fy'], span: fiscalYear(1) },
  { words: ['昨年度', '前年度', 'last fiscal year', 'last fy'], span: fiscalYear(-1) },
  { words: ['年内', '今年中', '年末まで'], span: restOfYear },
  { words: ['月内', '今月中'], span: restOfMonth },
  { words: ['月末', '今月末', '月末頃'], span: monthEnd(0) },
  { words: ['来月末', '翌月末'], span: monthEnd(1) },
  { words: ['先月末', '前月末'], span: monthEnd(-1) },
  { words: ['四半期', '今四半期', '当四半期', '今期', 'this quarter'], span: quarter(0) },
  { words: ['来四半期', '翌四半期', '次の四半期', '次四半期', 'next quarter'], span: quarter(1) },
  { words: ['前四半期', '先四半期', 'last quarter'], span: quarter(-1) },
  { words: ['年度内', '今年度内', '今年度中'], span: restOfFiscalYear },
  {
    words: ['今後', 'これから', '以降', 'from now on'],
    span: (today) => ({ first: today, last: latestDay }),
  },
];

/** The span that a word such as 今週, 年度内 or `next month` (lower case) means on the day `today`, or null. */
export function relativeSpan(words: string, today: CalendarDay): Span | null {
  return rules.find((rule) => rule.words.includes(words))?.span(today) ?? null;
}

/** 来年3月, 今年度上半期: the years that the first word means, and the words behind it; null without such a word. */
export function yearOfRelativeWord(
  words: string,
  today: CalendarDay,
): { readonly year: number; readonly fiscalYear: number; readonly rest: string } | null {
  const [, word = '', rest = ''] = /^(今年度?|本年度?|来年度?|昨年度?)の?(.+)$/.exec(words) ?? [];
  const span = relativeSpan(word, today);
  if (span === null) return null;
  const { year: named } = partsOf(span.first);
  // 来年度9月 is in the first calendar year of the fiscal year; 来年度3月 would be in its second.
  const fiscal = word.endsWith('度');
  const month = fiscal ? Number(/^\d+(?=月)/.exec(rest)?.[0] ?? 12) : 12;
  const isPart = fiscal && !/^[\d春夏秋冬]/.test(rest);
  return {
    year: month < 4 ? named + 1 : named,
    fiscalYear: named,
    rest: isPart ? `年度${rest}` : rest,
  };
}

function day(offset: number): Rule {
  return (today) => ({ first: addDays(today, offset), last: addDays(today, offset) });
}

function week(offset: number): Rule {
  return (today) => {
    const monday = addDays(today, 1 - weekdayOf(today) + 7 * offset);
    return { first: monday, last: addDays(monday, 6) };
  };
}

function month(offset: number): Rule {
  return (today) => {
    const first = addMonths(calendarDay(`${today.slice(0, 7)}-01`), offset);
    return { first, last: addDays(addMonths(first, 1), -1) };
  };
}

function year(offset: number): Rule {
  return (today) => {
    const first = addMonths(calendarDay(`${today.slice(0, 4)}-01-01`), 12 * offset);
    return { first, last: addDays(addMonths(first, 12), -1) };
  };
}

function fiscalYear(offset: number): Rule {
  return (today) => fiscalYearSpan(fiscalYearOf(today) + offset);
}

function restOfYear(today: CalendarDay): Span {
  return { first: today, last: year(0)(today).last };
}

function restOfMonth(today: CalendarDay): Span {
  return { first: today, last: month(0)(today).last };
}

/** From the 21st on, as 下旬 and 8月末 are read. */
function monthEnd(offset: number): Rule {
  return (today) => {
    const { first, last } = month(offset)(today);
    return { first: addDays(first, 20), last };
  };
}

/** Quarters of the fiscal year and of the calendar begin alike. */
function quarter(offset: number): Rule {
  return (today) => {
    const months = (Number(today.slice(5, 7)) - 1) % 3;
    const first = addMonths(calendarDay(`${today.slice(0, 7)}-01`), 3 * offset - months);
    return { first, last: addDays(addMonths(first, 3), -1) };
  };
}

function restOfFiscalYear(today: CalendarDay): Span {
  return { first: today, last: fiscalYearSpan(fiscalYearOf(today)).last };
}
