import type { ProjectSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import type { ProjectId } from '../../../domain/project.ts';
import { added, changed, decided, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { freeAliases, freeNumber, freeProjectName } from '../fields/project-names.ts';
import { longest, requiredText } from '../fields/text.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new project. Its number is free among all projects, also those retired. */
export const addProject: WriteVerb = {
  verb: 'add-project',
  by: 'administrators',
  changes: null,
  needs: ['projects'],
  decide(fields, context) {
    const read = readProject(fields, { context, self: null });
    if (!read.ok) return read;
    const id = context.newId() as ProjectId;
    const after: ProjectSnapshot = { kind: 'project', ...read.value, retired: false };
    return decided([added(id, after, id)]);
  },
};

/** Renames or renumbers a project, or gives it other aliases. */
export const editProject: WriteVerb = {
  verb: 'edit-project',
  by: 'administrators',
  changes: 'project',
  needs: ['projects'],
  decide(fields, context) {
    const row = targetOf(context, 'project');
    const read = readProject(fields, { context, self: row.target.id });
    if (!read.ok) return read;
    const after: ProjectSnapshot = { ...row.snapshot, ...read.value };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'name', kind: 'unchanged' }]);
    return decided([changed(row, after, row.target.id as ProjectId)]);
  },
};

/** Takes a project off the list, with a reason. Its number stays its own. */
export const retireProject: WriteVerb = {
  verb: 'retire-project',
  by: 'administrators',
  changes: 'project',
  decide(fields, context) {
    const row = targetOf(context, 'project');
    const read = readAll({ reason: requiredText(fields, { field: 'reason', most: longest.reason }) });
    if (!read.ok) return read;
    if (row.snapshot.retired) return refuse([{ field: 'project', kind: 'unchanged' }]);
    const after: ProjectSnapshot = { ...row.snapshot, retired: true };
    return decided([changed(row, after, row.target.id as ProjectId)], read.value);
  },
};

/**
 * Puts a retired project back on the list, under its number and names. Refuses where another project has them by
 * now, as after a merger: that is taken back as a whole.
 */
export const restoreProject: WriteVerb = {
  verb: 'restore-project',
  by: 'administrators',
  changes: 'project',
  needs: ['projects'],
  decide(_fields, context) {
    const row = targetOf(context, 'project');
    const { number, name, aliases, retired } = row.snapshot;
    if (!retired) return refuse([{ field: 'project', kind: 'unchanged' }]);
    const asItWas = { number: String(number), name, aliases: aliases.join('、') };
    const free = readProject(asItWas, { context, self: row.target.id });
    if (!free.ok) return free;
    const after: ProjectSnapshot = { ...row.snapshot, retired: false };
    return decided([changed(row, after, row.target.id as ProjectId)]);
  },
};

function readProject(fields: Fields, { context, self }: { context: WriteContext; self: string | null }) {
  const among = { projects: context.projects, self };
  return readAll({
    number: freeNumber(fields, among),
    name: freeProjectName(fields, among),
    aliases: freeAliases(fields, among),
  });
}
