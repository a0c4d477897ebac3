import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { ChangeSet, ChangeStore } from '../change-ports.ts';
import { whatBecameOf } from './became.ts';
import { mineOf } from './prepare.ts';
import type { WriteRefusal, WriteResult } from './write-result.ts';

type Written = Extract<WriteResult, { readonly kind: 'written' }>;

/** The right was taken away between asking for it and writing: whoever asks again is told what holds now. */
export type LostRight = { readonly kind: 'lost-right' };

/** Writes the set whole. Refuses where a row has changed since it was read, or the right to write it. */
export async function applySet(
  store: ChangeStore,
  set: ChangeSet,
): Promise<Outcome<Written, Exclude<WriteRefusal, { readonly kind: 'may-not-write' }> | LostRight>> {
  const result = await store.apply(set);
  if (result.kind === 'not-allowed') return refuse({ kind: 'lost-right' });
  if (result.kind === 'conflict') {
    const { target, current, last } = result;
    const mine = mineOf(set, target);
    const became = current === null ? await whatBecameOf(store, target) : null;
    if (became === null) return refuse({ kind: 'conflict', target, current, last, mine });
    return refuse({ kind: 'conflict', target: became.current?.target ?? target, ...became, mine });
  }
  const { setId, changes, kind } = result;
  return accept({ kind: 'written', setId, changes, repeated: kind === 'repeated' });
}

/**
 * The refusal, unless it is only the second delivery of what was written: then the row is changed, of course, and
 * the answer is that of the first.
 */
export async function unlessWritten(
  store: ChangeStore,
  { requestKey, refusal }: { readonly requestKey: string; readonly refusal: WriteRefusal },
): Promise<Outcome<Written, WriteRefusal>> {
  const earlier = await store.findRequest(requestKey);
  return earlier === null ? refuse(refusal) : accept({ kind: 'written', ...earlier, repeated: true });
}
