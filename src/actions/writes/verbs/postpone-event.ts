import { refuse } from '../../../domain/outcome.ts';
import { changed, decided, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { requiredPeriod } from '../fields/date.ts';
import { plannedInThePast, understoodOtherwise } from '../fields/date-warnings.ts';
import { longest, requiredText } from '../fields/text.ts';
import { isOpen, nextOccurrence, withDate } from '../occurrence.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 延期: the next date of a planned event moves, with a reason. The first date that was planned is kept. */
export const postponeEvent: WriteVerb = {
  verb: 'postpone-event',
  by: 'writers',
  changes: 'milestone',
  decide(fields, { today, ...context }) {
    const row = targetOf({ today, ...context }, 'milestone');
    const { snapshot } = row;
    if (!isOpen(snapshot)) return refuse([{ field: 'when', kind: 'wrong-state', state: snapshot.state }]);
    const read = readAll({
      period: requiredPeriod(fields, today),
      reason: requiredText(fields, { field: 'reason', most: longest.reason }),
    });
    if (!read.ok) return read;
    const { period, reason } = read.value;
    const date = nextOccurrence(snapshot, today);
    if (date?.period.text === period.text) return refuse([{ field: 'when', kind: 'unchanged' }]);
    const moved = { ...withDate(snapshot, { date, period }), state: 'postponed' as const };
    const warnings = [...understoodOtherwise(period), ...plannedInThePast(period, today)];
    return decided([changed(row, moved, snapshot.projectId)], { warnings, reason });
  },
};
