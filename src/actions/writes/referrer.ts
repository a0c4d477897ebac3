import type { Snapshot, Target, Versioned } from '../../domain/change.ts';

/** The first of the rows that stands on the target: a part of a strand, a value of an indicator; null if none does. */
export function referrer({ id }: Target, rows: readonly Versioned[]): Target | null {
  return rows.find(({ snapshot }) => standsOn(snapshot).includes(id))?.target ?? null;
}

/** The ids of the rows without which the snapshot means nothing. */
function standsOn(snapshot: Snapshot): readonly (string | null)[] {
  switch (snapshot.kind) {
    case 'milestone':
      return [snapshot.projectId, snapshot.parentId, snapshot.strandId, snapshot.workingGroupId];
    case 'observation':
      return [snapshot.indicatorId];
    case 'strand':
      return [snapshot.projectId, snapshot.parentId];
    case 'working-group':
      return [snapshot.projectId, snapshot.strandId];
    case 'indicator':
    case 'programme':
    case 'initiative':
      return [snapshot.projectId];
    case 'occupancy':
      return [snapshot.postId];
    case 'role':
      return [snapshot.projectId, snapshot.postId];
    case 'project':
    case 'post':
    case 'word':
    case 'synonym':
      return [];
  }
}
