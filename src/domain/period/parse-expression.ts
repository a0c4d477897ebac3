import { finishPoint, type Point, parsePoint } from './parse-point.ts';
import { dayOf, parseMonth, type ReachWritten, takeShortNumber } from './parse-reach.ts';
import { parseYear, parseYearMark, type YearWritten } from './parse-year.ts';
import { fiscalYearReach, yearReach } from './reach.ts';
import { skipBlanks, type Token, takeNumber, takeWord } from './scan.ts';

/** A date expression as written, not yet checked against the calendar. */
export type Expression =
  | { readonly kind: 'single' | 'from' | 'until'; readonly point: Point }
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'always'; readonly year: YearWritten | null }
  | { readonly kind: 'as-needed' };

/** The longest date expression that begins at `at` of a folded text, or null. */
export function parseExpression(text: string, at: number): Token<Expression> | null {
  return parseUndated(text, at) ?? parseUntilSign(text, at) ?? parseDated(text, at);
}

const alwaysWords = ['通年', '常時'];
const asNeededWords = ['適宜', '随時', '未定', '調整中'];

function parseUndated(text: string, at: number): Token<Expression> | null {
  const subject = takeWord(text, at, ['開催時期', '実施時期', '時期', '日程', '日時'])?.end ?? at;
  const asNeeded = takeWord(text, subject, asNeededWords);
  if (asNeeded !== null) return { value: { kind: 'as-needed' }, end: asNeeded.end };
  const year = parseYear(text, at);
  const always = takeWord(text, year?.end ?? at, alwaysWords);
  return always && { value: { kind: 'always', year: year?.value ?? null }, end: always.end };
}

/** ～R3.2: a wave with nothing before it. */
function parseUntilSign(text: string, at: number): Token<Expression> | null {
  const sign = takeWord(text, at, ['~']);
  const point = sign && parsePoint(text, sign.end);
  return (
    point && { value: { kind: 'until', point: point.value }, end: endOfUntil(text, point.end) ?? point.end }
  );
}

function parseDated(text: string, at: number): Token<Expression> | null {
  const first = parsePoint(text, at);
  if (first === null) return null;
  const point = first.value;
  const range = parseRange(text, first);
  if (range !== null) return range;
  const open = endOfOpen(text, first.end);
  if (open !== null) return { value: { kind: 'from', point }, end: open };
  const until = endOfUntil(text, first.end);
  return { value: { kind: until === null ? 'single' : 'until', point }, end: until ?? first.end };
}

function parseRange(text: string, first: Token<Point>): Token<Expression> | null {
  const connector = takeWord(text, first.end, ['~', '-', 'から', 'より']);
  const second = connector && parseSecond(text, connector.end, first.value);
  if (second === null) return null;
  const { value: to, end } = second;
  return { value: { kind: 'range', from: alike(first.value, to), to }, end: endOfUntil(text, end) ?? end };
}

/** R2～4年度: what is said of the end holds for a beginning that says nothing of its own. */
function alike(from: Point, to: Point): Point {
  const bare = from.reach === yearReach && from.year?.marked === false;
  return bare && to.reach === fiscalYearReach ? { ...from, reach: fiscalYearReach } : from;
}

/** The end of a range, which may leave out what the beginning says: R2.8.25～27, R2.8～10, R2～4年度. */
function parseSecond(text: string, at: number, first: Point): Token<Point> | null {
  if (parseYear(text, at) !== null) return likeFirst(parsePoint(text, at), first);
  const written = parseShort(text, at, first);
  if (written !== null) return finishPoint(text, { year: null, written });
  return parseShortYear(text, at, first) ?? parsePoint(text, at);
}

/** R2年度～R4: a bare year at the end is of the same kind as the one at the beginning. */
function likeFirst(second: Token<Point> | null, first: Point): Token<Point> | null {
  const bare = second?.value.reach === yearReach && second.value.year?.marked === false;
  if (second === null || !bare || first.reach !== fiscalYearReach) return second;
  return { value: { ...second.value, reach: fiscalYearReach }, end: second.end };
}

function parseShort(text: string, at: number, first: Point): Token<ReachWritten> | null {
  const { precision, fromMonth } = first.reach;
  if (precision !== 'day' && precision !== 'month' && precision !== 'part-of-month') return null;
  const numbered = parseMonth(text, at, '.') ?? parseMonth(text, at, '/');
  const { reach } = numbered?.value ?? {};
  const alone = takeShortNumber(text, at);
  if (precision !== 'day') return numbered && checkedEnd(text, numbered);
  // Behind a day, a number alone is a day, too: only 10.3, 10/3 and 10月 name a month.
  if (reach?.precision === 'day' || (alone && takeWord(text, alone.end, ['月']))) return numbered;
  const slashed = parseMonth(text, at, '/');
  if (slashed?.value.reach.precision === 'day') return slashed;
  if (alone === null) return null;
  const mark = takeWord(text, alone.end, ['日']);
  const day = dayOf(fromMonth, { value: alone.value, end: mark?.end ?? alone.end });
  return mark === null ? checkedEnd(text, day) : day;
}

/** Null for a number that counts something: R2.8～10社. */
function checkedEnd<Value>(text: string, token: Token<Value>): Token<Value> | null {
  return /[\w%社件人名回個点億万千円倍割歳箇か者校台種市町]/.test(text.charAt(token.end)) ? null : token;
}

function parseShortYear(text: string, at: number, first: Point): Token<Point> | null {
  const { year, reach } = first;
  if (year === null || year.era === null || (reach !== yearReach && reach !== fiscalYearReach)) return null;
  const number = takeNumber(text, at);
  if (number === null) return null;
  const mark = parseYearMark(text, number.end);
  const token = mark.marked ? mark : checkedEnd(text, number);
  if (token === null) return null;
  const fiscal = mark.fiscal || (!mark.marked && year.fiscal);
  const written = { ...year, number: number.value, marked: mark.marked, fiscal };
  const whole = { reach: fiscal ? fiscalYearReach : yearReach, estimate: false };
  return finishPoint(text, { year: written, written: { value: whole, end: token.end } });
}

/** The end of ～, から, 以降 and ～以降随時, if a number does not follow; null if nothing of the sort stands here. */
function endOfOpen(text: string, at: number): number | null {
  const sign = takeWord(text, at, ['~', 'から', 'より']);
  const since = takeWord(text, sign?.end ?? at, ['以降', '以後']);
  const end = since?.end ?? sign?.end;
  if (end === undefined || (sign?.value === '~' && /\d/.test(text.charAt(skipBlanks(text, end)))))
    return null;
  const asNeeded = takeWord(text, end, ['、随時', '随時', '適宜']);
  return asNeeded?.end ?? end;
}

function endOfUntil(text: string, at: number): number | null {
  return takeWord(text, at, ['までに', 'まで', '迄', '以前'])?.end ?? null;
}
