import type { MilestoneSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import type { Period } from '../../../domain/period/period.ts';
import { added, changed, decided, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { pastPeriod } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { figures } from '../fields/milestone.ts';
import { lines, longest } from '../fields/text.ts';
import { fulfilledOccurrence, isOpen, stillToCome, withDate } from '../occurrence.ts';
import type { WriteContext, WriteVerb } from '../write-verb.ts';

/**
 * 実施済み: a planned event has taken place. The row becomes an achieved one and stays in its column; what was
 * planned stays as `firstPlanned`. Of a row with further dates ahead (a series of meetings) only the date that
 * came true goes into a new achieved row, and the rest stays planned.
 */
export const completeEvent: WriteVerb = {
  verb: 'complete-event',
  by: 'writers',
  changes: 'milestone',
  decide(fields, context) {
    const row = targetOf(context, 'milestone');
    const { snapshot } = row;
    if (!isOpen(snapshot)) return refuse([{ field: 'when', kind: 'wrong-state', state: snapshot.state }]);
    const read = readAll({
      period: pastPeriod(fields, context.today),
      figures: figures(fields),
      notes: lines(fields, { field: 'note', most: longest.note }),
    });
    if (!read.ok) return read;
    const { period } = read.value;
    const told = {
      ...snapshot,
      figures: [...new Set([...snapshot.figures, ...read.value.figures])],
      notes: [...new Set([...snapshot.notes, ...read.value.notes])],
    };
    const { kept, done } = split({ snapshot, told, period, context });
    const warnings = understoodOtherwise(period);
    const { projectId } = snapshot;
    if (kept === null) return decided([changed(row, done, projectId)], { warnings });
    return decided([changed(row, kept, projectId), added(context.newId(), done, projectId)], { warnings });
  },
};

interface Completed {
  readonly snapshot: MilestoneSnapshot;
  /** The same with the figures and notes that were told now. */
  readonly told: MilestoneSnapshot;
  readonly period: Period;
  readonly context: WriteContext;
}

/** What is achieved, and what of the row remains planned. */
function split({ snapshot, told, period, context: { today } }: Completed): {
  readonly kept: MilestoneSnapshot | null;
  readonly done: MilestoneSnapshot;
} {
  const date = fulfilledOccurrence(snapshot, { actual: period, today });
  const ahead = stillToCome(snapshot, { done: date, today });
  const done: MilestoneSnapshot = { ...withDate(told, { date, period }), state: 'achieved' };
  if (ahead.length === 0) return { kept: null, done };
  const alone = { ...told, dates: date === null ? [] : [date] };
  return {
    kept: { ...snapshot, dates: snapshot.dates.filter((each) => each !== date) },
    done: { ...withDate(alone, { date, period }), state: 'achieved', column: 'progress' },
  };
}
