import { parseFiscalPart, parseMonth, parseSeason, parseYearPart, type ReachWritten } from './parse-reach.ts';
import { parseYear, type YearWritten } from './parse-year.ts';
import { fiscalYearReach, type Reach, yearReach } from './reach.ts';
import { type Token, takeWord } from './scan.ts';

/** One point of time as written: a day, a month, a season …, not yet checked against the calendar. */
export interface Point {
  /** Null where the text tells none (6/11). */
  readonly year: YearWritten | null;
  readonly reach: Reach;
  readonly approximate: boolean;
  /** The weekday in brackets behind a day, 1 (Monday) to 7; null without one. */
  readonly weekday: number | null;
}

/** The point of time at `at` of a folded text, with or without its year, or null. */
export function parsePoint(text: string, at: number): Token<Point> | null {
  const year = parseYear(text, at);
  const written = year === null ? parseYearless(text, at) : parseWithin(text, year);
  return written && finishPoint(text, { year: year?.value ?? null, written });
}

/** The point, with the weekday and the 頃 that follow it. */
export function finishPoint(
  text: string,
  { year, written }: { year: YearWritten | null; written: Token<ReachWritten> },
): Token<Point> {
  const { reach, estimate } = written.value;
  const weekday = reach.precision === 'day' ? parseWeekday(text, written.end) : null;
  const about = takeWord(text, weekday?.end ?? written.end, estimates);
  return {
    value: { year, reach, approximate: estimate || about !== null, weekday: weekday?.value ?? null },
    end: about?.end ?? weekday?.end ?? written.end,
  };
}

const estimates = ['頃', 'ごろ', 'ころ', '前後', '目途', '目処', 'めど', '目安'];

/** What stands behind a year. */
function parseWithin(text: string, year: Token<YearWritten>): Token<ReachWritten> | null {
  const { fiscal, marked } = year.value;
  const at = takeWord(text, year.end, ['の'])?.end ?? year.end;
  const part = fiscal
    ? parseFiscalPart(text, at)
    : marked
      ? (parseMonth(text, at, null) ?? parseYearPart(text, at))
      : parseUnmarked(text, year.end);
  return part ?? parseSeason(text, at) ?? wholeYear(year);
}

/** What stands behind a year without 年: .8.25, -08-25, /8, .秋, 上半期. */
function parseUnmarked(text: string, at: number): Token<ReachWritten> | null {
  const separator = takeWord(text, at, ['.', '/', '-']);
  if (separator === null) return parseClearPart(text, at) ?? parseSeason(text, at);
  const { value, end } = separator;
  return parseMonth(text, end, value) ?? (value === '.' ? parseSeason(text, end) : null);
}

function wholeYear({ value, end }: Token<YearWritten>): Token<ReachWritten> {
  return { value: { reach: value.fiscal ? fiscalYearReach : yearReach, estimate: false }, end };
}

function parseYearless(text: string, at: number): Token<ReachWritten> | null {
  return (
    parseMonth(text, at, null) ??
    parseSlashed(text, at) ??
    parseSeason(text, at) ??
    parseFiscalWord(text, at) ??
    parseClearPart(text, at)
  );
}

/** 6/11: a month alone is not written so. */
function parseSlashed(text: string, at: number): Token<ReachWritten> | null {
  const written = parseMonth(text, at, '/');
  return written?.value.reach.precision === 'day' ? written : null;
}

function parseFiscalWord(text: string, at: number): Token<ReachWritten> | null {
  const year = takeWord(text, at, ['年度']);
  return year && parseFiscalPart(text, year.end);
}

/** Parts that are known to be of a fiscal year without 年度; a bare 末 or 前半 says too little. */
function parseClearPart(text: string, at: number): Token<ReachWritten> | null {
  const clear = takeWord(text, at, ['上半期', '下半期', '上期', '下期', '第']);
  return clear && parseFiscalPart(text, at);
}

const weekdays = '月火水木金土日';

/** （火）, (火・祝), 火曜日. */
function parseWeekday(text: string, at: number): Token<number> | null {
  const open = takeWord(text, at, ['(']);
  const name = takeWord(text, open?.end ?? at, weekdays.split(''));
  if (name === null) return null;
  const word = takeWord(text, name.end, ['曜日', '曜']);
  const value = weekdays.indexOf(name.value) + 1;
  if (open === null) return word && { value, end: word.end };
  const holiday = takeWord(text, word?.end ?? name.end, ['・祝日', '・祝', '祝']);
  const close = takeWord(text, holiday?.end ?? word?.end ?? name.end, [')']);
  return close && { value, end: close.end };
}
