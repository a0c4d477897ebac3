import type { Snapshot, SnapshotKind, Versioned } from '../../domain/change.ts';
import type { MilestoneId, StrandId, WorkingGroupId } from '../../domain/milestone.ts';
import type { ProjectId } from '../../domain/project.ts';
import { sameSnapshot } from '../../domain/same-snapshot.ts';
import { compareIndicators } from './compare-indicators.ts';
import { compareMilestones } from './compare-milestones.ts';
import { type Finding, leastSure } from './finding.ts';
import type { ReviewRow } from './review.ts';
import { matchByText } from './similar.ts';
import { plain, type Told, type UnderstoodProject } from './understood.ts';

export type RowOf<Kind extends SnapshotKind> = Versioned & {
  readonly snapshot: Extract<Snapshot, { readonly kind: Kind }>;
};

/** A project on its way into review rows. */
export interface Comparing {
  readonly projectNumber: number;
  readonly projectId: ProjectId;
  /** The key of the project's own row. */
  readonly projectKey: string;
  /** The rows of the project in the store; none of a new one. */
  readonly stored: readonly Versioned[];
  readonly newId: () => string;
  /** Lines that could not be read: what they name is not gone. */
  readonly unread: readonly string[];
  /** Ids and keys of strands and groups by name, filled as they are compared. */
  readonly strands: Map<string, { readonly id: StrandId; readonly key: string }>;
  readonly groups: Map<string, { readonly id: WorkingGroupId; readonly key: string }>;
  /** Ids of milestones that the table has, so that entries below them find them. */
  readonly milestones: Map<object, { readonly id: MilestoneId; readonly key: string }>;
}

/** The rows of that kind. */
export function storedOf<Kind extends SnapshotKind>(
  { stored }: Pick<Comparing, 'stored'>,
  kind: Kind,
): readonly RowOf<Kind>[] {
  return stored.filter((row): row is RowOf<Kind> => row.snapshot.kind === kind);
}

interface Making {
  readonly told: Told;
  readonly before: Versioned | null;
  readonly after: Snapshot;
  readonly similarity: number;
  readonly needs?: readonly (string | undefined)[];
  readonly more?: readonly Finding[];
  /** Where a line holds several things: which of them. */
  readonly part?: string;
  readonly id?: string;
  readonly behind?: string | null;
  readonly line?: number;
}

/** The rows of a list of the table, each told behind which one it stands. */
export function inOrder<Item>(
  items: readonly Item[],
  make: (item: Item, behind: string | null) => ReviewRow,
): readonly ReviewRow[] {
  let behind: string | null = null;
  return items.map((item) => {
    const row = make(item, behind);
    behind = row.id;
    return row;
  });
}

/** The row of something that the table has. */
export function reviewRow(comparing: Comparing, making: Making): ReviewRow {
  const { told, before, after, similarity, needs = [], more = [], part = '', behind, line } = making;
  const { source } = told;
  const findings = [...told.findings, ...more];
  const id = making.id ?? before?.target.id ?? comparing.newId();
  const same = before !== null && sameSnapshot(before.snapshot, after);
  const shifted = before !== null && similarity < 1;
  const confidence = leastSure(findings);
  return {
    key: `${after.kind}:${source.line}.${source.column}.${source.index}${part}`,
    difference: before === null ? 'new' : same ? 'unchanged' : 'changed',
    confidence: shifted && confidence === 'certain' ? 'likely' : confidence,
    findings,
    similarity: before === null ? 1 : similarity,
    source,
    projectNumber: comparing.projectNumber,
    projectId: comparing.projectId,
    kind: after.kind,
    id,
    before,
    after,
    behind,
    line,
    needs: [comparing.projectKey, ...needs.filter((key) => key !== undefined)],
    newerByHand: null,
  };
}

/** The row of something that the store has and the table has not. */
export function goneRow(
  comparing: Pick<Comparing, 'projectNumber' | 'projectId'>,
  before: Versioned,
  needs: readonly string[] = [],
): ReviewRow {
  return {
    key: `gone:${before.target.id}`,
    difference: 'gone',
    confidence: 'certain',
    findings: [],
    similarity: 1,
    source: null,
    projectNumber: comparing.projectNumber,
    projectId: comparing.projectId,
    kind: before.target.kind,
    id: before.target.id,
    before,
    after: null,
    needs,
    newerByHand: null,
  };
}

/** What of the project is new, changed, gone and the same, wholes before their parts. `own` null: the project is new. */
export function compareProject(
  project: UnderstoodProject,
  {
    own,
    stored,
    newId,
    give,
    unread,
  }: {
    readonly own: RowOf<'project'> | null;
    readonly stored: readonly Versioned[];
    readonly newId: () => string;
    /** The names by which a new project of that name is asked for. */
    readonly give: (name: string) => readonly string[];
    readonly unread: readonly string[];
  },
): readonly ReviewRow[] {
  const { number, name } = project;
  const id = own?.target.id ?? newId();
  const projectKey = `project:${project.source.line}.0.0`;
  const after: Snapshot = {
    kind: 'project',
    number,
    name,
    aliases: own?.snapshot.aliases ?? give(name),
    retired: false,
  };
  const comparing: Comparing = {
    projectNumber: number,
    projectId: id as ProjectId,
    projectKey,
    stored,
    newId,
    unread,
    strands: new Map(),
    groups: new Map(),
    milestones: new Map(),
  };
  const row = reviewRow(comparing, { told: project, before: own, after, similarity: 1, id });
  return [
    { ...row, key: projectKey, needs: [] },
    ...compareInitiatives(project, comparing),
    ...compareStrands(project, comparing),
    ...compareGroups(project, comparing),
    ...compareIndicators(project, comparing),
    ...compareProgrammes(project, comparing),
    ...compareMilestones(project, comparing),
  ];
}

function compareInitiatives({ initiatives }: UnderstoodProject, comparing: Comparing): readonly ReviewRow[] {
  const { projectId } = comparing;
  const { matches, left } = matchByText(initiatives, storedOf(comparing, 'initiative'), {
    textOf: ({ text }) => text,
    textIn: ({ snapshot }) => snapshot.text,
  });
  return [
    ...inOrder(matches, ({ of, with: before, similarity }, behind) => {
      const after = { kind: 'initiative', projectId, text: of.text } as const;
      return reviewRow(comparing, { told: of, before, after, similarity, behind });
    }),
    ...left.map((row) => goneRow(comparing, row)),
  ];
}

function compareStrands({ strands }: UnderstoodProject, comparing: Comparing): readonly ReviewRow[] {
  const { projectId } = comparing;
  const { matches, left } = matchByText(strands, storedOf(comparing, 'strand'), byName);
  return [
    ...inOrder(matches, ({ of, with: before, similarity }, behind) => {
      const within = of.within === null ? undefined : comparing.strands.get(of.within);
      const after = { kind: 'strand', projectId, parentId: within?.id ?? null, name: of.name } as const;
      const making = { told: of, before, after, similarity, needs: [within?.key], behind };
      const row = reviewRow(comparing, making);
      comparing.strands.set(of.name, { id: row.id as StrandId, key: row.key });
      return row;
    }),
    ...left.map((row) => goneRow(comparing, row)),
  ];
}

const byName = {
  textOf: ({ name }: { readonly name: string }) => name,
  textIn: ({ snapshot }: { readonly snapshot: { readonly name: string } }) => snapshot.name,
};

function compareGroups({ workingGroups }: UnderstoodProject, comparing: Comparing): readonly ReviewRow[] {
  const { projectId } = comparing;
  const { matches, left } = matchByText(workingGroups, storedOf(comparing, 'working-group'), byName);
  return [
    ...inOrder(matches, ({ of, with: before, similarity }, behind) => {
      const strand = of.strand === null ? undefined : comparing.strands.get(of.strand);
      const after = {
        kind: 'working-group',
        projectId,
        strandId: strand?.id ?? null,
        name: of.name,
      } as const;
      // Several may stand in one line.
      const making = { told: of, before, after, similarity, needs: [strand?.key], behind };
      const row = reviewRow(comparing, { ...making, part: `/${of.name}` });
      comparing.groups.set(of.name, { id: row.id as WorkingGroupId, key: row.key });
      return row;
    }),
    ...left.map((row) => goneRow(comparing, row)),
  ];
}

function compareProgrammes({ programmes }: UnderstoodProject, comparing: Comparing): readonly ReviewRow[] {
  const { projectId } = comparing;
  const { matches, left } = matchByText(programmes, storedOf(comparing, 'programme'), byName);
  return [
    ...inOrder(matches, ({ of, with: before, similarity }, behind) => {
      const after = { kind: 'programme', projectId, ...plain(of) } as const;
      return reviewRow(comparing, { told: of, before, after, similarity, behind, part: `/${of.name}` });
    }),
    ...left.map((row) => goneRow(comparing, row)),
  ];
}
