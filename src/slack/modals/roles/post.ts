import { longest } from '../../../actions/writes/fields/text.ts';
import type { Modal } from '../modal.ts';
import { confirmPeople } from './confirm.ts';

/** 職を追加: a section and the name of a post in it. */
export const addPost: Modal = {
  verb: 'add-post',
  title: 'modal.add-post',
  submit: 'modal.add',
  changes: null,
  ofNoProject: true,
  fields: () => [
    { kind: 'text', name: 'section', label: 'field.section', hint: 'hint.section', most: longest.name },
    { kind: 'text', name: 'name', label: 'field.postName', hint: 'hint.postName', most: longest.name },
    {
      kind: 'flag',
      name: 'administrator',
      label: 'field.administrator',
      says: 'field.administratorYes',
      optional: true,
    },
  ],
  confirm: confirmPeople,
};
