import { longest } from '../../../actions/writes/fields/text.ts';
import type { ProjectSnapshot } from '../../../domain/change.ts';
import type { Field } from '../field.ts';
import type { Facts, Modal } from '../modal.ts';

const fields: readonly Field[] = [
  { kind: 'text', name: 'number', label: 'field.number', hint: 'hint.number', most: 20 },
  { kind: 'text', name: 'name', label: 'field.projectName', most: longest.name },
  {
    kind: 'text',
    name: 'aliases',
    label: 'field.aliases',
    hint: 'hint.aliases',
    most: 3_000,
    multiline: true,
    optional: true,
  },
];

/** プロジェクトを追加: the number that comes next is filled in. */
export const addProject: Modal = {
  verb: 'add-project',
  title: 'modal.add-project',
  submit: 'modal.add',
  changes: null,
  ofNoProject: true,
  needs: ['projects'],
  fields: () => fields,
  initial: ({ others }) => ({ number: String(Math.max(0, ...others.map(({ number }) => number)) + 1) }),
};

/** プロジェクトを変更: its number, name and other names. */
export const editProject: Modal = {
  verb: 'edit-project',
  title: 'modal.edit-project',
  submit: 'modal.change',
  changes: 'project',
  fields: () => fields,
  initial: (facts) => {
    const { number, name, aliases } = projectIn(facts);
    return { number: String(number), name, aliases: aliases.join('、') };
  },
};

/** プロジェクトを終了, and why. */
export const retireProject: Modal = {
  verb: 'retire-project',
  title: 'modal.retire-project',
  submit: 'modal.retire',
  changes: 'project',
  about: (facts) => [facts.words('modal.retireAbout', { project: titleOf(facts) })],
  fields: () => [
    { kind: 'text', name: 'reason', label: 'field.reason', most: longest.reason, multiline: true },
  ],
};

/** プロジェクトを統合: one becomes part of another. */
export const mergeProjects: Modal = {
  verb: 'merge-projects',
  title: 'modal.merge-projects',
  submit: 'modal.merge',
  changes: 'project',
  needs: ['projects'],
  about: (facts) => [facts.words('modal.mergeAbout', { project: titleOf(facts) })],
  fields: (facts) => [
    {
      kind: 'choice',
      name: 'into',
      label: 'field.into',
      options: facts.others
        .filter(({ id }) => id !== facts.target?.target.id)
        .map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` })),
    },
    { kind: 'text', name: 'reason', label: 'field.reason', most: longest.reason, optional: true },
  ],
};

function projectIn({ target }: Facts): ProjectSnapshot {
  if (target?.snapshot.kind !== 'project') throw new RangeError('no project was gathered');
  return target.snapshot;
}

function titleOf(facts: Facts): string {
  const { number, name } = projectIn(facts);
  return `${number}. ${name}`;
}
