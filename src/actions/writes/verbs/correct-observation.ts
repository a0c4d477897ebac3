import type { Indicator } from '../../../domain/indicator.ts';
import { refuse } from '../../../domain/outcome.ts';
import type { Period } from '../../../domain/period/period.ts';
import { added, decided, projectOf, removed, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { asOfPeriod } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { longest, optionalText } from '../fields/text.ts';
import { valueLike } from '../fields/value.ts';
import { valueWarnings } from '../value-warnings.ts';
import type { WriteContext, WriteVerb } from '../write-verb.ts';

/** 訂正: a value was wrong. It is withdrawn and another takes its place; both stay in the history. */
export const correctObservation: WriteVerb = {
  verb: 'correct-observation',
  by: 'writers',
  changes: 'observation',
  decide(fields, context) {
    const row = targetOf(context, 'observation');
    const indicator = indicatorOf(context);
    const others = indicator.observations.filter(({ id }) => id !== row.target.id);
    const known = others.map(({ value }) => value);
    const read = readAll({
      value: valueLike(fields, { target: indicator.target, unit: indicator.unit, known }),
      asOf: asOfPeriod(fields, context.today),
      note: optionalText(fields, { field: 'note', most: longest.note }),
      reason: optionalText(fields, { field: 'reason', most: longest.reason }),
    });
    if (!read.ok) return read;
    const { value, asOf, note, reason } = read.value;
    const after = { ...row.snapshot, value, asOf, note };
    if (
      sameTime(row.snapshot.asOf, asOf) &&
      sameSnapshot({ ...after, asOf: null }, { ...row.snapshot, asOf: null })
    ) {
      return refuse([{ field: 'value', kind: 'unchanged' }]);
    }
    const { id } = projectOf(context);
    return decided([removed(row, id), added(context.newId(), after, id)], {
      warnings: [...understoodOtherwise(asOf), ...valueWarnings({ indicator, others, value, asOf })],
      reason,
    });
  },
};

function sameTime(before: Period | null, after: Period): boolean {
  return before?.text === after.text;
}

function indicatorOf(context: WriteContext): Indicator {
  const { indicatorId } = targetOf(context, 'observation').snapshot;
  const found = projectOf(context).indicators.find(({ id }) => id === indicatorId);
  if (found === undefined) throw new RangeError('an observation of an indicator that is not there');
  return found;
}
