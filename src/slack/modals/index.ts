import type { WritableVerb } from '../../actions/writes/index.ts';
import { correctObservation } from './forms/correct-observation.ts';
import { deleteMilestone, editMilestone } from './forms/edit-milestone.ts';
import { cancelEvent, completeEvent, postponeEvent, sharpenEvent } from './forms/life-of-event.ts';
import { planEvent } from './forms/plan-event.ts';
import { recordMilestone } from './forms/record-milestone.ts';
import { recordObservation } from './forms/record-observation.ts';
import { addIndicator, editIndicator } from './manage/indicator.ts';
import {
  addProgramme,
  addStrand,
  addWorkingGroup,
  editProgramme,
  editStrand,
  editWorkingGroup,
} from './manage/parts.ts';
import { addProject, editProject, mergeProjects, retireProject } from './manage/project.ts';
import { addSynonym, editSynonym, removeSynonym } from './manage/search-synonym.ts';
import { addWord, editWord, removeWord } from './manage/search-word.ts';
import type { Modal } from './modal.ts';
import { assignPerson, handOver, releasePerson } from './roles/people.ts';
import { addPost, editPost } from './roles/post.ts';
import { grantRole, revokeRole } from './roles/role.ts';

const all: readonly Modal[] = [
  recordMilestone,
  recordObservation,
  correctObservation,
  planEvent,
  completeEvent,
  postponeEvent,
  cancelEvent,
  sharpenEvent,
  editMilestone,
  deleteMilestone,
  addPost,
  editPost,
  assignPerson,
  releasePerson,
  grantRole,
  revokeRole,
  handOver,
  addProject,
  editProject,
  retireProject,
  mergeProjects,
  addIndicator,
  editIndicator,
  addStrand,
  editStrand,
  addWorkingGroup,
  editWorkingGroup,
  addProgramme,
  editProgramme,
  addWord,
  editWord,
  removeWord,
  addSynonym,
  editSynonym,
  removeSynonym,
];

const byVerb = new Map(all.map((modal) => [modal.verb, modal]));

/** The form of a verb, or null where it has none. */
export function modalOf(verb: WritableVerb | null): Modal | null {
  return verb === null ? null : (byVerb.get(verb) ?? null);
}
