import { longest } from '../../../actions/writes/fields/text.ts';
import type { PostSnapshot } from '../../../domain/change.ts';
import type { Field } from '../field.ts';
import type { Facts, Modal } from '../modal.ts';
import { confirmPeople } from './confirm.ts';

const fields: readonly Field[] = [
  { kind: 'text', name: 'section', label: 'field.section', hint: 'hint.section', most: longest.name },
  { kind: 'text', name: 'name', label: 'field.postName', hint: 'hint.postName', most: longest.name },
  {
    kind: 'flag',
    name: 'administrator',
    label: 'field.administrator',
    says: 'field.administratorYes',
    optional: true,
  },
];

/** 職を追加: a section and the name of a post in it. */
export const addPost: Modal = {
  verb: 'add-post',
  title: 'modal.add-post',
  submit: 'modal.add',
  changes: null,
  ofNoProject: true,
  fields: () => fields,
  confirm: confirmPeople,
};

/** 職を変更: its names, and whether it administers. Who is in it and what it leads stay. */
export const editPost: Modal = {
  verb: 'edit-post',
  title: 'modal.edit-post',
  submit: 'modal.change',
  changes: 'post',
  about: ({ words }) => [words('modal.editPostAbout')],
  fields: () => fields,
  initial: (facts) => {
    const { section, name, isAdministrator } = postIn(facts);
    return { section, name, administrator: isAdministrator ? 'true' : '' };
  },
  confirm: confirmPeople,
};

function postIn({ target }: Facts): PostSnapshot {
  if (target?.snapshot.kind !== 'post') throw new RangeError('no post was gathered');
  return target.snapshot;
}
