import type { ApplyResult, ChangeSet, Draft } from '../../src/actions/change-ports.ts';
import type { Change, ChangeId, Snapshot, Target, Versioned } from '../../src/domain/change.ts';

interface Kept {
  readonly target: Target;
  readonly version: number;
  /** Null once it is taken out. */
  readonly snapshot: Snapshot | null;
}

/** Rows and their audit trail in memory. */
export interface MemoryTable {
  readonly rows: () => readonly Versioned[];
  readonly read: (target: Target) => Versioned | null;
  readonly write: (draft: Pick<Draft, 'target' | 'after'>) => void;
  /** `close` closes the proposal that the set decides; it gives the id of what was decided before. */
  readonly apply: (set: ChangeSet, close: (set: ChangeSet) => string | null) => ApplyResult;
  readonly changes: readonly Change[];
  readonly request: (key: string) => { readonly setId: string; readonly changes: readonly Change[] } | null;
  readonly newId: (what: string) => string;
}

/** A table that holds the rows. */
export function memoryTable(given: readonly Versioned[]): MemoryTable {
  const kept = new Map<string, Kept>(given.map((row) => [keyOf(row.target), row]));
  const changes: Change[] = [];
  const applied = new Map<string, string>();
  let made = 0;
  const newId = (what: string) => {
    made += 1;
    return `${what}-${made}`;
  };
  const rows = () => [...kept.values()].flatMap(inForce);
  const read = (target: Target) => rows().find((row) => isOf(row, target)) ?? null;
  const write: MemoryTable['write'] = ({ target, after }) => {
    const version = (kept.get(keyOf(target))?.version ?? 0) + 1;
    kept.set(keyOf(target), { target, version, snapshot: after });
  };
  const answer = (setId: string) => ({ setId, changes: changes.filter((each) => each.setId === setId) });
  const request = (key: string) => {
    const setId = applied.get(key);
    return setId === undefined ? null : answer(setId);
  };
  const apply: MemoryTable['apply'] = (set, close) => {
    const earlier = request(set.requestKey);
    if (earlier !== null) return { kind: 'repeated', ...earlier };
    const lost = set.drafts.find(({ target, version }) => (read(target)?.version ?? null) !== version);
    if (lost !== undefined) {
      const last = changes.findLast((change) => isOf(change, lost.target)) ?? null;
      return { kind: 'conflict', target: lost.target, current: read(lost.target), last };
    }
    const decided = close(set);
    if (decided !== null) return { kind: 'repeated', ...answer(decided) };
    const setId = newId('set');
    applied.set(set.requestKey, setId);
    for (const draft of set.drafts) {
      write(draft);
      changes.push(changeOf(draft, set, { id: newId('change') as ChangeId, setId }));
    }
    return { kind: 'applied', ...answer(setId) };
  };
  return { rows, read, write, apply, changes, request, newId };
}

/** Whether it is about that row. */
export function isOf({ target }: { readonly target: Target }, { kind, id }: Target): boolean {
  return target.kind === kind && target.id === id;
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}

function inForce({ target, version, snapshot }: Kept): readonly Versioned[] {
  return snapshot === null ? [] : [{ target, version, snapshot }];
}

function changeOf(
  { target, projectId, before, after }: Draft,
  { at, verb, by, approvedBy, reason, origin, undoes }: ChangeSet,
  ids: Pick<Change, 'id' | 'setId'>,
): Change {
  return { ...ids, at, verb, target, projectId, before, after, by, approvedBy, reason, origin, undoes };
}
