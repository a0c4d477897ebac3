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

/** The row as it stands, removed ones included; null where there never was one of that id. */
export async function findStored(tx: Transaction, target: Target): Promise<Stored | null> {
  return isUuid(target.id) ? tableOf(target.kind).find(tx, target.id) : null;
}

/** The row as people see it: null also when it was removed. */
export async function findVersioned(tx: Transaction, target: Target): Promise<Versioned | null> {
  const stored = await findStored(tx, target);
  if (stored === null || stored.removed) return null;
  return { target, version: stored.version, snapshot: stored.snapshot };
}

/** Whether PostgreSQL takes the text for a UUID as this program writes it: ids come back from buttons and forms. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
