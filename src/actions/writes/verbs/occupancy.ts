import { refuse } from '../../../domain/outcome.ts';
import { added, decided, removed } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { chosenPost, personOf } from '../fields/choice.ts';
import { occupancy, occupancyOf } from '../occupancies.ts';
import type { WriteVerb } from '../write-verb.ts';

/** Somebody takes a post, beside whoever is in it. */
export const assignPerson: WriteVerb = {
  verb: 'assign-person',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    const read = readAll({ post: chosenPost(fields, context), person: personOf(fields, 'person') });
    if (!read.ok) return read;
    const { post, person } = read.value;
    if (occupancyOf(post, person) !== null) return refuse([{ field: 'person', kind: 'unchanged' }]);
    return decided([added(context.newId(), occupancy(post, person), null)]);
  },
};

/** Somebody leaves a post. What the person has written stays theirs. */
export const releasePerson: WriteVerb = {
  verb: 'release-person',
  by: 'administrators',
  changes: null,
  needs: ['posts'],
  decide(fields, context) {
    const read = readAll({ post: chosenPost(fields, context), person: personOf(fields, 'person') });
    if (!read.ok) return read;
    const { post, person } = read.value;
    const row = occupancyOf(post, person);
    if (row === null) return refuse([{ field: 'person', kind: 'unknown-choice' }]);
    return decided([removed(row, null)]);
  },
};
