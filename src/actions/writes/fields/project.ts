import type { Versioned } from '../../../domain/change.ts';
import { foldWidth } from '../../../text/fold.ts';
import { isRowOf, type RowOf } from '../drafts.ts';

/** The row of the project with the number that is written; null where there is none. */
export function numberedProject(written: string, projects: readonly Versioned[]): RowOf<'project'> | null {
  const text = foldWidth(written);
  const found = projects.find((row) => isRowOf(row, 'project') && String(row.snapshot.number) === text);
  return found !== undefined && isRowOf(found, 'project') ? found : null;
}
