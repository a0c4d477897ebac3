import type { SynonymSnapshot, WordSnapshot } from '../domain/change.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { Person } from '../domain/person.ts';
import { fold } from '../text/fold.ts';
import type { ChangeStore } from './change-ports.ts';
import { mayRead, type ReadingPolicy } from './may-read.ts';
import type { AskRefusal } from './refusal.ts';

/** A word or synonym of the search, to be shown and changed. */
export interface SearchWordRow {
  readonly id: string;
  readonly snapshot: WordSnapshot | SynonymSnapshot;
}

/**
 * The words of the search that hold what was typed, in writing, reading or meaning; all where nothing was. Synonyms
 * come first, since they are what people change; of each kind those in Latin letters last. Refuses who may not read.
 */
export async function listSearchWords(
  { store, policy }: { readonly store: Pick<ChangeStore, 'listSearchWords'>; readonly policy: ReadingPolicy },
  { person, typed }: { readonly person: Person; readonly typed: string },
): Promise<Outcome<readonly SearchWordRow[], AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const rows = (await store.listSearchWords()).flatMap(({ target: { id }, snapshot }) =>
    snapshot.kind === 'word' || snapshot.kind === 'synonym' ? [{ id, snapshot }] : [],
  );
  const wanted = fold(typed);
  const found = rows.filter(({ snapshot }) => textsOf(snapshot).some((text) => fold(text).includes(wanted)));
  return accept(found.toSorted((a, b) => placeOf(a) - placeOf(b)));
}

function placeOf({ snapshot }: SearchWordRow): number {
  const [first = ''] = textsOf(snapshot);
  return (snapshot.kind === 'synonym' ? 0 : 2) + (/^[!-~]/.test(first) ? 1 : 0);
}

function textsOf(snapshot: SearchWordRow['snapshot']): readonly string[] {
  return snapshot.kind === 'word'
    ? [snapshot.written, snapshot.reading ?? '', ...snapshot.parts]
    : [snapshot.from, ...snapshot.to];
}
