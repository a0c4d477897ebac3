import type { Change } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { ChangeStore } from './change-ports.ts';

/** The last change of each row, by the id of the row; what nobody has changed since its edition is not in it. */
export type Trail = ReadonlyMap<string, Change>;

/** Older changes than these are left to what the rows themselves tell: who recorded a value, and when. */
const mostChanges = 1_000;

/** Who changed what of the project last. */
export async function readTrail(store: Pick<ChangeStore, 'history'>, projectId: ProjectId): Promise<Trail> {
  const { changes } = await store.history({ projectId, skip: 0, most: mostChanges });
  // The newest comes first: of one row the last to be put in has to be the newest.
  return new Map(changes.toReversed().map((change) => [change.target.id, change]));
}
