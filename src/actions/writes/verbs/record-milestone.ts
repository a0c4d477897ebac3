import { added, decided, projectOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { alreadyThere } from '../fields/already-there.ts';
import { pastPeriod } from '../fields/date.ts';
import { understoodOtherwise } from '../fields/date-warnings.ts';
import { newMilestoneWords } from '../fields/milestone.ts';
import { together } from '../fields/together.ts';
import { newMilestone } from '../new-milestone.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 記録: something was done. Its date may be as vague as the table's, but not lie ahead. */
export const recordMilestone: WriteVerb = {
  verb: 'record-milestone',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const read = together(
      newMilestoneWords(fields, context),
      readAll({ period: pastPeriod(fields, context.today) }),
    );
    if (!read.ok) return read;
    const { period, ...words } = read.value;
    const project = projectOf(context);
    const { id } = project;
    const milestone = newMilestone(words, { projectId: id, state: 'achieved', period });
    return decided([added(context.newId(), milestone, id)], {
      warnings: [...understoodOtherwise(period), ...alreadyThere({ text: words.text, period }, project)],
    });
  },
};
