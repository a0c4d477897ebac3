import type { ChangeVerb } from '../../domain/change.ts';
import { cancelEvent } from './verbs/cancel-event.ts';
import { completeEvent } from './verbs/complete-event.ts';
import { correctObservation } from './verbs/correct-observation.ts';
import { deleteMilestone } from './verbs/delete-milestone.ts';
import { editMilestone } from './verbs/edit-milestone.ts';
import { planEvent } from './verbs/plan-event.ts';
import { postponeEvent } from './verbs/postpone-event.ts';
import { recordMilestone } from './verbs/record-milestone.ts';
import { recordObservation } from './verbs/record-observation.ts';
import { sharpenEvent } from './verbs/sharpen-event.ts';
import type { WriteVerb } from './write-verb.ts';

/** What can be submitted. Undoing is an action of its own: it has no form. */
export type WritableVerb = Exclude<ChangeVerb, 'undo'>;

/** All that people can write, by its name. */
export const writeVerbs = {
  'record-milestone': recordMilestone,
  'plan-event': planEvent,
  'complete-event': completeEvent,
  'postpone-event': postponeEvent,
  'cancel-event': cancelEvent,
  'sharpen-event': sharpenEvent,
  'edit-milestone': editMilestone,
  'delete-milestone': deleteMilestone,
  'record-observation': recordObservation,
  'correct-observation': correctObservation,
} as Readonly<Record<WritableVerb, WriteVerb>>;
