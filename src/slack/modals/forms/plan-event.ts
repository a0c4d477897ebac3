import type { Modal } from '../modal.ts';
import { readDated } from '../read-line.ts';
import { figuresField, noteField, placeFields, textField } from './milestone-fields.ts';

/** 予定を追加: something is to come. */
export const planEvent: Modal = {
  verb: 'plan-event',
  title: 'modal.plan-event',
  submit: 'modal.add',
  changes: null,
  fields: ({ project }) => [
    textField,
    { kind: 'period', name: 'when', label: 'field.plannedWhen', hint: 'hint.plannedWhen' },
    figuresField,
    ...placeFields(project),
    noteField,
  ],
  read: (text, { today }) => readDated(text, today),
};
