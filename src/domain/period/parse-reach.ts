import {
  daysReach,
  fiscalParts,
  monthParts,
  monthsReach,
  type NamedPart,
  type Reach,
  seasons,
} from './reach.ts';
import { isDigit, type Token, takeNumber, takeWord, widthOf } from './scan.ts';

/** A reach that was read, and whether the word for it names an estimate (8月末, 8月半ば). */
export interface ReachWritten {
  readonly reach: Reach;
  readonly estimate: boolean;
}

/** A season at `at`. */
export function parseSeason(text: string, at: number): Token<ReachWritten> | null {
  return parseNamed(text, at, { parts: seasons, reachOf: ({ from, to }) => monthsReach('season', from, to) });
}

/** What stands behind 年度: 末, 始め, 上半期, 第1四半期. */
export function parseFiscalPart(text: string, at: number): Token<ReachWritten> | null {
  return parseNamed(text, at, {
    parts: fiscalParts,
    reachOf: ({ from, to }) => monthsReach('part-of-fiscal-year', from, to),
  });
}

const yearParts: readonly NamedPart[] = [
  { name: 'end', words: ['末'], from: 12, to: 12 },
  { name: 'start', words: ['始め', '初め', 'はじめ', '初頭'], from: 1, to: 1 },
  { name: 'first-half', words: ['上半期', '上期', '前半'], from: 1, to: 6 },
  { name: 'second-half', words: ['下半期', '下期', '後半'], from: 7, to: 12 },
];

/** What stands behind 年: 末 is December, 始め January, 前半 January to June. */
export function parseYearPart(text: string, at: number): Token<ReachWritten> | null {
  return parseNamed(text, at, {
    parts: yearParts,
    reachOf: ({ from, to }) => monthsReach(from === to ? 'month' : 'months', from, to),
  });
}

/** What stands behind a month: 上旬, 下旬; 末 and 半ば are read as estimates of 下旬 and 中旬. */
function parseMonthPart(text: string, at: number, month: number): Token<ReachWritten> | null {
  const reachOf = ({ from, to }: { from: number; to: number }) =>
    daysReach('part-of-month', month, { from, to: to === 31 ? null : to });
  const named = parseNamed(text, at, { parts: monthParts, reachOf });
  if (named !== null) return named;
  const estimate = parseNamed(text, at, { parts: monthEstimates, reachOf });
  return estimate && { value: { ...estimate.value, estimate: true }, end: estimate.end };
}

const monthEstimates: readonly NamedPart[] = [
  { name: 'late', words: ['月末', '末'], from: 21, to: 31 },
  { name: 'middle', words: ['半ば', 'なかば', '中頃', '中ごろ'], from: 11, to: 20 },
  { name: 'early', words: ['初め', '始め', 'はじめ'], from: 1, to: 10 },
];

function parseNamed(
  text: string,
  at: number,
  { parts, reachOf }: { parts: readonly NamedPart[]; reachOf: (part: NamedPart) => Reach },
): Token<ReachWritten> | null {
  for (const part of parts) {
    const word = takeWord(text, at, part.words);
    if (word !== null && !goesOn(text, word.end)) {
      return { value: { reach: reachOf(part), estimate: false }, end: word.end };
    }
  }
  return null;
}

/** 初めて and 当初予算 say nothing of when. */
function goesOn(text: string, end: number): boolean {
  return text.startsWith('て', end) || text.startsWith('予算', end);
}

/** A month written 8月 or, behind a separator, 8; and what of it: the day, the ten days, or all. */
export function parseMonth(text: string, at: number, separator: string | null): Token<ReachWritten> | null {
  const month = takeShortNumber(text, at);
  if (month === null) return null;
  const mark = takeWord(text, month.end, ['月']);
  // R2-4年度: the number is the year that ends a range.
  if (mark === null && takeWord(text, month.end, ['年']) !== null) return null;
  // Behind 年, or with nothing before it, a number is a month only by its 月.
  if (mark === null && separator === null) return null;
  // Kanji numerals stand in names, too: a month in them needs its 月.
  if (mark === null && !isDigit(text.charAt(month.end - 1))) return null;
  const end = mark?.end ?? month.end;
  return (
    parseMonthPart(text, end, month.value) ??
    (mark === null && separator !== null
      ? parseSeparatedDay(text, end, { month: month.value, separator })
      : parseMarkedDay(text, end, month.value)) ?? {
      value: { reach: monthsReach('month', month.value, month.value), estimate: false },
      end,
    }
  );
}

/** A number of at most two characters (三十一 has three). */
export function takeShortNumber(text: string, at: number): Token<number> | null {
  const number = takeNumber(text, at);
  if (number === null) return null;
  return widthOf(text, at, number) <= (isDigit(text.charAt(number.end - 1)) ? 2 : 3) ? number : null;
}

function parseSeparatedDay(
  text: string,
  at: number,
  { month, separator }: { month: number; separator: string },
): Token<ReachWritten> | null {
  const sign = takeWord(text, at, [separator]);
  const day = sign && takeShortNumber(text, sign.end);
  return day && dayOf(month, { value: day.value, end: takeWord(text, day.end, ['日'])?.end ?? day.end });
}

function parseMarkedDay(text: string, at: number, month: number): Token<ReachWritten> | null {
  const day = takeShortNumber(text, at);
  const mark = day && takeWord(text, day.end, ['日']);
  return day && mark && dayOf(month, { value: day.value, end: mark.end });
}

/** A day of the month, as a reach. */
export function dayOf(month: number, day: Token<number>): Token<ReachWritten> {
  const reach = daysReach('day', month, { from: day.value, to: day.value });
  return { value: { reach, estimate: false }, end: day.end };
}
