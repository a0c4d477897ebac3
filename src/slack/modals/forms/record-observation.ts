import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { printIndicator } from '../../../domain/print-indicator.ts';
import { asOfWords } from '../../messages/parts/as-of.ts';
import type { Words } from '../../words/index.ts';
import type { Field } from '../field.ts';
import type { Facts, Modal } from '../modal.ts';
import { readValueLine } from '../read-line.ts';
import { noteField } from './milestone-fields.ts';

/** 指標の値を記録: where an indicator stands. */
export const recordObservation: Modal = {
  verb: 'record-observation',
  title: 'modal.record-observation',
  submit: 'modal.save',
  changes: null,
  about: (facts, typed) => {
    if (facts.project?.indicators.length === 0) return [facts.words('card.noIndicators')];
    const indicator = indicatorOf(facts, typed);
    return indicator === null ? [] : aboutIndicator(indicator, facts.words);
  },
  fields: (facts, typed) =>
    facts.project === null || facts.project.indicators.length === 0
      ? []
      : [
          {
            kind: 'choice',
            name: 'indicator',
            label: 'field.indicator',
            options: facts.project.indicators.map(({ id, name }) => ({ value: id, label: name })),
            reacts: true,
          },
          valueField(indicatorOf(facts, typed)),
          { kind: 'period', name: 'when', label: 'field.asOf', hint: 'hint.asOf' },
          noteField,
        ],
  initial: (facts) => {
    const indicators = facts.project?.indicators ?? [];
    return indicators.length === 1 ? { indicator: indicators[0]?.id ?? '' } : {};
  },
  read: (text, { project, today }) => readValueLine(text, { indicators: project?.indicators ?? [], today }),
};

function indicatorOf({ project }: Facts, { indicator }: Fields): Indicator | null {
  return project?.indicators.find(({ id }) => id === indicator) ?? null;
}

/** What it is in the table so far, and when that was. */
function aboutIndicator(indicator: Indicator, words: Words): readonly string[] {
  const { current } = indicator;
  const value =
    current === null
      ? words('indicator.unobserved')
      : words('mark.aside', { name: printIndicator(indicator), aside: asOfWords(current.asOf, words) });
  const states = [indicator.target, indicator.current?.value]
    .flatMap((value) => (value?.kind === 'state' ? [value.state] : []))
    .filter((state, index, all) => all.indexOf(state) === index);
  return [
    words('modal.lastValue', { name: indicator.name, value }),
    ...(states.length > 0 ? [words('modal.states', { states: states.join('、') })] : []),
  ];
}

/** What an indicator measures, or the state it is in. */
export function valueField(indicator: Indicator | null): Field {
  const isState = indicator?.target.kind === 'state';
  return {
    kind: 'text',
    name: 'value',
    label: isState ? 'field.state' : 'field.value',
    hint: isState ? 'hint.state' : 'hint.value',
    most: longest.state,
  };
}
