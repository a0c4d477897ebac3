import { refuse } from '../../../domain/outcome.ts';
import { added, decided, removed } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { personOf } from '../fields/choice.ts';
import { longest, optionalText } from '../fields/text.ts';
import { occupancy, occupancyOf } from '../occupancies.ts';
import type { WriteVerb } from '../write-verb.ts';

/** 引継ぎ: all posts of one person (`person`) go to another (`into`), and with them all roles. */
export const handOver: WriteVerb = {
  verb: 'hand-over',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    const read = readAll({
      person: personOf(fields, 'person'),
      into: personOf(fields, 'into'),
      reason: optionalText(fields, { field: 'reason', most: longest.reason }),
    });
    if (!read.ok) return read;
    const { person, into, reason } = read.value;
    if (person === into) return refuse([{ field: 'into', kind: 'unchanged' }]);
    const drafts = context.posts.flatMap((post) => {
      const row = occupancyOf(post, person);
      if (row === null) return [];
      const leaving = removed(row, null);
      // Whoever is in the post already stays in it.
      if (occupancyOf(post, into) !== null) return [leaving];
      return [leaving, added(context.newId(), occupancy(post, into), null)];
    });
    if (drafts.length === 0) return refuse([{ field: 'person', kind: 'unknown-choice' }]);
    return decided(drafts, { reason });
  },
};
