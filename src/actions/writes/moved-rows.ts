import type { Versioned } from '../../domain/change.ts';
import type { StrandId, WorkingGroupId } from '../../domain/milestone.ts';
import type { ProjectId } from '../../domain/project.ts';
import { fold } from '../../text/fold.ts';
import type { Draft } from '../change-ports.ts';
import { changed, isRowOf } from './drafts.ts';

interface Move {
  /** The rows of both projects. */
  readonly rows: readonly Versioned[];
  readonly from: ProjectId;
  readonly into: ProjectId;
}

/**
 * The rows of one project as rows of another. A strand, working group or programme of which the other project has
 * one of the same name stays behind, and what stood under it stands under that one. What holds others moves first.
 */
export function movedRows({ rows, from, into }: Move): readonly Draft[] {
  const moving = rows.filter(({ snapshot }) => 'projectId' in snapshot && snapshot.projectId === from);
  const twins = twinsIn(rows, { from, into });
  const now = <Id extends string>(id: Id | null) => (id === null ? null : ((twins.get(id) ?? id) as Id));
  return kinds.flatMap((kind) =>
    moving.flatMap((row): readonly Draft[] => {
      if (!isRowOf(row, kind) || twins.has(row.target.id)) return [];
      return [changed(row, movedTo(row.snapshot, { into, now }), into)];
    }),
  );
}

const kinds = ['strand', 'working-group', 'milestone', 'indicator', 'programme'] as const;
type Movable = Extract<Versioned['snapshot'], { readonly kind: (typeof kinds)[number] }>;

interface Place {
  readonly into: ProjectId;
  /** The id under which a strand or working group goes on. */
  readonly now: <Id extends string>(id: Id | null) => Id | null;
}

function movedTo(snapshot: Movable, { into, now }: Place): Movable {
  switch (snapshot.kind) {
    case 'strand':
      return { ...snapshot, projectId: into, parentId: now<StrandId>(snapshot.parentId) };
    case 'working-group':
      return { ...snapshot, projectId: into, strandId: now<StrandId>(snapshot.strandId) };
    case 'milestone':
      return {
        ...snapshot,
        projectId: into,
        strandId: now<StrandId>(snapshot.strandId),
        workingGroupId: now<WorkingGroupId>(snapshot.workingGroupId),
      };
    case 'indicator':
    case 'programme':
      return { ...snapshot, projectId: into };
  }
}

/** Of each strand, group and programme the one of the same name in the other project, by id. */
function twinsIn(
  rows: readonly Versioned[],
  { from, into }: Pick<Move, 'from' | 'into'>,
): ReadonlyMap<string, string> {
  const named = rows.flatMap(({ target, snapshot }) =>
    snapshot.kind === 'strand' || snapshot.kind === 'working-group' || snapshot.kind === 'programme'
      ? [{ id: target.id, projectId: snapshot.projectId, key: `${snapshot.kind} ${fold(snapshot.name)}` }]
      : [],
  );
  const there = new Map(
    named.filter(({ projectId }) => projectId === into).map(({ key, id }) => [key, id] as const),
  );
  return new Map(
    named
      .filter(({ projectId }) => projectId === from)
      .flatMap(({ id, key }) => {
        const twin = there.get(key);
        return twin === undefined ? [] : [[id, twin] as const];
      }),
  );
}
