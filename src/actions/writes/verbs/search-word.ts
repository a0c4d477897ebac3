import type { WordSnapshot } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { added, changed, decided, isRowOf, removed, sameSnapshot, targetOf } from '../drafts.ts';
import { readAll } from '../fields/all.ts';
import { freeTerm, isInside, kanaOrNothing, terms } from '../fields/search-words.ts';
import { longest, optionalText } from '../fields/text.ts';
import type { Fields, WriteContext, WriteVerb } from '../write-verb.ts';

/** A word that the search takes as one from now on. */
export const addWord: WriteVerb = {
  verb: 'add-word',
  by: 'administrators',
  changes: null,
  needs: ['search-words'],
  decide(fields, context) {
    const read = readWord(fields, context, null);
    return read.ok ? decided([added(context.newId(), read.value, null)]) : read;
  },
};

/** Another writing, reading or other parts. */
export const editWord: WriteVerb = {
  verb: 'edit-word',
  by: 'administrators',
  changes: 'word',
  needs: ['search-words'],
  decide(fields, context) {
    const row = targetOf(context, 'word');
    const read = readWord(fields, context, row.target.id);
    if (!read.ok) return read;
    return sameSnapshot(read.value, row.snapshot)
      ? refuse([{ field: 'word', kind: 'unchanged' }])
      : decided([changed(row, read.value, null)]);
  },
};

/** The word counts as one no more; a shipped one stays away, too. */
export const removeWord: WriteVerb = {
  verb: 'remove-word',
  by: 'administrators',
  changes: 'word',
  decide(fields, context) {
    const read = readAll({ reason: optionalText(fields, { field: 'reason', most: longest.reason }) });
    return read.ok ? decided([removed(targetOf(context, 'word'), null)], read.value) : read;
  },
};

function readWord(fields: Fields, { searchWords }: WriteContext, self: string | null) {
  const words = searchWords.filter((row) => isRowOf(row, 'word'));
  const others = words.map(({ target: { id }, snapshot: { written } }) => ({ id, name: written }));
  const read = readAll({
    written: freeTerm(fields, { others, self }),
    reading: kanaOrNothing(fields),
    parts: terms(fields, 'parts'),
  });
  if (!read.ok) return read;
  const { written, parts } = read.value;
  const outside = parts.find((part) => !isInside(part, written));
  if (outside !== undefined) {
    return refuse([{ field: 'parts' as const, kind: 'not-inside' as const, part: outside }]);
  }
  const snapshot: WordSnapshot = { kind: 'word', ...read.value };
  return { ok: true as const, value: snapshot };
}
