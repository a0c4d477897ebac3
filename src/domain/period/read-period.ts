import { type CalendarDay, partsOf } from '../calendar-day.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { foldDateCharacters } from './fold.ts';
import { type Expression, parseExpression } from './parse-expression.ts';
import type { Period } from './period.ts';
import type { PeriodRefusal } from './refusal.ts';
import { type Bounds, resolveExpression } from './resolve.ts';
import { skipBlanks, takeWord } from './scan.ts';

export type { PeriodRefusal } from './refusal.ts';

/** What a text leaves out and its surroundings tell. */
export interface PeriodContext {
  /** The calendar year of 6/11 and 9月. */
  readonly year?: number;
  /** From here the nearest years for 6/11 are proposed. */
  readonly today?: CalendarDay;
  /** The fiscal year of 年度末 and 上半期 without one; it bounds 通年. */
  readonly fiscalYear?: number;
}

/** No date is longer; a longer text is not looked at. */
const longestText = 200;

/**
 * Reads a text that is, as a whole, one date expression: R2.8.25, 令和二年八月, R2.秋頃, H30.9.28-10.3, R元.8～以降随時,
 * 2020-08-25, 通年. Full-width characters, stray blanks, and 予定, 開催, 現在 behind the date are accepted.
 * The period's text is `text` unchanged. Never throws; linear in the length of the text.
 */
export function readPeriod(text: string, context: PeriodContext = {}): Outcome<Period, PeriodRefusal> {
  if (text.length > longestText) return refuse({ kind: 'not-a-period' });
  const folded = foldDateCharacters(text);
  if (skipBlanks(folded, 0) === folded.length) return refuse({ kind: 'empty' });
  const expression = parseWhole(folded);
  if (expression === null) return refuse({ kind: 'not-a-period' });
  const resolved = resolveExpression(expression, context);
  if (resolved.ok) return accept({ text, ...resolved.value });
  if (resolved.refusal.kind !== 'year-needed' || context.today === undefined) return resolved;
  return refuse({ kind: 'year-needed', candidates: nearest({ text, expression, today: context.today }) });
}

/** The expression, if nothing but accepted words stands around it. */
function parseWhole(folded: string): Expression | null {
  const opened = takeWord(folded, 0, ['(']);
  const parsed = parseExpression(folded, opened?.end ?? 0);
  if (parsed === null) return null;
  const closed = opened === null ? parsed : takeWord(folded, parsed.end, [')']);
  const end = closed && endOfRemark(folded, closed.end);
  return end === folded.length ? parsed.value : null;
}

const remarks = [
  '開催予定',
  '実施予定',
  '開始予定',
  '開催',
  '実施',
  '開始',
  '予定',
  '見込み',
  '見込',
  '現在',
  '時点',
];

/** The offset behind 予定, （予定）, 年度中 and the like. */
function endOfRemark(text: string, at: number): number {
  const during = takeWord(text, at, ['中', '内'])?.end ?? at;
  const open = takeWord(text, during, ['(']);
  const remark = takeWord(text, open?.end ?? during, ['に開催', ...remarks]);
  if (remark === null) return skipBlanks(text, during);
  const close = open === null ? remark : takeWord(text, remark.end, [')']);
  return skipBlanks(text, close?.end ?? during);
}

interface Yearless {
  readonly text: string;
  readonly expression: Expression;
  readonly today: CalendarDay;
}

/** The last such period before today and the next one, oldest first. A period that holds today counts as next. */
function nearest({ text, expression, today }: Yearless): readonly Period[] {
  const years = yearsAround(today).filter((year) => inYear(expression, year) !== null);
  const past = years.findLast((year) => isPast(expression, { year, today }));
  const next = years.find((year) => !isPast(expression, { year, today }));
  return [past, next].flatMap((year) => {
    const bounds = year === undefined ? null : inYear(expression, year);
    return bounds === null ? [] : [{ text, ...bounds }];
  });
}

/** Whether it lies before today; of 8月～, whether August does. */
function isPast(expression: Expression, { year, today }: { year: number; today: CalendarDay }): boolean {
  const closed: Expression = expression.kind === 'from' ? { ...expression, kind: 'single' } : expression;
  return (inYear(closed, year)?.last ?? today) < today;
}

function inYear(expression: Expression, year: number): Bounds | null {
  const resolved = resolveExpression(expression, { year, fiscalYear: year });
  return resolved.ok ? resolved.value : null;
}

/** Eight years to each side: every 29 February has another within reach. */
function yearsAround(today: CalendarDay): readonly number[] {
  const { year } = partsOf(today);
  return Array.from({ length: 17 }, (_, index) => year - 8 + index);
}
