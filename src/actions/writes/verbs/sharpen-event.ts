import { refuse } from '../../../domain/outcome.ts';
import type { Period } from '../../../domain/period/period.ts';
import { changed, decided, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { requiredPeriod } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { isOpen, nextOccurrence, withDate } from '../occurrence.ts';
import type { WriteVerb } from '../write-verb.ts';

/**
 * A vague date becomes a finer one within it: R2.秋頃, then R2.11, then R2.11.20. The event stays planned and
 * keeps the date that was planned first. A date outside the old one is a postponement and refused here.
 */
export const sharpenEvent: WriteVerb = {
  verb: 'sharpen-event',
  by: 'writers',
  changes: 'milestone',
  decide(fields, context) {
    const row = targetOf(context, 'milestone');
    const { snapshot } = row;
    if (!isOpen(snapshot)) return refuse([{ field: 'when', kind: 'wrong-state', state: snapshot.state }]);
    const read = readAll({ period: requiredPeriod(fields, context.today) });
    if (!read.ok) return read;
    const { period } = read.value;
    const date = nextOccurrence(snapshot, context.today);
    if (date !== null && !liesWithin(period, date.period)) {
      return refuse([{ field: 'when', kind: 'not-within', period: date.period }]);
    }
    if (date !== null && sameDays(period, date.period)) return refuse([{ field: 'when', kind: 'unchanged' }]);
    return decided([changed(row, withDate(snapshot, { date, period }), snapshot.projectId)], {
      warnings: understoodOtherwise(period),
    });
  },
};

/** Whether no day of `inner` lies outside `outer`. */
function liesWithin(inner: Period, outer: Period): boolean {
  const begins = outer.first === null || (inner.first !== null && inner.first >= outer.first);
  const ends = outer.last === null || (inner.last !== null && inner.last <= outer.last);
  return begins && ends;
}

/** The same days, no surer than before. */
function sameDays(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last && a.approximate === b.approximate;
}
