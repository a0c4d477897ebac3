import type { Change, Origin, Target, Versioned } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectId } from '../../domain/project.ts';
import { sameSnapshot } from '../../domain/same-snapshot.ts';
import type { ChangeStore, Draft } from '../change-ports.ts';
import { applySet, unlessWritten } from './apply.ts';
import type { WritePorts } from './gather.ts';
import {
  administratorsOf,
  authorOf,
  decidersOf,
  guardOf,
  type Needed,
  rightOf,
  type Writer,
} from './may-write.ts';
import { rowsOnPost } from './occupancies.ts';
import { standsOn } from './stands-on.ts';
import type { WriteRefusal, WriteResult } from './write-result.ts';

/** For how long a change can be taken back. */
export const undoDays = 30;

export interface UndoRequest {
  /** The set to take back. */
  readonly setId: string;
  /** As the directory of the workspace knows the person now. */
  readonly person: Person;
  readonly requestKey: string;
  readonly origin: Origin;
  readonly now: Date;
}

/** What stands in the way of undoing. */
export type UndoRefusal =
  | WriteRefusal
  | { readonly kind: 'too-old'; readonly days: number }
  /** Something else stands on what would go: a strand with milestones, an indicator with values. */
  | { readonly kind: 'in-use'; readonly target: Target; readonly by: Target };

type Written = Extract<WriteResult, { readonly kind: 'written' }>;

/**
 * Takes a set of changes back as a set of its own, before and after swapped; undoing that one brings it again.
 * For 30 days, by those who may write. A row that has changed since is a conflict, and then nothing is undone.
 */
export async function undo(ports: WritePorts, request: UndoRequest): Promise<Outcome<Written, UndoRefusal>> {
  const { person, setId, requestKey, now } = request;
  if (person.standing !== 'member') {
    return refuse({ kind: 'may-not-write', why: 'standing', standing: person.standing });
  }
  const changes = await changesOf(ports.store, setId);
  const [first] = changes;
  if (first === undefined) return refuse({ kind: 'gone', target: null });
  const standing = await ports.store.standingOf(person.id);
  const refusal = await mayUndo(ports, { writer: { person, standing, ...ports }, changes });
  if (refusal !== null) return refuse(refusal);
  if (!isUndoable(first, now)) return refuse({ kind: 'too-old', days: undoDays });
  const drafts = await draftsOf(ports.store, changes);
  if (!drafts.ok) {
    return drafts.refusal.kind === 'conflict'
      ? unlessWritten(ports.store, { requestKey, refusal: drafts.refusal })
      : drafts;
  }
  const undone = await applySet(ports.store, {
    requestKey,
    at: now,
    verb: 'undo',
    by: authorOf(person.id, standing),
    approvedBy: null,
    reason: null,
    origin: request.origin,
    undoes: setId,
    drafts: drafts.value,
    guard: guardOf({ person, ...ports }, changes.map(neededFor)),
  });
  if (undone.ok) return undone;
  return undone.refusal.kind === 'lost-right' ? undo(ports, request) : refuse(undone.refusal);
}

/** Whether the change is young enough to be taken back. */
export function isUndoable({ at }: Pick<Change, 'at'>, now: Date): boolean {
  return now.getTime() - at.getTime() <= undoDays * 86_400_000;
}

/** An edition may have changed thousands of rows. */
const readAtOnce = 500;

async function changesOf(store: ChangeStore, setId: string): Promise<readonly Change[]> {
  const all: Change[] = [];
  for (;;) {
    const { changes, total } = await store.history({ setId, skip: all.length, most: readAtOnce });
    all.push(...changes);
    if (changes.length === 0 || all.length >= total) return all;
  }
}

const ofAdministrators: readonly string[] = ['project', 'post', 'occupancy', 'role', 'word', 'synonym'];

/** Those may undo who may write all of it: administrators what concerns projects, posts and people. */
async function mayUndo(
  ports: WritePorts,
  { writer, changes }: { readonly writer: Writer; readonly changes: readonly Change[] },
): Promise<WriteRefusal | null> {
  for (const change of changes) {
    const { by, projectId } = neededFor(change);
    if (rightOf(writer, { by, projectId }) === 'write') continue;
    const ask = await whomToAsk(ports, by === 'writers' ? projectId : null);
    return { kind: 'may-not-write', why: by, ask };
  }
  return null;
}

function neededFor({ target, projectId }: Change): Needed {
  return { by: ofAdministrators.includes(target.kind) ? 'administrators' : 'writers', projectId };
}

function whomToAsk(ports: WritePorts, project: ProjectId | null) {
  return project === null ? administratorsOf(ports) : decidersOf(ports, project);
}

/** The changes the other way round. */
async function draftsOf(
  store: ChangeStore,
  changes: readonly Change[],
): Promise<Outcome<readonly Draft[], UndoRefusal>> {
  const rows = await store.readAll(changes.map(({ target }) => target));
  const now = new Map(rows.map((row) => [keyOf(row.target), row]));
  const drafts: Draft[] = [];
  for (const { target, projectId, before, after } of inOrderOfUndoing(changes)) {
    const current = now.get(keyOf(target)) ?? null;
    // What the set left as it was is there to tell of it: whatever became of the row since, nothing is lost.
    if (before !== null && sameSnapshot(before, after)) {
      if (current !== null) drafts.push(unchanged(current, projectId));
      continue;
    }
    if (!sameSnapshot(current?.snapshot ?? null, after)) {
      const last = (await store.history({ target, skip: 0, most: 1 })).changes[0] ?? null;
      return refuse({ kind: 'conflict', target, current, last, mine: before });
    }
    drafts.push({ target, projectId, before: after, after: before, version: current?.version ?? null });
  }
  return inUse(store, drafts);
}

function unchanged({ target, snapshot, version }: Versioned, projectId: ProjectId | null): Draft {
  return { target, projectId, before: snapshot, after: snapshot, version };
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}

/**
 * What was taken out comes back first, what was added goes last, each the last first, as parts stand on wholes. In
 * between rows are changed in the order in which they were: rows that return to a project line up as before.
 */
function inOrderOfUndoing(newestFirst: readonly Change[]): readonly Change[] {
  return [
    ...newestFirst.filter(({ after }) => after === null),
    ...newestFirst.filter(({ before, after }) => before !== null && after !== null).toReversed(),
    ...newestFirst.filter(({ before }) => before === null),
  ];
}

/** Nothing goes on which something stands that does not go with it. */
async function inUse(
  store: ChangeStore,
  drafts: readonly Draft[],
): Promise<Outcome<readonly Draft[], UndoRefusal>> {
  const going = drafts.filter(({ after }) => after === null);
  const touched = new Set(drafts.map(({ target }) => keyOf(target)));
  const referrers = new Map<string, Target>();
  for (const projectId of new Set(going.map((draft) => draft.projectId))) {
    const rows = projectId === null ? await occupanciesAndRoles(store) : await store.rowsOf(projectId);
    for (const { target, snapshot } of rows) {
      if (touched.has(keyOf(target))) continue;
      for (const id of standsOn(snapshot)) if (id !== null) referrers.set(id, target);
    }
  }
  for (const { target } of going) {
    const by = referrers.get(target.id);
    if (by !== undefined) return refuse({ kind: 'in-use', target, by });
  }
  return accept(drafts);
}

async function occupanciesAndRoles(store: ChangeStore): Promise<readonly Versioned[]> {
  return (await store.listPosts()).flatMap(rowsOnPost);
}
