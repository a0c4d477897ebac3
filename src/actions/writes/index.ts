import type { ChangeVerb } from '../../domain/change.ts';
import { cancelEvent } from './verbs/cancel-event.ts';
import { completeEvent } from './verbs/complete-event.ts';
import { correctObservation } from './verbs/correct-observation.ts';
import { deleteMilestone } from './verbs/delete-milestone.ts';
import { editMilestone } from './verbs/edit-milestone.ts';
import { handOver } from './verbs/hand-over.ts';
import { addIndicator, editIndicator } from './verbs/indicator.ts';
import { mergeProjects } from './verbs/merge-projects.ts';
import { assignPerson, releasePerson } from './verbs/occupancy.ts';
import { planEvent } from './verbs/plan-event.ts';
import { addPost, editPost } from './verbs/post.ts';
import { postponeEvent } from './verbs/postpone-event.ts';
import { addProgramme, editProgramme } from './verbs/programme.ts';
import { addProject, editProject, restoreProject, retireProject } from './verbs/project.ts';
import { recordMilestone } from './verbs/record-milestone.ts';
import { recordObservation } from './verbs/record-observation.ts';
import { grantRole, revokeRole } from './verbs/role.ts';
import { addSynonym, editSynonym, removeSynonym } from './verbs/search-synonym.ts';
import { addWord, editWord, removeWord } from './verbs/search-word.ts';
import { sharpenEvent } from './verbs/sharpen-event.ts';
import { addStrand, editStrand } from './verbs/strand.ts';
import { addWorkingGroup, editWorkingGroup } from './verbs/working-group.ts';
import type { WriteVerb } from './write-verb.ts';

/** What can be submitted. Undoing and importing are actions of their own: they have no form of fields. */
export type WritableVerb = Exclude<ChangeVerb, 'undo' | 'import-edition'>;

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
  'add-indicator': addIndicator,
  'edit-indicator': editIndicator,
  'add-project': addProject,
  'edit-project': editProject,
  'retire-project': retireProject,
  'restore-project': restoreProject,
  'merge-projects': mergeProjects,
  'add-strand': addStrand,
  'edit-strand': editStrand,
  'add-working-group': addWorkingGroup,
  'edit-working-group': editWorkingGroup,
  'add-programme': addProgramme,
  'edit-programme': editProgramme,
  'add-post': addPost,
  'edit-post': editPost,
  'assign-person': assignPerson,
  'release-person': releasePerson,
  'grant-role': grantRole,
  'revoke-role': revokeRole,
  'hand-over': handOver,
  'add-word': addWord,
  'edit-word': editWord,
  'remove-word': removeWord,
  'add-synonym': addSynonym,
  'edit-synonym': editSynonym,
  'remove-synonym': removeSynonym,
} as const satisfies Readonly<Record<WritableVerb, WriteVerb>>;

/** Whether a form submits it. */
export function isWritable(verb: ChangeVerb): verb is WritableVerb {
  return Object.hasOwn(writeVerbs, verb);
}
