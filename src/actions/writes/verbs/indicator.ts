import type { IndicatorSnapshot } from '../../../domain/change.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { refuse } from '../../../domain/outcome.ts';
import { assumedRhythm } from '../../../domain/rhythm.ts';
import { added, changed, decided, projectOf, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { flag } from '../fields/choice.ts';
import { freeName } from '../fields/names.ts';
import { readRhythm } from '../fields/rhythm.ts';
import { readTarget } from '../fields/target.ts';
import { longest, optionalText } from '../fields/text.ts';
import type { FieldProblem, Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A new indicator with its target. */
export const addIndicator: WriteVerb = {
  verb: 'add-indicator',
  by: 'writers',
  changes: null,
  decide(fields, context) {
    const read = readIndicator(fields, { context, self: null });
    if (!read.ok) return read;
    const { goal, rhythm, ...told } = read.value;
    const { id } = projectOf(context);
    const after: IndicatorSnapshot = {
      kind: 'indicator',
      projectId: id,
      unitOnActual: true,
      ...told,
      ...goal,
      rhythm: rhythm(assumedRhythm(goal.target, null)),
    };
    return decided([added(context.newId(), after, id)]);
  },
};

/** Another name, unit, target or comparator. Observations stay as they were reported. */
export const editIndicator: WriteVerb = {
  verb: 'edit-indicator',
  by: 'writers',
  changes: 'indicator',
  decide(fields, context) {
    const row = targetOf(context, 'indicator');
    const read = readIndicator(fields, { context, self: row.target.id });
    if (!read.ok) return read;
    const { goal, rhythm, ...told } = read.value;
    const after: IndicatorSnapshot = {
      ...row.snapshot,
      ...told,
      ...goal,
      rhythm: rhythm(row.snapshot.rhythm),
    };
    if (sameSnapshot(after, row.snapshot)) return refuse([{ field: 'target', kind: 'unchanged' }]);
    const { indicators } = projectOf(context);
    const now = indicators.find(({ id }) => id === row.target.id);
    const problem = now === undefined ? null : otherKind(now, after);
    if (problem !== null) return refuse([problem]);
    return decided([changed(row, after, after.projectId)]);
  },
};

function readIndicator(fields: Fields, { context, self }: { context: WriteContext; self: string | null }) {
  return readAll({
    name: freeName(fields, { others: projectOf(context).indicators, self }),
    goal: readTarget(fields),
    cumulative: flag(fields, 'cumulative'),
    rhythm: readRhythm(fields),
    note: optionalText(fields, { field: 'note', most: longest.note }),
  });
}

/** What has been reported in numbers cannot become a state, nor the other way round. */
function otherKind({ observations }: Indicator, { target }: IndicatorSnapshot): FieldProblem | null {
  if (observations.every(({ value }) => value.kind === target.kind)) return null;
  return { field: 'target', kind: target.kind === 'number' ? 'not-a-state' : 'not-a-number' };
}
