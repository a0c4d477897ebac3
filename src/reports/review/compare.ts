import type { Change, Versioned } from '../../domain/change.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { Pieces } from '../pieces.ts';
import { compareProject, goneRow, type RowOf } from './compare-project.ts';
import type { Review, ReviewRow } from './review.ts';
import { matchByText } from './similar.ts';
import {
  aliasesOnce,
  type KnownAliases,
  type UnderstoodEdition,
  type UnderstoodProject,
} from './understood.ts';

/** The store as far as a table can speak of it. */
export interface StoredTable {
  /** Of all projects that are not retired. */
  readonly projects: readonly RowOf<'project'>[];
  /** The rows of each, by id of the project. */
  readonly rows: ReadonlyMap<string, readonly Versioned[]>;
}

/** Compares what was understood with the store, a project at a time. Pure; `newId` makes the ids of what is new. */
export function* compare(
  edition: UnderstoodEdition,
  stored: StoredTable,
  { newId, aliases }: { readonly newId: () => string; readonly aliases: KnownAliases },
): Pieces<Review> {
  const unread = edition.problems.flatMap((problem) =>
    problem.kind === 'mixed-values' || problem.kind === 'unread-indicator' ? [problem.text] : [],
  );
  const pairs = matchProjects(edition.projects, stored.projects);
  const rows: ReviewRow[] = [];
  const give = aliasesOnce(
    aliases,
    stored.projects.flatMap(({ snapshot }) => snapshot.aliases),
  );
  for (const [project, own] of pairs) {
    yield;
    const held = own === null ? [] : (stored.rows.get(own.target.id) ?? []);
    rows.push(...compareProject(project, { own, stored: held, newId, give, unread }));
  }
  const spoken = new Set([...pairs.values()].map((own) => own?.target.id));
  const gone = stored.projects.filter(({ target }) => !spoken.has(target.id));
  return { rows: [...rows, ...gone.map(goneProject)] };
}

/** By name, and where the name is another, by number. */
function matchProjects(
  projects: readonly UnderstoodProject[],
  stored: readonly RowOf<'project'>[],
): ReadonlyMap<UnderstoodProject, RowOf<'project'> | null> {
  const { matches, left } = matchByText(projects, stored, {
    textOf: ({ name }) => name,
    textIn: ({ snapshot }) => snapshot.name,
  });
  return new Map(
    matches.map(({ of, with: own }) => [
      of,
      own ?? left.find(({ snapshot }) => snapshot.number === of.number) ?? null,
    ]),
  );
}

function goneProject(row: RowOf<'project'>): ReviewRow {
  return goneRow({ projectNumber: row.snapshot.number, projectId: row.target.id as ProjectId }, row);
}

/**
 * The review with what people changed after the edition's month marked: their word is newer than the table's.
 * `changes`, newest first, of all rows that the table would change; `lastDay` is the last of the month, in the
 * calendar of the office, which `dayOf` gives.
 */
export function withHands(
  review: Review,
  changes: readonly Change[],
  { lastDay, dayOf }: { readonly lastDay: string; readonly dayOf: (at: Date) => string },
): Review {
  const imports = new Set(changes.filter(({ verb }) => verb === 'import-edition').map(({ setId }) => setId));
  const last = new Map<string, Change>();
  for (const change of changes) if (!last.has(change.target.id)) last.set(change.target.id, change);
  const byHand = ({ verb, undoes }: Change) =>
    verb !== 'import-edition' && (undoes === null || !imports.has(undoes));
  return {
    rows: review.rows.map((row) => {
      const change = row.before === null ? undefined : last.get(row.before.target.id);
      const newer = change !== undefined && byHand(change) && dayOf(change.at) > lastDay;
      return newer && row.difference !== 'unchanged'
        ? { ...row, newerByHand: { by: change.by, at: change.at } }
        : row;
    }),
  };
}
