import type { ObservationSnapshot } from '../../../domain/change.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { printValue } from '../../../domain/print-indicator.ts';
import type { Facts, Modal } from '../modal.ts';
import { noteField, reasonField } from './milestone-fields.ts';
import { valueField } from './record-observation.ts';

/** 値を訂正: a value was written down wrong. It begins with what it says now; the wrong one stays in the history. */
export const correctObservation: Modal = {
  verb: 'correct-observation',
  title: 'modal.correct-observation',
  submit: 'modal.correctIt',
  changes: 'observation',
  about: (facts) => {
    const { value } = observationOf(facts);
    const indicator = indicatorOf(facts);
    const told = printValue(value, indicator?.unit ?? '');
    return [
      facts.words('modal.valueSoFar', { name: indicator?.name ?? '', value: told }),
      facts.words('modal.correctAbout'),
    ];
  },
  fields: (facts) => [
    valueField(indicatorOf(facts)),
    { kind: 'period', name: 'when', label: 'field.asOf', hint: 'hint.asOf' },
    noteField,
    { ...reasonField, optional: true },
  ],
  initial: (facts) => {
    const { value, asOf, note } = observationOf(facts);
    const told = printValue(value, indicatorOf(facts)?.unit ?? '');
    return { value: told, when: asOf?.text ?? '', note: note ?? '' };
  },
};

/** The value that the form corrects. Throws a RangeError where another kind of row was gathered. */
function observationOf({ target }: Facts): ObservationSnapshot {
  if (target?.snapshot.kind !== 'observation') throw new RangeError('no observation was gathered');
  return target.snapshot;
}

function indicatorOf(facts: Facts): Indicator | null {
  const { indicatorId } = observationOf(facts);
  return facts.project?.indicators.find(({ id }) => id === indicatorId) ?? null;
}
