import type { Snapshot, SnapshotKind, Target, Versioned } from '../../src/domain/change.ts';
import type { Indicator, IndicatorId, Observation, ObservationId } from '../../src/domain/indicator.ts';
import type { Milestone, MilestoneId, StrandId, WorkingGroupId } from '../../src/domain/milestone.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Project, ProjectId } from '../../src/domain/project.ts';

type SnapshotOf<Kind extends SnapshotKind> = Extract<Snapshot, { readonly kind: Kind }>;
type RowOf<Kind extends SnapshotKind> = Versioned & { readonly snapshot: SnapshotOf<Kind> };

/** The rows of that kind, in written order. */
export function ofKind<Kind extends SnapshotKind>(
  rows: readonly Versioned[],
  kind: Kind,
): readonly RowOf<Kind>[] {
  return rows.filter((row): row is RowOf<Kind> => row.snapshot.kind === kind);
}

type ProjectPart = 'strand' | 'working-group' | 'milestone' | 'indicator' | 'programme';

function ownerOf({ snapshot }: Versioned): string | null {
  return 'projectId' in snapshot ? snapshot.projectId : null;
}

/** All that a project is made of, as rows in their first version. */
export function rowsOfProject(project: Project): readonly Versioned[] {
  const { id: projectId, number, name, aliases } = project;
  return [
    row(projectId, { kind: 'project', number, name, aliases, retired: false }),
    ...project.strands.map(({ id, ...told }) => row(id, { kind: 'strand', projectId, ...told })),
    ...project.workingGroups.map(({ id, ...told }) => row(id, { kind: 'working-group', projectId, ...told })),
    ...project.milestones.map(({ id, version: _version, ...told }) =>
      row(id, { kind: 'milestone', projectId, ...told }),
    ),
    ...project.indicators.flatMap((indicator) => indicatorRows(indicator, projectId)),
    ...project.programmes.map((told, at) =>
      row(`${projectId}-programme-${at}`, { kind: 'programme', projectId, ...told }),
    ),
  ];
}

/** The project of that id from its rows; null where it is not there or retired. */
export function projectFrom(rows: readonly Versioned[], id: string): Project | null {
  const own = ofKind(rows, 'project').find(({ target }) => target.id === id);
  if (own === undefined || own.snapshot.retired) return null;
  const { number, name, aliases } = own.snapshot;
  const here = <Kind extends ProjectPart>(kind: Kind): readonly RowOf<Kind>[] =>
    ofKind(rows, kind).filter((each: Versioned) => ownerOf(each) === id);
  const milestones = here('milestone').map(milestoneFrom);
  return {
    id: id as ProjectId,
    number,
    name,
    aliases,
    initiatives: [],
    strands: here('strand').map(({ target, snapshot: { name: called, parentId } }) => ({
      id: target.id as StrandId,
      name: called,
      parentId,
    })),
    workingGroups: here('working-group').map(({ target, snapshot: { name: called, strandId } }) => ({
      id: target.id as WorkingGroupId,
      name: called,
      strandId,
    })),
    milestones,
    scheduled: milestones.filter(
      ({ state, dates }) => (state === 'planned' || state === 'postponed') && dates.length > 0,
    ),
    indicators: here('indicator').map((indicator) => indicatorFrom(indicator, rows)),
    programmes: here('programme').map(({ snapshot: { name: called, national, isNew } }) => ({
      name: called,
      national,
      isNew,
    })),
    edition: null,
  };
}

function row(id: string, snapshot: Snapshot): Versioned {
  const target: Target = { kind: snapshot.kind, id };
  return { target, version: 1, snapshot };
}

function indicatorRows(
  { id, observations, current: _current, version: _version, ...told }: Indicator,
  projectId: ProjectId,
): readonly Versioned[] {
  return [
    row(id, { kind: 'indicator', projectId, ...told }),
    ...observations.map(({ id: observationId, value, asOf, note }) =>
      row(observationId, { kind: 'observation', indicatorId: id, value, asOf, note }),
    ),
  ];
}

function milestoneFrom({ target, version, snapshot }: RowOf<'milestone'>): Milestone {
  const { kind: _kind, projectId: _projectId, ...told } = snapshot;
  return { id: target.id as MilestoneId, version, ...told };
}

function indicatorFrom(
  { target, version, snapshot }: RowOf<'indicator'>,
  rows: readonly Versioned[],
): Indicator {
  const { kind: _kind, projectId: _projectId, ...told } = snapshot;
  const observations = ofKind(rows, 'observation')
    .filter((each) => each.snapshot.indicatorId === target.id)
    .map(observationFrom)
    .toSorted((a, b) => timeOf(a).localeCompare(timeOf(b)));
  return {
    id: target.id as IndicatorId,
    version,
    ...told,
    observations,
    current: observations.at(-1) ?? null,
  };
}

function observationFrom({ target, snapshot: { value, asOf, note } }: RowOf<'observation'>): Observation {
  const source = { kind: 'person', by: 'U0LEAD' as PersonId, recordedAt: new Date(0) } as const;
  return { id: target.id as ObservationId, value, asOf, note, source };
}

function timeOf({ asOf }: Observation): string {
  return asOf?.last ?? asOf?.first ?? '';
}
