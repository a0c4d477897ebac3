import { foldDateCharacters } from './fold.ts';
import { acceptedInLine, mayStartDate } from './line-rules.ts';
import { ordinalBefore } from './ordinal.ts';
import { parseExpression } from './parse-expression.ts';
import type { Period } from './period.ts';
import type { PeriodContext } from './read-period.ts';
import type { PeriodRefusal } from './refusal.ts';
import { resolveExpression } from './resolve.ts';

/** A date expression in a line. */
export interface FoundPeriod {
  /** UTF-16 offsets into the line: `line.slice(start, end)` is the period's text. */
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  /** The ①–㊿ directly before it, as a number. */
  readonly ordinal: number | null;
}

/**
 * The date expressions of a line of the table, in written order. What merely looks like one is none: 2/3箇所, 0/5社,
 * 13. 9%, セミナー2020. 6/11 and 8月 are found only if the context tells their year. Never throws; linear in the line.
 */
export function findPeriods(line: string, context: PeriodContext = {}): readonly FoundPeriod[] {
  return scan(line, context).flatMap((each) => ('period' in each ? [each] : []));
}

/** A date expression of a line that names no date: R2.2.30. */
export interface RefusedPeriod {
  readonly text: string;
  readonly refusal: PeriodRefusal;
}

/** The expressions of a line that are written as dates and are none, in written order; those without a year are not among them. */
export function findRefusedPeriods(line: string): readonly RefusedPeriod[] {
  return scan(line, {}).flatMap((each) =>
    'refusal' in each && each.refusal.kind !== 'year-needed' ? [each] : [],
  );
}

function scan(line: string, context: PeriodContext): readonly (FoundPeriod | RefusedPeriod)[] {
  const folded = foldDateCharacters(line);
  const found: (FoundPeriod | RefusedPeriod)[] = [];
  let at = 0;
  while (at < folded.length) {
    const candidate = mayStartDate(folded, at) ? parseExpression(folded, at) : null;
    if (candidate === null || !acceptedInLine(folded, { start: at, ...candidate })) {
      at += 1;
      continue;
    }
    const { value, end } = candidate;
    const resolved = resolveExpression(value, context);
    const text = line.slice(at, end);
    if (resolved.ok) {
      const period = { text, ...resolved.value };
      found.push({ start: at, end, period, ordinal: ordinalBefore(line, at) });
    } else found.push({ text, refusal: resolved.refusal });
    // Of a refused one such as R2.2.30 no part is a date, either.
    at = end;
  }
  return found;
}
