import type { Comparator, Value } from '../../../domain/indicator.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { foldWidth } from '../../../text/fold.ts';
import type { Fields } from '../write-verb.ts';
import { type FieldReading, readAll } from './all.ts';
import { longest, optionalText, requiredText } from './text.ts';
import { numberOf } from './value.ts';

/** What an indicator is to reach. */
export interface TargetReading {
  readonly unit: string;
  readonly target: Value;
  readonly comparator: Comparator;
  readonly comparatorWritten: boolean;
}

const words: Readonly<Record<string, Comparator>> = { 以上: 'at-least', 以下: 'at-most' };
const comparators: readonly string[] = Object.values(words);

/**
 * Target, unit and comparator. 5社以上 names the comparator itself; otherwise `comparator` tells it, 以上 unless told.
 * A text without a unit that is no number is a state to be reached (実現).
 */
export function readTarget(fields: Fields): FieldReading<TargetReading> {
  const unit = optionalText(fields, { field: 'unit', most: longest.unit });
  const typed = requiredText(fields, { field: 'target', most: longest.state });
  if (!unit.ok) return unit;
  if (!typed.ok) return typed;
  const [, amount = typed.value, word = ''] = /^(.*?)\s*(以上|以下)$/su.exec(typed.value) ?? [];
  const target = valueOfTarget(amount, unit.value ?? '');
  const comparator = readComparator(fields, words[word] ?? null);
  const read = readAll({ target, comparator });
  if (!read.ok) return refuse(read.refusal[0] ?? { field: 'target', kind: 'missing' });
  if (read.value.target.kind === 'state' && word !== '') return accept(state(typed.value));
  return accept({
    unit: read.value.target.kind === 'state' ? '' : (unit.value ?? ''),
    comparatorWritten: word !== '' || read.value.comparator === 'at-most',
    ...read.value,
  });
}

function valueOfTarget(amount: string, unit: string): FieldReading<Value> {
  const number = numberOf({ target: amount }, { field: 'target', unit });
  if (number.ok) return number;
  const isState = unit === '' && !/^[+-]?[\d.,]+/.test(foldWidth(amount));
  return isState ? accept({ kind: 'state', state: amount }) : number;
}

function state(written: string): TargetReading {
  return {
    unit: '',
    target: { kind: 'state', state: written },
    comparator: 'at-least',
    comparatorWritten: false,
  };
}

/** The comparator of the field, unless the target has told it; the two must not contradict each other. */
function readComparator(fields: Fields, told: Comparator | null): FieldReading<Comparator> {
  const typed = (fields.comparator ?? '').trim();
  const chosen = words[typed] ?? typed;
  if (chosen === '') return accept(told ?? 'at-least');
  if (!isComparator(chosen) || (told !== null && told !== chosen)) {
    return refuse({ field: 'comparator', kind: 'unknown-choice' });
  }
  return accept(chosen);
}

function isComparator(word: string): word is Comparator {
  return comparators.includes(word);
}
