import type { EditionIndicator } from '../../domain/edition.ts';
import type { Value } from '../../domain/indicator.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { findPeriods, findRefusedPeriods } from '../../domain/period/find-periods.ts';
import { decimalText, isDecimalText } from '../../domain/quantity.ts';
import type { RowProblem } from '../table/row-problem.ts';

type Unread = Omit<Extract<RowProblem, { kind: 'unread-indicator' | 'mixed-values' }>, 'line'>;

/** An indicator, and what in it is written as a date and is none. */
export interface ReadIndicator {
  readonly indicator: EditionIndicator;
  readonly wrong: readonly Omit<Extract<RowProblem, { kind: 'no-such-date' }>, 'line'>[];
}

const shape =
  /^(?<name>.+?)\s*[：:]\s*(?<actual>[^/／：:]*?)\s*[/／]\s*(?<target>[^（([［]+?)\s*(?:[（(](?<asOf>[^（）()]*)[)）])?\s*(?<note>[（([［].*)?$/su;

/**
 * A line below 指標 without its mark: `石炭共同輸送の実施回数：22回/30回(R2.3)`, `0/5社以上`, `実施中/実現`. Refuses what
 * is no such line, and a number beside a state.
 */
export function readIndicator(line: string): Outcome<ReadIndicator, Unread> {
  const found = shape.exec(line)?.groups;
  if (found === undefined) return refuse({ kind: 'unread-indicator', text: line });
  const { name = '', actual = '', target = '', asOf, note } = found;
  const goal = measureOf(target);
  const reached = actual === '' ? null : measureOf(actual);
  if (goal === null) return refuse({ kind: 'unread-indicator', text: line });
  if (reached !== null && reached.value.kind !== goal.value.kind)
    return refuse({ kind: 'mixed-values', text: line });
  if (mixes(target) || mixes(actual)) return refuse({ kind: 'mixed-values', text: line });
  if (reached !== null && reached.unit !== '' && reached.unit !== goal.unit) {
    return refuse({ kind: 'unread-indicator', text: line });
  }
  const [period] = asOf === undefined ? [] : findPeriods(asOf);
  const isAsOf = asOf === undefined || period !== undefined || findRefusedPeriods(asOf).length > 0;
  const told = isAsOf ? note : `（${asOf}）${note ?? ''}`;
  return accept({
    indicator: {
      name: name.trim(),
      unit: goal.unit,
      unitOnActual: reached !== null && reached.unit !== '',
      target: goal.value,
      comparator: goal.atMost ? 'at-most' : 'at-least',
      comparatorWritten: goal.written,
      cumulative: /累計/u.test(name),
      note: told?.trim() ?? null,
      observations: reached === null ? [] : [{ value: reached.value, asOf: period?.period ?? null }],
    },
    wrong: findRefusedPeriods(asOf ?? '').map((each) => ({ kind: 'no-such-date' as const, ...each })),
  });
}

interface Measure {
  readonly value: Value;
  readonly unit: string;
  readonly atMost: boolean;
  readonly written: boolean;
}

const amount =
  /^(?:約\s*)?(?<number>[-−－]?[\d０-９][\d０-９,，]*(?:\s?[.．]\s?[\d０-９]+)?)\s*(?<unit>[^\d０-９以]{0,20}?)\s*(?<comparator>以上|以下|以内)?$/u;

function measureOf(text: string): Measure | null {
  const found = amount.exec(text.trim())?.groups;
  if (found === undefined) return stateOf(text.trim());
  const { number = '', unit = '', comparator } = found;
  const plain = number.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-');
  if (!isDecimalText(plain)) return null;
  return {
    value: { kind: 'number', amount: decimalText(plain) },
    unit: unit.trim(),
    atMost: comparator === '以下' || comparator === '以内',
    written: comparator !== undefined,
  };
}

function stateOf(state: string): Measure | null {
  if (state === '' || state.length > 100) return null;
  return { value: { kind: 'state', state }, unit: '', atMost: false, written: false };
}

/** 実施中12件 is neither a state nor a number. */
function mixes(text: string): boolean {
  return (
    /^\D*(?:実施中|実現|未実施|検討中|達成|完了)\D*[\d０-９]/u.test(text) ||
    /^[\d０-９].*(?:実施中|実現)/u.test(text)
  );
}
