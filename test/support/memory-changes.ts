import type {
  ChangeStore,
  HistoryFilter,
  PostRecord,
  SetsFilter,
  Standing,
} from '../../src/actions/change-ports.ts';
import type { ProjectReader } from '../../src/actions/ports.ts';
import type { Change, Snapshot, Target, Versioned } from '../../src/domain/change.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Project, ProjectId } from '../../src/domain/project.ts';
import { memoryProposals } from './memory-proposals.ts';
import { memoryReader } from './memory-reader.ts';
import { ofKind, projectFrom, rowsOfProject } from './memory-rows.ts';
import { isOf, memoryTable } from './memory-table.ts';

/** A store in memory, for tests of what decides on writes. */
export interface MemoryChanges {
  readonly store: ChangeStore;
  /** Reads the projects as they stand after all writes. */
  readonly reader: ProjectReader;
  /** Changes a row behind everybody's back. */
  readonly overtake: (target: Target, after: Snapshot | null) => void;
  readonly changes: readonly Change[];
  readonly rows: () => readonly Versioned[];
}

/** A store that holds the projects and further rows (posts, occupancies, roles). */
export function memoryChanges(
  projects: readonly Project[],
  more: readonly (readonly [id: string, snapshot: Snapshot])[] = [],
): MemoryChanges {
  const given = more.map(([id, snapshot]) => ({ target: { kind: snapshot.kind, id }, version: 1, snapshot }));
  const table = memoryTable([...projects.flatMap(rowsOfProject), ...given]);
  const { rows, changes } = table;
  const standingOf = (person: PersonId) => standingFrom(postsFrom(rows()), person);
  const proposals = memoryProposals(standingOf);
  const store: ChangeStore = {
    newId: () => table.newId('row'),
    read: async (target) => table.read(target),
    readAll: async (targets) => targets.flatMap((target) => table.read(target) ?? []),
    projectsBefore: async () => ofKind(rows(), 'project').map(({ target }) => target.id as ProjectId),
    findRequest: async (key) => table.request(key),
    listProjectRows: async () => ofKind(rows(), 'project'),
    rowsOf: async (project) => rowsIn(rows(), project),
    apply: async (set) => {
      const { guard } = set;
      const isAllowed = guard === null || guard.allows(standingOf(guard.person));
      return isAllowed || table.request(set.requestKey) !== null
        ? table.apply(set, proposals.close)
        : { kind: 'not-allowed' };
    },
    history: async (filter) => historyOf(changes, filter),
    historySets: async (filter) => setsOf(changes, filter),
    standingOf: async (person) => standingOf(person),
    writersOf: async (project) => writersFrom(postsFrom(rows()), project),
    listPosts: async () => postsFrom(rows()),
    listSearchWords: async () => [...ofKind(rows(), 'word'), ...ofKind(rows(), 'synonym')],
    ...proposals.store,
  };
  const overtake = (target: Target, after: Snapshot | null) => table.write({ target, after });
  return { store, reader: readerOf(rows), overtake, changes, rows };
}

function historyOf(
  changes: readonly Change[],
  { projectId, target, setId, undoing, kinds, skip, most }: HistoryFilter,
): Awaited<ReturnType<ChangeStore['history']>> {
  const found = changes
    .filter((change) => projectId === undefined || change.projectId === projectId)
    .filter((change) => target === undefined || isOf(change, target))
    .filter((change) => setId === undefined || change.setId === setId)
    .filter(({ undoes }) => undoing === undefined || (undoes !== null && undoing.includes(undoes)))
    .filter((change) => kinds === undefined || kinds.includes(change.target.kind))
    .toReversed();
  return { changes: found.slice(skip, skip + most), total: found.length };
}

function setsOf(
  changes: readonly Change[],
  { skip, most, ...filter }: SetsFilter,
): Awaited<ReturnType<ChangeStore['historySets']>> {
  const all = historyOf(changes, { ...filter, skip: 0, most: changes.length }).changes;
  const ids = [...new Set(all.map(({ setId }) => setId))];
  const sets = ids.map((id) => all.filter(({ setId }) => setId === id).toReversed());
  return { sets: sets.slice(skip, skip + most), total: sets.length };
}

/** Always of the present rows. */
function readerOf(rows: () => readonly Versioned[]): ProjectReader {
  const now = () =>
    memoryReader(ofKind(rows(), 'project').flatMap(({ target }) => projectFrom(rows(), target.id) ?? []));
  return {
    revision: () => now().revision(),
    listProjects: () => now().listProjects(),
    findProject: (number) => now().findProject(number),
    findScheduled: (span) => now().findScheduled(span),
  };
}

function rowsIn(rows: readonly Versioned[], project: ProjectId): readonly Versioned[] {
  const indicators = new Set(
    ofKind(rows, 'indicator')
      .filter(({ snapshot }) => snapshot.projectId === project)
      .map(({ target }) => target.id),
  );
  return rows.filter(({ snapshot }) =>
    snapshot.kind === 'observation'
      ? indicators.has(snapshot.indicatorId)
      : 'projectId' in snapshot && snapshot.projectId === project,
  );
}

function postsFrom(rows: readonly Versioned[]): readonly PostRecord[] {
  const projects = new Map(
    ofKind(rows, 'project').map(({ target, snapshot }) => [target.id, snapshot.number]),
  );
  return ofKind(rows, 'post').map(({ target: { id }, version, snapshot: { kind: _kind, ...told } }) => ({
    id,
    version,
    ...told,
    occupants: ofKind(rows, 'occupancy')
      .filter(({ snapshot }) => snapshot.postId === id)
      .map((row) => ({ id: row.target.id, version: row.version, personId: row.snapshot.personId })),
    roles: ofKind(rows, 'role')
      .filter(({ snapshot }) => snapshot.postId === id)
      .map(({ target, version: roleVersion, snapshot: { projectId, role } }) => ({
        id: target.id,
        version: roleVersion,
        projectId,
        projectNumber: projects.get(projectId) ?? 0,
        role,
      })),
  }));
}

function standingFrom(posts: readonly PostRecord[], person: PersonId): Standing {
  const own = posts.filter(({ occupants }) => occupants.some(({ personId }) => personId === person));
  return {
    posts: own.map(({ id, section, name, isAdministrator }) => ({
      id,
      label: `${section} ${name}`,
      isAdministrator,
    })),
    roles: own.flatMap(({ roles }) => roles),
  };
}

function writersFrom(posts: readonly PostRecord[], project: ProjectId) {
  return posts
    .flatMap(({ roles, occupants, section, name }) =>
      roles
        .filter(({ projectId }) => projectId === project)
        .flatMap(({ role }) =>
          occupants.map(({ personId }) => ({ personId, role, post: `${section} ${name}` })),
        ),
    )
    .toSorted((a, b) => Number(a.role === 'deputy') - Number(b.role === 'deputy'));
}
