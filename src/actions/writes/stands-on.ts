import type { Snapshot } from '../../domain/change.ts';

/** The ids of the rows without which the snapshot means nothing: what it is a part of, what it names. */
export function standsOn(snapshot: Snapshot): readonly (string | null)[] {
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
