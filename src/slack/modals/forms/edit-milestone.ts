import type { Modal } from '../modal.ts';
import {
  aboutMilestone,
  fieldsOfMilestone,
  figuresField,
  milestoneOf,
  noteField,
  placeFields,
  reasonField,
  textField,
} from './milestone-fields.ts';

/** 変更: the words, dates and place of a milestone. */
export const editMilestone: Modal = {
  verb: 'edit-milestone',
  title: 'modal.edit-milestone',
  submit: 'modal.change',
  changes: 'milestone',
  fields: ({ project }) => [
    textField,
    {
      kind: 'text',
      name: 'when',
      label: 'field.dates',
      hint: 'hint.dates',
      most: 1_000,
      optional: true,
    },
    figuresField,
    ...placeFields(project),
    noteField,
  ],
  initial: (facts) => fieldsOfMilestone(milestoneOf(facts)),
  leadsTo: { verb: 'delete-milestone', label: 'modal.toDelete' },
};

/** 削除: takes a milestone out, and why. */
export const deleteMilestone: Modal = {
  verb: 'delete-milestone',
  title: 'modal.delete-milestone',
  submit: 'modal.deleteIt',
  changes: 'milestone',
  about: (facts) => [facts.words('modal.deleteAbout'), ...aboutMilestone(facts)],
  fields: () => [reasonField],
};
