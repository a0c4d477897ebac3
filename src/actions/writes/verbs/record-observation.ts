import type { Indicator } from '../../../domain/indicator.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, decided, projectOf, sameSnapshot } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { chosenIndicator } from '../fields/choice.ts';
import { asOfPeriod } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { longest, optionalText } from '../fields/text.ts';
import { valueLike } from '../fields/value.ts';
import { valueWarnings } from '../value-warnings.ts';
import type { Fields, WriteVerb } from '../write-verb.ts';

/** 値: a new value of an indicator with the time for which it holds. Older values stay. */
export const recordObservation: WriteVerb = {
  verb: 'record-observation',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const chosen = chosenIndicator(fields, context);
    const read = readAll({
      indicator: chosen,
      value: chosen.ok ? valueFor(fields, chosen.value) : chosen,
      asOf: asOfPeriod(fields, context.today),
      note: optionalText(fields, { field: 'note', most: longest.note }),
    });
    if (!read.ok) return refuse(unique(read.refusal));
    const { indicator, value, asOf, note } = read.value;
    const others = indicator.observations;
    if (others.some((each) => each.asOf?.text === asOf.text && sameSnapshot(each.value, value))) {
      return refuse([{ field: 'value', kind: 'unchanged' }]);
    }
    const after = { kind: 'observation', indicatorId: indicator.id, value, asOf, note } as const;
    return decided([added(context.newId(), after, projectOf(context).id)], {
      warnings: [...understoodOtherwise(asOf), ...valueWarnings({ indicator, others, value, asOf })],
    });
  },
};

function valueFor(fields: Fields, { target, unit, observations }: Indicator) {
  return valueLike(fields, { target, unit, known: observations.map(({ value }) => value) });
}

/** Without an indicator nothing can be said of the value: one problem, not two. */
function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
