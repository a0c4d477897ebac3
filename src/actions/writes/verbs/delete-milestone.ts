import { decided, isRowOf, type RowOf, removed, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { longest, requiredText } from '../fields/text.ts';
import type { WriteContext, WriteVerb } from '../write-verb.ts';

/** 削除: takes a milestone out with all that stands below it, with a reason. It stays in the history. */
export const deleteMilestone: WriteVerb = {
  verb: 'delete-milestone',
  by: 'writers',
  changes: 'milestone',
  needs: ['rows'],
  decide(fields, context) {
    const row = targetOf(context, 'milestone');
    const read = readAll({ reason: requiredText(fields, { field: 'reason', most: longest.reason }) });
    if (!read.ok) return read;
    const family = [row, ...below(row.target.id, context)];
    return decided(
      // A part goes before the whole, as it comes back behind it.
      family.toReversed().map((each) => removed(each, each.snapshot.projectId)),
      { reason: read.value.reason },
    );
  },
};

/** Everything below the milestone, a parent before its parts. */
function below(id: string, { rows }: WriteContext): readonly RowOf<'milestone'>[] {
  const milestones = rows.filter((row) => isRowOf(row, 'milestone'));
  const found = new Set([id]);
  const family: RowOf<'milestone'>[] = [];
  let size: number;
  do {
    size = found.size;
    for (const row of milestones) {
      if (found.has(row.target.id) || !found.has(row.snapshot.parentId ?? '')) continue;
      found.add(row.target.id);
      family.push(row);
    }
  } while (found.size > size);
  return family;
}
