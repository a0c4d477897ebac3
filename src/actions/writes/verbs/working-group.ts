import type { WorkingGroupSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, projectOf, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { chosenStrand } from '../fields/choice.ts';
import { freeName } from '../fields/names.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new series of meetings (WG, 協議会, 推進委員会) of a project or of one of its strands. */
export const addWorkingGroup: WriteVerb = {
  verb: 'add-working-group',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const read = readGroup(fields, { context, self: null });
    if (!read.ok) return read;
    const { id } = projectOf(context);
    const { name, strand } = read.value;
    const after: WorkingGroupSnapshot = {
      kind: 'working-group',
      projectId: id,
      strandId: strand?.id ?? null,
      name,
    };
    return decided([added(context.newId(), after, id)]);
  },
};

/** Renames a working group or moves it to another strand. */
export const editWorkingGroup: WriteVerb = {
  verb: 'edit-working-group',
  by: 'writers',
  changes: 'working-group',
  decide(fields, context) {
    const row = targetOf(context, 'working-group');
    const read = readGroup(fields, { context, self: row.target.id });
    if (!read.ok) return read;
    const { name, strand } = read.value;
    const after: WorkingGroupSnapshot = { ...row.snapshot, strandId: strand?.id ?? null, name };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'name', kind: 'unchanged' }]);
    return decided([changed(row, after, after.projectId)]);
  },
};

function readGroup(fields: Fields, { context, self }: { context: WriteContext; self: string | null }) {
  return readAll({
    name: freeName(fields, { others: projectOf(context).workingGroups, self }),
    strand: chosenStrand(fields, context),
  });
}
