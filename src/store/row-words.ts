import type { Comparator, Value } from '../domain/indicator.ts';
import type { Mark } from '../domain/milestone.ts';
import type { Precision } from '../domain/period/period.ts';
import { decimalText } from '../domain/quantity.ts';
import type { Frequency } from '../domain/rhythm.ts';
import type {
  Comparator as ComparatorRow,
  Frequency as FrequencyRow,
  Mark as MarkRow,
  Precision as PrecisionRow,
} from '../generated/prisma/enums.ts';

/** What the words of the domain are called in rows, whose enums know letters, digits and _ only. */
export const markOf: Readonly<Record<MarkRow, Mark>> = {
  entry: '■',
  sub_entry: '・',
  remark: '※',
  none: '',
};

export const precisionOf: Readonly<Record<PrecisionRow, Precision>> = {
  day: 'day',
  days: 'days',
  part_of_month: 'part-of-month',
  month: 'month',
  months: 'months',
  season: 'season',
  part_of_fiscal_year: 'part-of-fiscal-year',
  year: 'year',
  fiscal_year: 'fiscal-year',
  years: 'years',
  always: 'always',
  as_needed: 'as-needed',
};

export const comparatorOf: Readonly<Record<ComparatorRow, Comparator>> = {
  at_least: 'at-least',
  at_most: 'at-most',
};

export const frequencyOf: Readonly<Record<FrequencyRow, Frequency>> = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  half_yearly: 'half-yearly',
  fiscal_yearly: 'fiscal-yearly',
  calendar_yearly: 'calendar-yearly',
  irregular: 'irregular',
};

export const markRowOf = inverse(markOf);
export const precisionRowOf = inverse(precisionOf);
export const comparatorRowOf = inverse(comparatorOf);
export const frequencyRowOf = inverse(frequencyOf);

/** The value of a pair of columns, of which exactly one is set (a CHECK of the table). */
export function valueFrom(amount: string | null, state: string | null): Value {
  if (amount !== null) return { kind: 'number', amount: decimalText(amount) };
  if (state !== null) return { kind: 'state', state };
  throw new Error('a value of the store is neither a number nor a state');
}

/** The pair of columns of a value. */
export function valueColumns(value: Value): { amount: string | null; state: string | null } {
  return value.kind === 'number'
    ? { amount: value.amount, state: null }
    : { amount: null, state: value.state };
}

function inverse<Row extends string, Word extends string>(
  words: Readonly<Record<Row, Word>>,
): Readonly<Record<Word, Row>> {
  return Object.fromEntries(Object.entries(words).map(([row, word]) => [word, row])) as Record<Word, Row>;
}
