import type { WritableVerb } from '../../../src/actions/writes/index.ts';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { Target } from '../../../src/domain/change.ts';

/** Rows of project 8 as a form was filled in on them. */
export const seminar = { target: { kind: 'milestone', id: 'セミナー' }, version: 1 } as const;
export const projectRow = { target: { kind: 'project', id: 'project-8' }, version: 1 } as const;

export const row = (kind: Target['kind'], id: string) => ({ target: { kind, id }, version: 1 });

/** One of each verb that an administrator can submit to the two projects. */
export const submissions: readonly (readonly [WritableVerb, Fields, ReturnType<typeof row> | null])[] = [
  ['record-milestone', { text: 'a', when: 'R2.8' }, null],
  ['plan-event', { text: 'a', when: 'R2.11' }, null],
  ['complete-event', { when: 'R2.6.11' }, row('milestone', '協議会')],
  ['postpone-event', { when: 'R3.2', reason: 'a' }, row('milestone', 'セミナー')],
  ['cancel-event', { reason: 'a' }, row('milestone', 'セミナー')],
  ['sharpen-event', { when: 'R2.11' }, row('milestone', '秋の実証')],
  ['edit-milestone', { text: 'b' }, row('milestone', 'セミナー')],
  ['delete-milestone', { reason: 'a' }, row('milestone', 'セミナー')],
  ['record-observation', { indicator: 'indicator', value: '25', when: 'R2.8' }, null],
  ['correct-observation', { value: '21', when: 'R2.3' }, row('observation', 'second')],
  ['add-indicator', { name: 'n', target: '5', unit: '社' }, null],
  ['edit-indicator', { name: '導入件数', target: '40', unit: '件' }, row('indicator', 'indicator')],
  ['add-project', { number: '12', name: 'n' }, null],
  ['edit-project', { number: '12', name: 'n' }, row('project', 'project-8')],
  ['retire-project', { reason: 'a' }, row('project', 'project-8')],
  ['restore-project', {}, row('project', 'project-10')],
  ['merge-projects', { into: '9' }, row('project', 'project-8')],
  ['add-strand', { name: 'n' }, null],
  ['edit-strand', { name: 'n' }, row('strand', 'ai')],
  ['add-working-group', { name: 'n' }, null],
  ['edit-working-group', { name: 'n' }, row('working-group', 'wg')],
  ['add-programme', { name: 'n' }, null],
  ['edit-programme', { name: 'n' }, row('programme', 'project-8-programme-0')],
  ['add-post', { section: 's', name: 'n' }, null],
  ['edit-post', { section: 's', name: 'n' }, row('post', 'leading')],
  ['assign-person', { post: 'leading', person: 'U0NEW' }, null],
  ['release-person', { post: 'leading', person: 'U0LEAD' }, null],
  ['grant-role', { post: 'other', role: 'deputy' }, null],
  ['revoke-role', { post: 'leading' }, null],
  ['hand-over', { person: 'U0LEAD', into: 'U0NEW' }, null],
  ['add-word', { word: 'w' }, null],
  ['edit-word', { word: 'w', reading: 'わ' }, row('word', 'word')],
  ['remove-word', {}, row('word', 'word')],
  ['add-synonym', { word: 's', means: 'm' }, null],
  ['edit-synonym', { word: 's', means: 'm' }, row('synonym', 'synonym')],
  ['remove-synonym', {}, row('synonym', 'synonym')],
];
