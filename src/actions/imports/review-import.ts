import { dayAt } from '../../domain/calendar-day.ts';
import type { Change, Versioned } from '../../domain/change.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import type { ProjectId } from '../../domain/project.ts';
import { inPieces } from '../../reports/pieces.ts';
import type { ReadGrid } from '../../reports/read/find-grid.ts';
import { compare, type StoredTable, withHands } from '../../reports/review/compare.ts';
import type { RowOf } from '../../reports/review/compare-project.ts';
import type { Review } from '../../reports/review/review.ts';
import { type Corrections, noCorrections, understanding } from '../../reports/review/understand.ts';
import type { KnownAliases, UnderstoodEdition } from '../../reports/review/understood.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';
import type { ChangeStore } from '../change-ports.ts';
import type { EditionBook } from '../reports/report-ports.ts';

/** What importing works with. */
export interface ImportPorts {
  readonly store: ChangeStore;
  /** By which other names projects are known that the store does not have yet. */
  readonly aliases: () => Promise<KnownAliases>;
  /** The zone in which the office's days begin. */
  readonly timeZone: string;
  /** Where an edition that was imported is kept as it was published; left out, it is not. */
  readonly editions?: EditionBook;
}

/** A file as it is read, with what a person has put right. */
export interface ImportFile extends ReadGrid {
  readonly corrections?: Corrections;
}

/** What a file says and how it stands to the store. */
export interface ImportReview {
  readonly edition: UnderstoodEdition;
  readonly review: Review;
  /** The projects of the table of which the newest edition so far is an older one. */
  readonly moving: readonly ProjectId[];
}

/** Reads the table and lays it beside the store. Writes nothing. */
export async function reviewImport(
  ports: ImportPorts,
  { file, now }: { readonly file: ImportFile; readonly now: Date },
): Promise<Outcome<ImportReview, FileRefusal>> {
  const { store, aliases } = ports;
  const stored = await storedTable(store);
  const programmes = [...stored.rows.values()].flatMap((rows) => rows.flatMap(programmeName));
  const { grid, problems, corrections = noCorrections } = file;
  const edition = await inPieces(understanding(grid, { corrections, programmes, problems }));
  if (!edition.ok) return edition;
  const known = { newId: () => store.newId(now), aliases: await aliases() };
  const review = await inPieces(compare(edition.value, stored, known));
  const told = new Set(review.rows.filter(({ after }) => after !== null).map(({ projectId }) => projectId));
  const older = await store.projectsBefore(edition.value.key);
  return accept({
    edition: edition.value,
    review: await withNewerHands(ports, { review, asOf: edition.value.asOf }),
    moving: older.filter((id) => told.has(id)),
  });
}

async function storedTable(store: ChangeStore): Promise<StoredTable> {
  const all = (await store.listProjectRows()).filter(
    (row): row is RowOf<'project'> => row.snapshot.kind === 'project',
  );
  const rows = new Map<string, readonly Versioned[]>();
  for (const { target } of all) rows.set(target.id, await store.rowsOf(target.id as ProjectId));
  return { projects: all.filter(({ snapshot }) => !snapshot.retired), rows };
}

function programmeName({ snapshot }: Versioned): readonly string[] {
  return snapshot.kind === 'programme' ? [snapshot.name] : [];
}

/** So many changes of one project are looked through for what people changed. */
const mostChanges = 5_000;

async function withNewerHands(
  { store, timeZone }: ImportPorts,
  { review, asOf }: { review: Review; asOf: UnderstoodEdition['asOf'] },
): Promise<Review> {
  const touched = review.rows.filter(
    ({ difference, before }) => difference !== 'unchanged' && before !== null,
  );
  const projects = new Set(touched.map(({ projectId }) => projectId));
  const changes: Change[] = [];
  for (const projectId of projects) {
    changes.push(...(await store.history({ projectId, skip: 0, most: mostChanges })).changes);
  }
  const dayOf = (at: Date) => dayAt(at, timeZone);
  return withHands(review, changes, { lastDay: asOf.last ?? '', dayOf });
}
