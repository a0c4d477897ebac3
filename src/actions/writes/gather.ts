import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Snapshot, Target, Versioned } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Project, ProjectId } from '../../domain/project.ts';
import type { ChangeStore } from '../change-ports.ts';
import type { ProjectReader } from '../ports.ts';
import { whatBecameOf } from './became.ts';
import { numberedProject } from './fields/project.ts';
import type { WriteRefusal } from './write-result.ts';
import type { Fields, WriteContext, WriteVerb } from './write-verb.ts';

/** What the actions that write work with. */
export interface WritePorts {
  readonly store: ChangeStore;
  readonly reader: ProjectReader;
  /** Administrators by configuration (ADMIN_USER_IDS). */
  readonly administrators: readonly PersonId[];
}

/** What a verb is to be decided on. */
export interface Asked {
  readonly verb: WriteVerb;
  readonly fields: Fields;
  /** Of the project that a new row belongs to; a row that is there knows its own. */
  readonly projectNumber: number | null;
  readonly target: Target | null;
  readonly now: Date;
  readonly today: CalendarDay;
}

export interface Gathered {
  readonly context: WriteContext;
  /** The project whose people decide: that of the row as the store has it, whatever the form says. */
  readonly projectId: ProjectId | null;
}

/** Reads all that the verb decides on. Refuses where the row or the project is not there. */
export async function gather(
  { store, reader }: WritePorts,
  { verb, fields, projectNumber, target: asked, now, today }: Asked,
): Promise<Outcome<Gathered, WriteRefusal>> {
  const target = verb.changes === null || asked?.kind !== verb.changes ? null : await store.read(asked);
  if (verb.changes !== null && target === null) return refuse(await goneOrReplaced(store, { verb, asked }));
  const owner = target === null ? null : await ownerOf(target, store);
  const project =
    target === null
      ? await (projectNumber === null ? null : reader.findProject(projectNumber))
      : await findById(owner, reader);
  const projectId = owner ?? project?.id ?? null;
  if (project === null && needsProject({ verb, projectNumber }))
    return refuse({ kind: 'gone', target: asked });
  if (project !== null && target !== null && !holds(project, target)) {
    return refuse({ kind: 'gone', target: asked });
  }
  const needs = verb.needs ?? [];
  const projects = needs.includes('projects') ? await store.listProjectRows() : [];
  const posts = needs.includes('posts') ? await store.listPosts() : [];
  const searchWords = needs.includes('search-words') ? await store.listSearchWords() : [];
  const into = numberedProject(fields.into ?? '', projects)?.target.id as ProjectId | undefined;
  const rows = needs.includes('rows') ? await rowsOf(store, [projectId, into ?? null]) : [];
  const newId = () => store.newId(now);
  return accept({
    context: { today, project, target, projects, posts, rows, searchWords, newId },
    projectId,
  });
}

/** Somebody took the row away, or put another in its place, while the form was open. */
async function goneOrReplaced(
  store: ChangeStore,
  { verb, asked }: { readonly verb: WriteVerb; readonly asked: Target | null },
): Promise<WriteRefusal> {
  const became = asked?.kind === verb.changes ? await whatBecameOf(store, asked) : null;
  if (asked === null || became === null) return { kind: 'gone', target: asked };
  return { kind: 'conflict', target: became.current?.target ?? asked, ...became, mine: null };
}

/** Only verbs of administrators do without a project, unless they name one. */
function needsProject({ verb, projectNumber }: Pick<Asked, 'verb' | 'projectNumber'>): boolean {
  return verb.by === 'writers' || (verb.changes === null && projectNumber !== null);
}

/** A value that is corrected must still be one of its indicator's. */
function holds({ indicators }: Project, { snapshot }: Versioned): boolean {
  return snapshot.kind !== 'observation' || indicators.some(({ id }) => id === snapshot.indicatorId);
}

async function ownerOf(row: Versioned, store: ChangeStore): Promise<ProjectId | null> {
  const { snapshot } = row;
  if (snapshot.kind === 'project') return row.target.id as ProjectId;
  if (snapshot.kind !== 'observation') return projectIdOf(snapshot);
  const indicator = await store.read({ kind: 'indicator', id: snapshot.indicatorId });
  return indicator === null ? null : projectIdOf(indicator.snapshot);
}

function projectIdOf(snapshot: Snapshot): ProjectId | null {
  return 'projectId' in snapshot ? snapshot.projectId : null;
}

async function findById(id: ProjectId | null, reader: ProjectReader): Promise<Project | null> {
  const found = (await reader.listProjects()).find((project) => project.id === id);
  return found === undefined ? null : reader.findProject(found.number);
}

async function rowsOf(
  store: ChangeStore,
  projects: readonly (ProjectId | null)[],
): Promise<readonly Versioned[]> {
  const ids = new Set(projects.filter((id) => id !== null));
  return (await Promise.all([...ids].map((id) => store.rowsOf(id)))).flat();
}
