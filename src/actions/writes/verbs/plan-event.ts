import { added, decided, projectOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { alreadyThere } from '../fields/already-there.ts';
import { requiredPeriod } from '../fields/date.ts';
import { plannedInThePast, understoodOtherwise } from '../fields/date-warnings.ts';
import { newMilestoneWords } from '../fields/milestone.ts';
import { together } from '../fields/together.ts';
import { newMilestone } from '../new-milestone.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 予定追加: something is to come, as vaguely as it is known (R2.11下旬, 秋頃 with its year, 未定). */
export const planEvent: WriteVerb = {
  verb: 'plan-event',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const read = together(
      newMilestoneWords(fields, context),
      readAll({ period: requiredPeriod(fields, context.today) }),
    );
    if (!read.ok) return read;
    const { period, ...words } = read.value;
    const project = projectOf(context);
    const { id } = project;
    const milestone = newMilestone(words, { projectId: id, state: 'planned', period });
    return decided([added(context.newId(), milestone, id)], {
      warnings: [
        ...understoodOtherwise(period),
        ...plannedInThePast(period, context.today),
        ...alreadyThere({ text: words.text, period }, project),
      ],
    });
  },
};
