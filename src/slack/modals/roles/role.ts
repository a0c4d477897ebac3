import { projectRoles } from '../../../domain/change.ts';
import type { Modal } from '../modal.ts';
import { confirmPeople } from './confirm.ts';
import { aboutPosts, postField } from './posts.ts';

/** 役割を追加: a post becomes lead or deputy of a project. */
export const grantRole: Modal = {
  verb: 'grant-role',
  title: 'modal.grant-role',
  submit: 'modal.grant',
  changes: null,
  needs: ['posts'],
  about: aboutPosts,
  fields: (facts) =>
    facts.posts.length === 0
      ? []
      : [
          postField(facts),
          {
            kind: 'choice',
            name: 'role',
            label: 'field.role',
            options: projectRoles.map((role) => ({ value: role, label: facts.words(`part.${role}`) })),
          },
        ],
  confirm: confirmPeople,
};

/** 役割を外す: a post is no longer lead or deputy of a project. */
export const revokeRole: Modal = {
  verb: 'revoke-role',
  title: 'modal.revoke-role',
  submit: 'modal.revoke',
  changes: null,
  needs: ['posts'],
  about: aboutPosts,
  fields: (facts) => (facts.posts.length === 0 ? [] : [postField(facts)]),
  confirm: confirmPeople,
};
