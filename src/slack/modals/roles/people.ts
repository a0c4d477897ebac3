import { longest } from '../../../actions/writes/fields/text.ts';
import type { Modal } from '../modal.ts';
import { confirmHandOver, confirmPeople } from './confirm.ts';
import { aboutPosts, postField } from './posts.ts';

/** 担当者を登録: somebody takes a post. */
export const assignPerson: Modal = {
  verb: 'assign-person',
  title: 'modal.assign-person',
  submit: 'modal.assign',
  changes: null,
  ofNoProject: true,
  needs: ['posts'],
  about: aboutPosts,
  fields: (facts) =>
    facts.posts.length === 0
      ? []
      : [postField(facts), { kind: 'person', name: 'person', label: 'field.person' }],
  confirm: confirmPeople,
};

/** 担当者を外す: somebody leaves a post. */
export const releasePerson: Modal = {
  ...assignPerson,
  verb: 'release-person',
  title: 'modal.release-person',
  submit: 'modal.release',
};

/** 引き継ぎ: all posts of one person go to another, and the hand-over sheet is printed. */
export const handOver: Modal = {
  verb: 'hand-over',
  title: 'modal.hand-over',
  submit: 'modal.handOver',
  changes: null,
  ofNoProject: true,
  about: ({ words }) => [words('modal.handOverAbout')],
  fields: () => [
    { kind: 'person', name: 'person', label: 'field.handsOver' },
    { kind: 'person', name: 'into', label: 'field.takesOver' },
    { kind: 'text', name: 'reason', label: 'field.reason', most: longest.reason, optional: true },
  ],
  confirm: confirmHandOver,
};
