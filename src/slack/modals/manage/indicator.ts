import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { IndicatorSnapshot } from '../../../domain/change.ts';
import { frequencies, usualRhythm } from '../../../domain/rhythm.ts';
import type { Field } from '../field.ts';
import { noteField } from '../forms/milestone-fields.ts';
import type { Facts, Modal } from '../modal.ts';

/** 指標を追加: name, target, unit, and how the two are compared. */
export const addIndicator: Modal = {
  verb: 'add-indicator',
  title: 'modal.add-indicator',
  submit: 'modal.add',
  changes: null,
  fields,
  initial: () => ({
    comparator: 'at-least',
    frequency: usualRhythm.frequency,
    lag: String(usualRhythm.lagMonths),
  }),
};

/** 指標を変更. What was reported stays as it was reported. */
export const editIndicator: Modal = {
  verb: 'edit-indicator',
  title: 'modal.edit-indicator',
  submit: 'modal.change',
  changes: 'indicator',
  fields,
  initial: ({ target }) => (target?.snapshot.kind === 'indicator' ? fieldsOf(target.snapshot) : {}),
};

function fields({ words }: Facts): readonly Field[] {
  const comparators = ['at-least', 'at-most'] as const;
  return [
    { kind: 'text', name: 'name', label: 'field.indicatorName', most: longest.name },
    { kind: 'text', name: 'target', label: 'field.target', hint: 'hint.target', most: longest.state },
    {
      kind: 'text',
      name: 'unit',
      label: 'field.unit',
      hint: 'hint.unit',
      most: longest.unit,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'comparator',
      label: 'field.comparator',
      options: comparators.map((each) => ({ value: each, label: words(`comparator.${each}`) })),
    },
    {
      kind: 'flag',
      name: 'cumulative',
      label: 'field.cumulative',
      says: 'field.cumulativeYes',
      optional: true,
    },
    {
      kind: 'choice',
      name: 'frequency',
      label: 'field.frequency',
      hint: 'hint.frequency',
      options: frequencies.map((each) => ({ value: each, label: words(`frequency.${each}`) })),
    },
    { kind: 'text', name: 'lag', label: 'field.lag', hint: 'hint.lag', most: 10, optional: true },
    noteField,
  ];
}

function fieldsOf(indicator: IndicatorSnapshot): Fields {
  const { name, target, unit, comparator, comparatorWritten, cumulative, rhythm, note } = indicator;
  // The table writes 5以上 where it was typed so; at-most is always written out.
  const isTyped = comparatorWritten && comparator === 'at-least';
  return {
    name,
    target: target.kind === 'number' ? `${target.amount}${isTyped ? '以上' : ''}` : target.state,
    unit,
    comparator,
    cumulative: cumulative ? 'true' : '',
    frequency: rhythm.frequency,
    lag: String(rhythm.lagMonths),
    note: note ?? '',
  };
}
