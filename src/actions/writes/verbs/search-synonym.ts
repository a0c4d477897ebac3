import type { SynonymSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, isRowOf, removed, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { freeTerm, isSameTerm, terms } from '../fields/search-words.ts';
import { longest, optionalText } from '../fields/text.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** What staff say finds from now on what the table writes. */
export const addSynonym: WriteVerb = {
  verb: 'add-synonym',
  by: 'administrators',
  changes: null,
  needs: ['search-words'],
  decide(fields, context) {
    const read = readSynonym(fields, context, null);
    return read.ok ? decided([added(context.newId(), read.value, null)]) : read;
  },
};

/** It finds something else, or is written otherwise. */
export const editSynonym: WriteVerb = {
  verb: 'edit-synonym',
  by: 'administrators',
  changes: 'synonym',
  needs: ['search-words'],
  decide(fields, context) {
    const row = targetOf(context, 'synonym');
    const read = readSynonym(fields, context, row.target.id);
    if (!read.ok) return read;
    return sameSnapshot(read.value, row.snapshot)
      ? refuse([{ field: 'word', kind: 'unchanged' }])
      : decided([changed(row, read.value, null)]);
  },
};

/** It finds only itself from now on; a shipped one stays away, too. */
export const removeSynonym: WriteVerb = {
  verb: 'remove-synonym',
  by: 'administrators',
  changes: 'synonym',
  decide(fields, context) {
    const read = readAll({ reason: optionalText(fields, { field: 'reason', most: longest.reason }) });
    return read.ok ? decided([removed(targetOf(context, 'synonym'), null)], read.value) : read;
  },
};

function readSynonym(fields: Fields, { searchWords }: WriteContext, self: string | null) {
  const synonyms = searchWords.filter((row) => isRowOf(row, 'synonym'));
  const others = synonyms.map(({ target: { id }, snapshot }) => ({ id, name: snapshot.from }));
  const read = readAll({ from: freeTerm(fields, { others, self }), to: terms(fields, 'means') });
  if (!read.ok) return read;
  const { from, to } = read.value;
  if (to.length === 0) return refuse([{ field: 'means' as const, kind: 'missing' as const }]);
  if (to.some((each) => isSameTerm(each, from))) {
    return refuse([{ field: 'means' as const, kind: 'itself' as const }]);
  }
  const snapshot: SynonymSnapshot = { kind: 'synonym', from, to };
  return { ok: true as const, value: snapshot };
}
