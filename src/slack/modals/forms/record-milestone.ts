import type { Modal } from '../modal.ts';
import { readDated } from '../read-line.ts';
import { figuresField, noteField, placeFields, textField } from './milestone-fields.ts';

/** 進捗を記録: something was done. */
export const recordMilestone: Modal = {
  verb: 'record-milestone',
  title: 'modal.record-milestone',
  submit: 'modal.save',
  changes: null,
  fields: ({ project }) => [
    textField,
    { kind: 'period', name: 'when', label: 'field.when', hint: 'hint.when' },
    figuresField,
    ...placeFields(project),
    noteField,
  ],
  read: (text, { today }) => readDated(text, today),
};
