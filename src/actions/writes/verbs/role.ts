import { type PostId, projectRoles, type RoleSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, projectOf, removed } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { chosenPost, oneOf } from '../fields/choice.ts';
import { roleRowOf } from '../occupancies.ts';
import type { WriteVerb } from '../write-verb.ts';

/** A post becomes lead or deputy of a project; one that is the other already changes over. */
export const grantRole: WriteVerb = {
  verb: 'grant-role',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    if (context.project === null) return refuse([{ field: 'project', kind: 'missing' }]);
    const read = readAll({
      post: chosenPost(fields, context),
      role: oneOf(fields, { field: 'role', words: projectRoles }),
    });
    if (!read.ok) return read;
    const { post, role } = read.value;
    const { id: projectId } = context.project;
    const row = roleRowOf(post, projectId);
    if (row?.snapshot.role === role) return refuse([{ field: 'role', kind: 'unchanged' }]);
    const after: RoleSnapshot = { kind: 'role', postId: post.id as PostId, projectId, role };
    return decided([
      row === null ? added(context.newId(), after, projectId) : changed(row, after, projectId),
    ]);
  },
};

/** A post is no longer lead or deputy of a project. */
export const revokeRole: WriteVerb = {
  verb: 'revoke-role',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    if (context.project === null) return refuse([{ field: 'project', kind: 'missing' }]);
    const read = readAll({ post: chosenPost(fields, context) });
    if (!read.ok) return read;
    const { id } = projectOf(context);
    const row = roleRowOf(read.value.post, id);
    if (row === null) return refuse([{ field: 'post', kind: 'unknown-choice' }]);
    return decided([removed(row, id)]);
  },
};
