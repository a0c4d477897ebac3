import type { Change } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { ChangeStore } from './change-ports.ts';

/** The last change of each row, by the id of the row; what nobody has changed since its edition is not in it. */
export type Trail = ReadonlyMap<string, Change>;

/** Older changes than these are left to what the rows themselves tell: who recorded a value, and when. */
const mostChanges = 1_000;

/** Who changed what of the project last; what an edition brought or worded anew last is that edition's. */
export async function readTrail(store: Pick<ChangeStore, 'history'>, projectId: ProjectId): Promise<Trail> {
  const { changes } = await store.history({ projectId, skip: 0, most: mostChanges });
  const trail = new Map<string, Change>();
  // The sets of editions, and those that took such a set back or brought it again.
  const ofEditions = new Set<string>();
  // The newest comes first: of one row the last to be put in has to be the newest.
  for (const change of changes.toReversed()) {
    const { verb, setId, undoes, target } = change;
    if (verb === 'import-edition' || (undoes !== null && ofEditions.has(undoes))) ofEditions.add(setId);
    if (ofEditions.has(setId)) trail.delete(target.id);
    else trail.set(target.id, change);
  }
  return trail;
}
