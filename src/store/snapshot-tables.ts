import type { SnapshotKind, Target, Versioned } from '../domain/change.ts';
import { indicators } from './snapshot-indicator.ts';
import { milestones } from './snapshot-milestone.ts';
import { observations } from './snapshot-observation.ts';
import { initiatives, programmes, strands, workingGroups } from './snapshot-part.ts';
import { occupancies, posts, roles } from './snapshot-post.ts';
import { projects } from './snapshot-project.ts';
import type { SnapshotTable, Stored, Transaction } from './snapshot-table.ts';
import { synonyms, words } from './snapshot-words.ts';

const tables: Readonly<Record<SnapshotKind, SnapshotTable>> = {
  milestone: milestones,
  observation: observations,
  indicator: indicators,
  project: projects,
  strand: strands,
  'working-group': workingGroups,
  programme: programmes,
  initiative: initiatives,
  post: posts,
  occupancy: occupancies,
  role: roles,
  word: words,
  synonym: synonyms,
};

/** Where snapshots of the kind are kept. */
export function tableOf(kind: SnapshotKind): SnapshotTable {
  return tables[kind];
}

/** So many rows are read at once: the next is asked for after others had their turn. */
const askedAtOnce = 200;

/** The rows of a kind as they stand, removed ones included, by id; without those that never were there. */
export async function findStored(
  tx: Transaction,
  kind: SnapshotKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const found = new Map<string, Stored>();
  const known = ids.filter(isUuid);
  for (let from = 0; from < known.length; from += askedAtOnce) {
    const some = await tableOf(kind).find(tx, known.slice(from, from + askedAtOnce));
    for (const [id, stored] of some) found.set(id, stored);
  }
  return found;
}

/** The rows as people see them, kind by kind: without those that were removed. */
export async function findVersioned(
  tx: Transaction,
  targets: readonly Target[],
): Promise<readonly Versioned[]> {
  const ids = new Map<SnapshotKind, Set<string>>();
  for (const { kind, id } of targets) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  const found: Versioned[] = [];
  for (const [kind, wanted] of ids) {
    for (const [id, { removed, version, snapshot }] of await findStored(tx, kind, [...wanted])) {
      if (!removed) found.push({ target: { kind, id }, version, snapshot });
    }
  }
  return found;
}

/** Whether PostgreSQL takes the text for a UUID as this program writes it: ids come back from buttons and forms. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
