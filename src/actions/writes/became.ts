import type { Change, Target, Versioned } from '../../domain/change.ts';
import type { ChangeStore } from '../change-ports.ts';

/** What became of a row that is not there: what stands in its place (null: nothing) and who did that. */
export interface Became {
  readonly current: Versioned | null;
  readonly last: Change;
}

/** More corrections of one value nobody makes while a form is open. */
const mostCorrections = 50;

/**
 * What became of a row that is not there any more; null where there never was one. A value that was corrected has
 * another in its place: the correction withdraws one and adds the other in one set.
 */
export async function whatBecameOf(
  store: Pick<ChangeStore, 'read' | 'history'>,
  gone: Target,
): Promise<Became | null> {
  let last = await lastChangeOf(store, gone);
  for (let count = 0; last !== null && count < mostCorrections; count += 1) {
    const replacement = await replacedBy(store, last);
    if (replacement === null) return { current: null, last };
    const current = await store.read(replacement);
    const after = await lastChangeOf(store, replacement);
    if (current !== null || after === null) return { current, last: after ?? last };
    last = after;
  }
  return last === null ? null : { current: null, last };
}

async function lastChangeOf({ history }: Pick<ChangeStore, 'history'>, target: Target) {
  return (await history({ target, skip: 0, most: 1 })).changes[0] ?? null;
}

/** The value that was added where this one was withdrawn. */
async function replacedBy(
  { history }: Pick<ChangeStore, 'history'>,
  { setId, before }: Change,
): Promise<Target | null> {
  if (before?.kind !== 'observation') return null;
  const { changes } = await history({ setId, skip: 0, most: 1_000 });
  const added = changes.find(
    ({ before: was, after }) =>
      was === null && after?.kind === 'observation' && after.indicatorId === before.indicatorId,
  );
  return added?.target ?? null;
}
