import type { ProjectSnapshot } from '../../../domain/change.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import type { ProjectId } from '../../../domain/project.ts';
import { fold } from '../../../text/fold.ts';
import { changed, decided, type RowOf, targetOf } from '../drafts.ts';
import type { FieldReading } from '../fields/all.ts';
import { readAll } from '../fields/all.ts';
import { numberedProject } from '../fields/project.ts';
import { longest, optionalText } from '../fields/text.ts';
import { movedRows } from '../moved-rows.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/**
 * One project becomes part of another: milestones, indicators, strands, working groups and programmes move, the
 * old project is retired, and its number and names become aliases of the other. Roles do not move: who leads the
 * other one goes on leading it.
 */
export const mergeProjects: WriteVerb = {
  verb: 'merge-projects',
  by: 'administrators',
  changes: 'project',
  needs: ['projects', 'rows'],
  decide(fields, context) {
    const from = targetOf(context, 'project');
    const read = readAll({
      into: otherProject(fields, { context, from }),
      reason: optionalText(fields, { field: 'reason', most: longest.reason }),
    });
    if (!read.ok) return read;
    const { into, reason } = read.value;
    if (from.snapshot.retired) return refuse([{ field: 'project', kind: 'unchanged' }]);
    const [source, goal] = [from.target.id as ProjectId, into.target.id as ProjectId];
    const retired: ProjectSnapshot = { ...from.snapshot, aliases: [], retired: true };
    const drafts = [
      ...movedRows({ rows: context.rows, from: source, into: goal }),
      changed(from, retired, source),
      changed(into, withAliases(into.snapshot, from.snapshot), goal),
    ];
    return decided(drafts, { reason });
  },
};

function otherProject(
  fields: Fields,
  { context, from }: { context: WriteContext; from: RowOf<'project'> },
): FieldReading<RowOf<'project'>> {
  if ((fields.into ?? '') === '') return refuse({ field: 'into', kind: 'missing' });
  const found = numberedProject(fields.into ?? '', context.projects);
  return found === null || found.target.id === from.target.id || found.snapshot.retired
    ? refuse({ field: 'into', kind: 'unknown-choice' })
    : accept(found);
}

function withAliases(into: ProjectSnapshot, { number, name, aliases }: ProjectSnapshot): ProjectSnapshot {
  const all = [...into.aliases, String(number), name, ...aliases];
  const known = new Map(all.toReversed().map((alias) => [fold(alias), alias]));
  known.delete(fold(into.name));
  return { ...into, aliases: [...known.values()].toReversed() };
}
