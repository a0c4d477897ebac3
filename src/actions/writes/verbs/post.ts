import type { PostSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { fold } from '../../../text/fold.ts';
import { added, changed, decided, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { flag } from '../fields/choice.ts';
import { longest, requiredText } from '../fields/text.ts';
import type { FieldProblem, Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new post, by section and name: 産業政策課 主任. */
export const addPost: WriteVerb = {
  verb: 'add-post',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    const read = readPost(fields);
    if (!read.ok) return read;
    const after: PostSnapshot = { kind: 'post', ...read.value };
    const problem = taken(after, { context, self: null });
    return problem === null ? decided([added(context.newId(), after, null)]) : refuse([problem]);
  },
};

/** Renames a post or makes it one that administers. Who occupies it and its roles stay. */
export const editPost: WriteVerb = {
  verb: 'edit-post',
  by: 'administrators',
  changes: 'post',
  needs: ['posts'],
  decide(fields, context) {
    const row = targetOf(context, 'post');
    const read = readPost(fields);
    if (!read.ok) return read;
    const after: PostSnapshot = { kind: 'post', ...read.value };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'name', kind: 'unchanged' }]);
    const problem = taken(after, { context, self: row.target.id });
    return problem === null ? decided([changed(row, after, null)]) : refuse([problem]);
  },
};

function readPost(fields: Fields) {
  return readAll({
    section: requiredText(fields, { field: 'section', most: longest.name }),
    name: requiredText(fields, { field: 'name', most: longest.name }),
    isAdministrator: flag(fields, 'administrator'),
  });
}

function taken(
  { section, name }: PostSnapshot,
  { context, self }: { context: WriteContext; self: string | null },
): FieldProblem | null {
  const same = context.posts.find(
    (post) => post.id !== self && fold(post.section) === fold(section) && fold(post.name) === fold(name),
  );
  return same === undefined ? null : { field: 'name', kind: 'taken', by: `${same.section} ${same.name}` };
}
