import type { Change } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { noSuchNumber } from '../ask.ts';
import type { ChangeStore } from '../change-ports.ts';
import { mayRead, type ReadingPolicy } from '../may-read.ts';
import type { ProjectReader } from '../ports.ts';
import type { AskRefusal } from '../refusal.ts';
import { isUndoable } from './undo.ts';

export const historyPageSize = 10;

/** One page of the history of a project, the newest change first. */
export interface HistoryPage {
  readonly project: ProjectSummary;
  readonly entries: readonly { readonly change: Change; readonly undoable: boolean }[];
  /** From 1; a page behind the last is the last. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

interface HistoryPorts {
  readonly store: Pick<ChangeStore, 'history'>;
  readonly reader: ProjectReader;
  readonly policy: ReadingPolicy;
}

interface HistoryRequest {
  readonly person: Person;
  readonly number: number;
  readonly page: number;
  readonly now: Date;
}

/** 履歴: who changed what of the project. Refuses who may not read, and a number that no project has. */
export async function readHistory(
  { store, reader, policy }: HistoryPorts,
  { person, number, page, now }: HistoryRequest,
): Promise<Outcome<HistoryPage, AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const projects = await reader.listProjects();
  const project = projects.find((each) => each.number === number);
  if (project === undefined) return refuse(noSuchNumber(String(number), projects));
  const read = (at: number) =>
    store.history({ projectId: project.id, skip: (at - 1) * historyPageSize, most: historyPageSize });
  const wanted = Math.max(1, Math.trunc(page) || 1);
  const first = await read(wanted);
  const pages = Math.max(1, Math.ceil(first.total / historyPageSize));
  const found = wanted > pages ? await read(pages) : first;
  return accept({
    project,
    entries: found.changes.map((change) => ({ change, undoable: isUndoable(change, now) })),
    page: Math.min(wanted, pages),
    pages,
    total: found.total,
  });
}
