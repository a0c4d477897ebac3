import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { WordKey } from '../../words/index.ts';
import type { Field } from '../field.ts';
import type { Facts, Modal } from '../modal.ts';

/** 区分を追加: a named part of a project, or of another part. */
export const addStrand: Modal = {
  verb: 'add-strand',
  title: 'modal.add-strand',
  submit: 'modal.add',
  changes: null,
  fields: (facts) => [nameField('field.strandName'), ...strandField('field.parentStrand', facts)],
};

/** 区分を変更. */
export const editStrand: Modal = {
  ...addStrand,
  verb: 'edit-strand',
  title: 'modal.edit-strand',
  submit: 'modal.change',
  changes: 'strand',
  initial,
};

/** WG・協議会を追加: a series of meetings. */
export const addWorkingGroup: Modal = {
  verb: 'add-working-group',
  title: 'modal.add-working-group',
  submit: 'modal.add',
  changes: null,
  fields: (facts) => [nameField('field.groupName'), ...strandField('field.strand', facts)],
};

/** WG・協議会を変更. */
export const editWorkingGroup: Modal = {
  ...addWorkingGroup,
  verb: 'edit-working-group',
  title: 'modal.edit-working-group',
  submit: 'modal.change',
  changes: 'working-group',
  initial,
};

/** 関連事業を追加: a budget programme, national or not, new or not. */
export const addProgramme: Modal = {
  verb: 'add-programme',
  title: 'modal.add-programme',
  submit: 'modal.add',
  changes: null,
  fields: () => [
    nameField('field.programmeName'),
    { kind: 'flag', name: 'national', label: 'field.national', says: 'field.nationalYes', optional: true },
    { kind: 'flag', name: 'isNew', label: 'field.isNew', says: 'field.isNewYes', optional: true },
  ],
};

/** 関連事業を変更. */
export const editProgramme: Modal = {
  ...addProgramme,
  verb: 'edit-programme',
  title: 'modal.edit-programme',
  submit: 'modal.change',
  changes: 'programme',
  initial,
};

function nameField(label: WordKey): Field {
  return { kind: 'text', name: 'name', label, most: longest.name };
}

/** The strand that holds it, where the project has any but the one that is changed. */
function strandField(label: WordKey, { project, target }: Facts): readonly Field[] {
  const others = (project?.strands ?? []).filter(({ id }) => id !== target?.target.id);
  if (others.length === 0) return [];
  const options = others.map(({ id, name }) => ({ value: id, label: name }));
  return [{ kind: 'choice', name: 'strand', label, options, optional: true }];
}

function initial({ target }: Facts): Fields {
  const snapshot = target?.snapshot;
  switch (snapshot?.kind) {
    case 'strand':
      return { name: snapshot.name, strand: snapshot.parentId ?? '' };
    case 'working-group':
      return { name: snapshot.name, strand: snapshot.strandId ?? '' };
    case 'programme':
      return {
        name: snapshot.name,
        national: snapshot.national ? 'true' : '',
        isNew: snapshot.isNew ? 'true' : '',
      };
    default:
      return {};
  }
}
