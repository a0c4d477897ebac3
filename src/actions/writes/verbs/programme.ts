import type { ProgrammeSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, isRowOf, projectOf, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { flag } from '../fields/choice.ts';
import { freeName } from '../fields/names.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new budget programme (関連事業) of a project. */
export const addProgramme: WriteVerb = {
  verb: 'add-programme',
  by: 'writers',
  changes: null,
  needs: ['rows'],
  decide(fields, context) {
    const read = readProgramme(fields, { context, self: null });
    if (!read.ok) return read;
    const { id } = projectOf(context);
    const after: ProgrammeSnapshot = { kind: 'programme', projectId: id, ...read.value };
    return decided([added(context.newId(), after, id)]);
  },
};

/** Renames a budget programme or marks it as national or new. */
export const editProgramme: WriteVerb = {
  verb: 'edit-programme',
  by: 'writers',
  changes: 'programme',
  needs: ['rows'],
  decide(fields, context) {
    const row = targetOf(context, 'programme');
    const read = readProgramme(fields, { context, self: row.target.id });
    if (!read.ok) return read;
    const after: ProgrammeSnapshot = { ...row.snapshot, ...read.value };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'name', kind: 'unchanged' }]);
    return decided([changed(row, after, after.projectId)]);
  },
};

function readProgramme(fields: Fields, { context, self }: { context: WriteContext; self: string | null }) {
  const others = context.rows
    .filter((row) => isRowOf(row, 'programme'))
    .map(({ target, snapshot }) => ({ id: target.id, name: snapshot.name }));
  return readAll({
    name: freeName(fields, { others, self }),
    national: flag(fields, 'national'),
    isNew: flag(fields, 'isNew'),
  });
}
