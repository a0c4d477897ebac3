import type { DatedOccurrence } from '../../domain/milestone.ts';
import { type FoundPeriod, findPeriods, findRefusedPeriods } from '../../domain/period/find-periods.ts';
import type { Period } from '../../domain/period/period.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Finding } from './finding.ts';
import type { LineFigure } from './line-figures.ts';

/** From where the year of 6/11 is guessed: what is dated before and behind it in its cell, and the edition. */
export interface YearHints {
  readonly before: Period | null;
  readonly behind: Period | null;
  readonly asOf: Period;
  readonly column: 'progress' | 'upcoming';
}

/** The dates of a line and what was concluded on the way. */
export interface LineDates {
  readonly dates: readonly DatedOccurrence[];
  readonly findings: readonly Finding[];
  /** Written as dates, and none. */
  readonly wrong: readonly Omit<Extract<RowProblem, { kind: 'no-such-date' }>, 'line'>[];
}

/** Which dates of a line are its own: not those of a figure, and not those that belong to a name. */
export function datesOf(line: string, figures: readonly LineFigure[], hints: YearHints): LineDates {
  const found = withYears(line, hints);
  const dates: DatedOccurrence[] = [];
  const findings: Finding[] = [];
  found.forEach((each, at) => {
    if (isOfFigure(line, each, figures)) return;
    if (isOfName(line, { each, before: found[at - 1] })) {
      findings.push({ kind: 'date-of-name', text: each.period.text });
      return;
    }
    if (each.guessedFrom !== null) {
      findings.push({ kind: 'year', period: each.period, from: each.guessedFrom });
    }
    dates.push({ period: each.period, ordinal: each.ordinal });
  });
  const wrong = findRefusedPeriods(line).map((each) => ({ kind: 'no-such-date' as const, ...each }));
  findings.push(...wrong.map(({ text }) => ({ kind: 'wrong-date' as const, text })));
  return { dates: withOrdinal(line, dates), findings, wrong };
}

interface Found extends FoundPeriod {
  readonly guessedFrom: 'neighbours' | 'edition' | null;
}

/** Any year that has 29 February: what is found with it and not without names no year. */
const someYear = 2000;

/** The dates of a line, those without a year as the lines around them tell it. */
function withYears(line: string, hints: YearHints): readonly Found[] {
  const dated = findPeriods(line);
  const starts = new Set(dated.map(({ start }) => start));
  const yearless = findPeriods(line, { year: someYear }).filter(({ start }) => !starts.has(start));
  const guessed = yearless.flatMap((each) => guess(line, each, hints) ?? []);
  return [...dated.map((each) => ({ ...each, guessedFrom: null })), ...guessed].toSorted(
    (a, b) => a.start - b.start,
  );
}

function guess(line: string, { start }: FoundPeriod, hints: YearHints): Found | null {
  const { before, behind, asOf, column } = hints;
  const inYear = (year: number): FoundPeriod | undefined =>
    findPeriods(line, { year }).find((each) => each.start === start);
  const bound = (column === 'progress' ? (behind ?? before) : (before ?? behind)) ?? asOf;
  const day = bound.last ?? bound.first;
  if (day === null) return null;
  const year = Number(day.slice(0, 4));
  const candidates = [year + 1, year, year - 1].flatMap((each) => inYear(each) ?? []);
  const earlier = bound === behind || (bound === asOf && column === 'progress');
  const chosen = earlier
    ? candidates.find(({ period }) => (period.first ?? '') <= day)
    : candidates.findLast(({ period }) => (period.last ?? '') >= (bound.first ?? day));
  if (chosen === undefined) return null;
  return { ...chosen, guessedFrom: bound === asOf ? 'edition' : 'neighbours' };
}

const coarse: readonly string[] = ['year', 'fiscal-year', 'years'];

/** All dates in [ ], and years that only say for when a figure holds; H30に4回開催 says when it happened. */
function isOfFigure(line: string, { start, end, period }: Found, figures: readonly LineFigure[]): boolean {
  const figure = figures.find((each) => each.start <= start && end <= each.end);
  if (figure === undefined) return false;
  return figure.square || (coarse.includes(period.precision) && line.charAt(end) !== 'に');
}

/** （R元創設） and the second of R2.10 R3年度供用開始の…: they date what is named. */
function isOfName(line: string, { each, before }: { each: Found; before: Found | undefined }): boolean {
  if (!coarse.includes(each.period.precision)) return false;
  const rest = line.slice(each.end);
  if (/^\s*(?:創設|設立|設置|制定|策定|創業|供用)[^、。]{0,4}[)）]/u.test(rest)) return true;
  return (
    before?.start === 0 && line.slice(before.end, each.start).trim() === '' && /^[^\s)）、。]+の/u.test(rest)
  );
}

/** 第2回 in the line of a single date is which meeting that was. */
function withOrdinal(line: string, dates: readonly DatedOccurrence[]): readonly DatedOccurrence[] {
  const [only] = dates;
  const told = [...line.matchAll(/第\s*([\d０-９]{1,3})\s*回/gu)];
  const number = Number((told[0]?.[1] ?? '').normalize('NFKC'));
  if (only === undefined || dates.length > 1 || told.length !== 1 || only.ordinal !== null || number < 1) {
    return dates;
  }
  return [{ ...only, ordinal: number }];
}
