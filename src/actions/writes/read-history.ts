import type { Change, SnapshotKind } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { noSuchNumber } from '../ask.ts';
import type { ChangeStore, HistoryFilter } from '../change-ports.ts';
import { mayRead, type ReadingPolicy } from '../may-read.ts';
import type { ProjectReader } from '../ports.ts';
import type { AskRefusal } from '../refusal.ts';
import { administratorsOf, rightOf } from './may-write.ts';
import { isUndoable } from './undo.ts';
import type { NotAllowed } from './write-result.ts';

export const historyPageSize = 10;

/** One submission: what it changed, whether it was taken back since, and whether it can be. */
export interface HistoryEntry {
  /** Its newest change, which tells who made all of them, when and why. */
  readonly change: Change;
  /** All of them, in the order in which they were written. */
  readonly changes: readonly Change[];
  readonly undone: boolean;
  readonly undoable: boolean;
}

/** One page of a history, the newest submission first. */
export interface ChangesPage {
  readonly entries: readonly HistoryEntry[];
  /** From 1; a page behind the last is the last. */
  readonly page: number;
  readonly pages: number;
  /** So many submissions in all. */
  readonly total: number;
}

/** One page of the history of a project. */
export interface HistoryPage extends ChangesPage {
  readonly project: ProjectSummary;
}

interface HistoryPorts {
  readonly store: Pick<ChangeStore, 'history' | 'historySets'>;
  readonly reader: ProjectReader;
  readonly policy: ReadingPolicy;
}

/** Which page somebody asks for, and when. */
interface PageRequest {
  readonly person: Person;
  readonly page: number;
  readonly now: Date;
}

/** 履歴: who changed what of the project. Refuses who may not read, and a number that no project has. */
export async function readHistory(
  { store, reader, policy }: HistoryPorts,
  { person, number, ...asked }: PageRequest & { readonly number: number },
): Promise<Outcome<HistoryPage, AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const projects = await reader.listProjects();
  const project = projects.find((each) => each.number === number);
  if (project === undefined) return refuse(noSuchNumber(String(number), projects));
  return accept({ project, ...(await pageOf(store, { projectId: project.id }, asked)) });
}

interface PeopleHistoryPorts {
  readonly store: Pick<ChangeStore, 'history' | 'historySets' | 'standingOf' | 'listPosts' | 'writersOf'>;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
}

/** 権限の履歴: who changed what of posts, people and roles. Only administrators see it. */
export function readPeopleHistory(
  ports: PeopleHistoryPorts,
  asked: PageRequest,
): Promise<Outcome<ChangesPage, NotAllowed>> {
  return readAdministered(ports, ['post', 'occupancy', 'role'], asked);
}

/** 言葉の履歴: who changed what of the words of the search. Only administrators see it. */
export function readWordsHistory(
  ports: PeopleHistoryPorts,
  asked: PageRequest,
): Promise<Outcome<ChangesPage, NotAllowed>> {
  return readAdministered(ports, ['word', 'synonym'], asked);
}

async function readAdministered(
  ports: PeopleHistoryPorts,
  kinds: readonly SnapshotKind[],
  { person, ...asked }: PageRequest,
): Promise<Outcome<ChangesPage, NotAllowed>> {
  const { store, administrators } = ports;
  const writer = { person, standing: await store.standingOf(person.id), administrators };
  if (rightOf(writer, { by: 'administrators', projectId: null }) !== 'write') {
    return refuse({ kind: 'may-not-write', why: 'administrators', ask: await administratorsOf(ports) });
  }
  return accept(await pageOf(store, { kinds }, asked));
}

async function pageOf(
  store: Pick<ChangeStore, 'history' | 'historySets'>,
  filter: Pick<HistoryFilter, 'projectId' | 'kinds'>,
  { page, now }: Omit<PageRequest, 'person'>,
): Promise<ChangesPage> {
  const read = (at: number) =>
    store.historySets({ ...filter, skip: (at - 1) * historyPageSize, most: historyPageSize });
  const wanted = Math.max(1, Math.trunc(page) || 1);
  const first = await read(wanted);
  const pages = Math.max(1, Math.ceil(first.total / historyPageSize));
  const found = wanted > pages ? await read(pages) : first;
  const newest = found.sets.flatMap((changes) => {
    const change = changes.at(-1);
    return change === undefined ? [] : [{ change, changes }];
  });
  const undone = await undoneAmong(
    store,
    newest.map(({ change }) => change.setId),
  );
  return {
    entries: newest.map((each) => ({
      ...each,
      undone: undone.has(each.change.setId),
      undoable: isUndoable(each.change, now) && !undone.has(each.change.setId),
    })),
    page: Math.min(wanted, pages),
    pages,
    total: found.total,
  };
}

/** The sets that another set has taken back, on whatever page that one stands. */
async function undoneAmong(
  store: Pick<ChangeStore, 'history'>,
  sets: readonly string[],
): Promise<ReadonlySet<string | null>> {
  if (sets.length === 0) return new Set();
  const found = await store.history({ undoing: sets, skip: 0, most: 100_000 });
  return new Set(found.changes.map(({ undoes }) => undoes));
}
