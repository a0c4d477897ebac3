import type { StrandSnapshot } from '../../../domain/change.ts';
import type { StrandId } from '../../../domain/milestone.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, projectOf, sameSnapshot, targetOf } from '../drafts.ts';
import { type FieldReading, readAll } from '../fields/all.ts';
import { chosenStrand } from '../fields/choice.ts';
import { freeName } from '../fields/names.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new named part of a project; `strand` is the one that holds it. */
export const addStrand: WriteVerb = {
  verb: 'add-strand',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const read = readStrand(fields, { context, self: null });
    if (!read.ok) return read;
    const { id } = projectOf(context);
    const after: StrandSnapshot = { kind: 'strand', projectId: id, ...read.value };
    return decided([added(context.newId(), after, id)]);
  },
};

/** Renames a strand or puts it under another one. */
export const editStrand: WriteVerb = {
  verb: 'edit-strand',
  by: 'writers',
  changes: 'strand',
  decide(fields, context) {
    const row = targetOf(context, 'strand');
    const read = readStrand(fields, { context, self: row.target.id });
    if (!read.ok) return read;
    const after: StrandSnapshot = { ...row.snapshot, ...read.value };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'name', kind: 'unchanged' }]);
    return decided([changed(row, after, after.projectId)]);
  },
};

function readStrand(fields: Fields, { context, self }: { context: WriteContext; self: string | null }) {
  return readAll({
    name: freeName(fields, { others: projectOf(context).strands, self }),
    parentId: readParent(fields, { context, self }),
  });
}

/** The strand that holds it: neither the strand itself nor one of its own parts. */
function readParent(
  fields: Fields,
  { context, self }: { context: WriteContext; self: string | null },
): FieldReading<StrandId | null> {
  const read = chosenStrand(fields, context);
  if (!read.ok) return read;
  const { strands } = projectOf(context);
  const holders = new Set<string>();
  let holder = read.value;
  while (holder !== null && !holders.has(holder.id)) {
    holders.add(holder.id);
    const { parentId } = holder;
    holder = strands.find(({ id }) => id === parentId) ?? null;
  }
  return self !== null && holders.has(self)
    ? refuse({ field: 'strand', kind: 'unknown-choice' })
    : accept(read.value?.id ?? null);
}
