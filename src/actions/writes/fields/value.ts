import type { Value } from '../../../domain/indicator.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { fold } from '../../../text/fold.ts';
import { readQuantity } from '../../../text/read-quantity.ts';
import type { FieldName, FieldProblem, Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';
import { longest, requiredText } from './text.ts';

/**
 * A value of the same kind as `target`: a number in the indicator's unit, or a state. A state that is known is
 * taken in the known spelling; a bare number is none.
 */
export function valueLike(
  fields: Fields,
  {
    target,
    unit,
    known,
  }: { readonly target: Value; readonly unit: string; readonly known: readonly Value[] },
): FieldReading<Value> {
  if (target.kind === 'number') return numberOf(fields, { field: 'value', unit });
  const read = requiredText(fields, { field: 'value', most: longest.state });
  if (!read.ok) return read;
  if (readQuantity(read.value, '').ok) return refuse({ field: 'value', kind: 'not-a-state' });
  const same = [target, ...known].find(
    (value) => value.kind === 'state' && fold(value.state) === fold(read.value),
  );
  return accept(same ?? { kind: 'state', state: read.value });
}

/** The number of a field in a unit. */
export function numberOf(
  fields: Fields,
  { field, unit }: { readonly field: FieldName; readonly unit: string },
): FieldReading<Extract<Value, { kind: 'number' }>> {
  const typed = requiredText(fields, { field, most: 200 });
  if (!typed.ok) return typed;
  const read = readQuantity(typed.value, unit);
  return read.ok
    ? accept({ kind: 'number', amount: read.value })
    : refuse<FieldProblem>({ field, kind: read.refusal, unit });
}
