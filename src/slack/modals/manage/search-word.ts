import { longestTerm } from '../../../actions/writes/fields/search-words.ts';
import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { Facts, Modal } from '../modal.ts';
import { confirmSearchWord } from './search-word-confirm.ts';

/** 言葉を追加: a word that the search takes as one. */
export const addWord: Modal = {
  verb: 'add-word',
  title: 'modal.add-word',
  submit: 'modal.add',
  changes: null,
  ofNoProject: true,
  fields: () => [
    { kind: 'text', name: 'word', label: 'field.word', hint: 'hint.word', most: longestTerm },
    {
      kind: 'text',
      name: 'reading',
      label: 'field.reading',
      hint: 'hint.reading',
      most: longestTerm,
      optional: true,
    },
    { kind: 'text', name: 'parts', label: 'field.parts', hint: 'hint.parts', most: 500, optional: true },
  ],
  confirm: confirmSearchWord,
};

/** 言葉を変更. */
export const editWord: Modal = {
  ...addWord,
  verb: 'edit-word',
  title: 'modal.edit-word',
  submit: 'modal.change',
  changes: 'word',
  initial,
  leadsTo: { verb: 'remove-word', label: 'modal.toRemoveWord' },
};

/** 言葉を外す. */
export const removeWord: Modal = {
  verb: 'remove-word',
  title: 'modal.remove-word',
  submit: 'modal.removeWordIt',
  changes: 'word',
  about: (facts) => [facts.words('modal.removeWordAbout', { what: initial(facts).word ?? '' })],
  fields: () => [
    { kind: 'text', name: 'reason', label: 'field.reason', most: longest.reason, optional: true },
  ],
  confirm: confirmSearchWord,
};

function initial({ target }: Facts): Fields {
  if (target?.snapshot.kind !== 'word') return {};
  const { written, reading, parts } = target.snapshot;
  return { word: written, reading: reading ?? '', parts: parts.join('、') };
}
