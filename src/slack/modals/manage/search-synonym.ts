import { longestTerm } from '../../../actions/writes/fields/search-words.ts';
import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { Facts, Modal } from '../modal.ts';
import { confirmSearchWord } from './search-word-confirm.ts';

/** 言い換えを追加: what staff say, and what the table writes for it. */
export const addSynonym: Modal = {
  verb: 'add-synonym',
  title: 'modal.add-synonym',
  submit: 'modal.add',
  changes: null,
  ofNoProject: true,
  fields: () => [
    { kind: 'text', name: 'word', label: 'field.said', hint: 'hint.said', most: longestTerm },
    { kind: 'text', name: 'means', label: 'field.means', hint: 'hint.means', most: 500 },
  ],
  confirm: confirmSearchWord,
};

/** 言い換えを変更. */
export const editSynonym: Modal = {
  ...addSynonym,
  verb: 'edit-synonym',
  title: 'modal.edit-synonym',
  submit: 'modal.change',
  changes: 'synonym',
  initial,
  leadsTo: { verb: 'remove-synonym', label: 'modal.toRemoveSynonym' },
};

/** 言い換えを外す. */
export const removeSynonym: Modal = {
  verb: 'remove-synonym',
  title: 'modal.remove-synonym',
  submit: 'modal.removeWordIt',
  changes: 'synonym',
  about: (facts) => {
    const { word = '', means = '' } = initial(facts);
    return [facts.words('modal.removeWordAbout', { what: `${word} → ${means}` })];
  },
  fields: () => [
    { kind: 'text', name: 'reason', label: 'field.reason', most: longest.reason, optional: true },
  ],
  confirm: confirmSearchWord,
};

function initial({ target }: Facts): Fields {
  if (target?.snapshot.kind !== 'synonym') return {};
  const { from, to } = target.snapshot;
  return { word: from, means: to.join('、') };
}
