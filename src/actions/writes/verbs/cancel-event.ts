import { refuse } from '../../../domain/outcome.ts';
import { changed, decided, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { longest, requiredText } from '../fields/text.ts';
import { isOpen } from '../occurrence.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 中止: a planned event will not take place, with a reason. Its dates stay. */
export const cancelEvent: WriteVerb = {
  verb: 'cancel-event',
  by: 'writers',
  changes: 'milestone',
  decide(fields, context) {
    const row = targetOf(context, 'milestone');
    const { snapshot } = row;
    if (!isOpen(snapshot)) return refuse([{ field: 'reason', kind: 'wrong-state', state: snapshot.state }]);
    const read = readAll({ reason: requiredText(fields, { field: 'reason', most: longest.reason }) });
    if (!read.ok) return read;
    const { reason } = read.value;
    return decided([changed(row, { ...snapshot, state: 'cancelled' }, snapshot.projectId)], { reason });
  },
};
