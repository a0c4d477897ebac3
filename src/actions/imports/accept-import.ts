import type { Author, Origin, Versioned } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { ProjectId } from '../../domain/project.ts';
import { type Acceptance, acceptedRows, isOpen, type ReviewRow } from '../../reports/review/review.ts';
import { contentOf, type KnownAliases } from '../../reports/review/understood.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';
import type { ChangeSet, ChangeStore, SetEdition } from '../change-ports.ts';
import { keepPublished } from '../reports/editions.ts';
import { administratorsOf, authorOf, guardOf, rightOf } from '../writes/may-write.ts';
import type { NotAllowed } from '../writes/write-result.ts';
import { importDrafts, labelDrafts, withoutInUse } from './import-drafts.ts';
import { type ImportFile, type ImportPorts, type ImportReview, reviewImport } from './review-import.ts';

/** Who accepts: a person of the workspace, asked for the right here and now, or whoever works at the machine. */
export type Accepter =
  | { readonly kind: 'person'; readonly person: Person; readonly administrators: readonly PersonId[] }
  | { readonly kind: 'operator'; readonly author: Author };

export interface AcceptRequest {
  readonly file: ImportFile;
  readonly acceptance: Acceptance;
  readonly by: Accepter;
  /** The same for every delivery of one submission. */
  readonly requestKey: string;
  readonly origin: Origin;
  readonly now: Date;
}

/** What has been written. */
export interface Imported extends ImportReview {
  /** Null where nothing was written. */
  readonly setId: string | null;
  readonly written: readonly ReviewRow[];
  /** What would have gone, but something stands on it. */
  readonly kept: readonly ReviewRow[];
  /** What was left for a person to decide. */
  readonly open: readonly ReviewRow[];
}

export type ImportRefusal =
  | { readonly kind: 'file'; readonly refusal: FileRefusal }
  /** Somebody has changed a row between the reading and the writing: nothing was written, and it is to be looked at again. */
  | { readonly kind: 'overtaken' }
  | NotAllowed;

/**
 * Writes the accepted rows of a table in one transaction with their trail, and the edition beside them; where the table
 * is no other than the store, only that projects are in a newer edition now. A second delivery writes nothing more, nor does a second import of the same table. The
 * table of the file is kept as the edition that was published, so that later ones can be compared with it.
 */
export async function acceptImport(
  ports: ImportPorts,
  request: AcceptRequest,
): Promise<Outcome<Imported, ImportRefusal>> {
  const done = await acceptRows(ports, request);
  if (done.ok && ports.editions !== undefined) {
    const content = contentOf(done.value.edition, await ports.aliases());
    await keepPublished(ports.editions, { content, at: request.now, by: authorOfRequest(request) });
  }
  return done;
}

function authorOfRequest({ by }: AcceptRequest): Author {
  return by.kind === 'operator' ? by.author : { personId: by.person.id, posts: [] };
}

async function acceptRows(
  ports: ImportPorts,
  request: AcceptRequest,
): Promise<Outcome<Imported, ImportRefusal>> {
  const author = await authorisedAuthor(ports.store, request.by);
  if (!author.ok) return author;
  const read = await reviewImport(ports, request);
  if (!read.ok) return refuse({ kind: 'file', refusal: read.refusal });
  const wanted = acceptedRows(read.value.review, request.acceptance);
  const { rows, kept } = withoutInUse(wanted, await storedRows(ports.store, wanted));
  const written = { rows, kept };
  return write(ports, { request, read: read.value, ...written, author: author.value });
}

/** Importing is for administrators: it touches every project. */
export async function mayImport(
  store: ChangeStore,
  { person, administrators }: Extract<Accepter, { kind: 'person' }>,
): Promise<Outcome<Author, NotAllowed>> {
  if (person.standing !== 'member') {
    return refuse({ kind: 'may-not-write', why: 'standing', standing: person.standing });
  }
  const standing = await store.standingOf(person.id);
  const right = rightOf({ person, standing, administrators }, { by: 'administrators', projectId: null });
  if (right === 'write') return accept(authorOf(person.id, standing));
  const ask = await administratorsOf({ store, administrators });
  return refuse({ kind: 'may-not-write', why: 'administrators', ask });
}

async function authorisedAuthor(store: ChangeStore, by: Accepter): Promise<Outcome<Author, NotAllowed>> {
  return by.kind === 'operator' ? accept(by.author) : mayImport(store, by);
}

interface Reading {
  readonly request: AcceptRequest;
  readonly read: ImportReview;
}

async function storedRows(store: ChangeStore, rows: readonly ReviewRow[]): Promise<readonly Versioned[]> {
  const projects = new Set(rows.filter(({ after }) => after === null).map(({ projectId }) => projectId));
  return (await Promise.all([...projects].map((id) => store.rowsOf(id)))).flat();
}

async function write(
  ports: ImportPorts,
  {
    request,
    read,
    rows,
    kept,
    author,
  }: Reading & {
    readonly rows: readonly ReviewRow[];
    readonly kept: readonly ReviewRow[];
    readonly author: Author;
  },
): Promise<Outcome<Imported, ImportRefusal>> {
  const { requestKey, origin, now, by, acceptance } = request;
  const answer = (setId: string | null, written: readonly ReviewRow[]): Imported => ({
    ...read,
    setId,
    written,
    kept,
    open: openRows(read, written),
  });
  const changes = importDrafts(rows, read.review);
  const isLabel = changes.length === 0 && acceptance.kind !== 'chosen';
  const drafts = isLabel ? labelDrafts(read.review, read.moving) : changes;
  if (drafts.length === 0) return accept(answer(null, []));
  const set: ChangeSet = {
    requestKey,
    at: now,
    verb: 'import-edition',
    by: author,
    approvedBy: null,
    reason: null,
    origin,
    undoes: null,
    drafts,
    edition: setEdition(read, rows, await ports.aliases()),
    guard: by.kind === 'person' ? guardOf(by, [{ by: 'administrators', projectId: null }]) : null,
  };
  const result = await ports.store.apply(set);
  if (result.kind === 'not-allowed') return acceptRows(ports, request);
  return result.kind === 'conflict' ? refuse({ kind: 'overtaken' }) : accept(answer(result.setId, rows));
}

function openRows({ review }: ImportReview, written: readonly ReviewRow[]): readonly ReviewRow[] {
  const keys = new Set(written.map(({ key }) => key));
  return review.rows.filter((row) => isOpen(row) && !keys.has(row.key));
}

/** All projects that the table has and the store holds now, changed or not, are in the edition. */
function setEdition(
  { edition, review }: ImportReview,
  rows: readonly ReviewRow[],
  aliases: KnownAliases,
): SetEdition {
  const written = new Set(rows.map(({ id }) => id));
  const projects = review.rows
    .filter(
      ({ kind, after, before, id }) =>
        kind === 'project' && after !== null && (before !== null || written.has(id)),
    )
    .map(({ id }) => id as ProjectId);
  return { content: contentOf(edition, aliases), projects };
}
