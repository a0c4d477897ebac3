import type { MilestoneSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { changed, decided, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { future, isAhead } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { readDates } from '../fields/dates.ts';
import { milestoneWords } from '../fields/milestone.ts';
import { together } from '../fields/together.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 編集: words, dates and place of a milestone as the form has them now. Its state is changed by other verbs. */
export const editMilestone: WriteVerb = {
  verb: 'edit-milestone',
  by: 'writers',
  changes: 'milestone',
  decide(fields, context) {
    const row = targetOf(context, 'milestone');
    const { snapshot } = row;
    const { today } = context;
    const read = together(
      milestoneWords(fields, context),
      readAll({ dates: readDates(fields, { kept: snapshot.dates, today }) }),
    );
    if (!read.ok) return read;
    const after: MilestoneSnapshot = { ...snapshot, ...read.value };
    const typed = after.dates.filter((date) => !snapshot.dates.includes(date));
    if (after.state === 'achieved' && typed.some(({ period }) => isAhead(period, today))) {
      return refuse([future(today)]);
    }
    if (sameSnapshot(snapshot, after)) return refuse([{ field: 'text', kind: 'unchanged' }]);
    const warnings = typed.flatMap(({ period }) => understoodOtherwise(period));
    return decided([changed(row, after, snapshot.projectId)], { warnings });
  },
};
