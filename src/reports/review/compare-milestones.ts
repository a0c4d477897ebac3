import type { MilestoneSnapshot } from '../../domain/change.ts';
import type { MilestoneId } from '../../domain/milestone.ts';
import { fold } from '../../text/fold.ts';
import { type Comparing, goneRow, type RowOf, reviewRow, storedOf } from './compare-project.ts';
import type { ReviewRow } from './review.ts';
import { type Match, matchByText } from './similar.ts';
import { plain, type UnderstoodEntry, type UnderstoodProject } from './understood.ts';

interface Placed {
  readonly entry: UnderstoodEntry;
  readonly above: UnderstoodEntry | null;
  readonly column: MilestoneSnapshot['column'];
}

type Stored = RowOf<'milestone'>;

/** Entries of both columns: matched within their column first, then by the same words in the other one. */
export function compareMilestones(project: UnderstoodProject, comparing: Comparing): readonly ReviewRow[] {
  const entries = [...placed(project.progress, 'progress'), ...placed(project.upcoming, 'upcoming')];
  const { matches, left } = matched(entries, storedOf(comparing, 'milestone'));
  const last = new Map<object | string, string>();
  const rows = matches.map((match) => {
    const { above, column } = match.of;
    const row = milestoneRow(match, comparing, last.get(above ?? column) ?? null);
    last.set(above ?? column, row.id);
    return row;
  });
  return [...rows, ...goneMilestones(left, comparing)];
}

function placed(
  entries: readonly UnderstoodEntry[],
  column: Placed['column'],
  above: UnderstoodEntry | null = null,
): readonly Placed[] {
  return entries.flatMap((entry) => [{ entry, above, column }, ...placed(entry.entries, column, entry)]);
}

function matched(entries: readonly Placed[], stored: readonly Stored[]) {
  const texts = {
    textOf: ({ entry }: Placed) => entry.text,
    textIn: ({ snapshot }: Stored) => snapshot.text,
  };
  const exact = matchByText(entries, stored, {
    ...texts,
    mayMatch: (one, other) => one.column === other.snapshot.column && one.entry.text === other.snapshot.text,
  });
  const open = exact.matches.filter((match) => match.with === null).map(({ of }) => of);
  const near = matchByText(open, exact.left, {
    ...texts,
    mayMatch: (one, other) =>
      one.column === other.snapshot.column || fold(one.entry.text) === fold(other.snapshot.text),
  });
  const found = new Map(near.matches.map((match) => [match.of, match]));
  return { matches: exact.matches.map((match) => found.get(match.of) ?? match), left: near.left };
}

function milestoneRow(
  { of, with: before, similarity }: Match<Placed, Stored>,
  comparing: Comparing,
  behind: string | null,
): ReviewRow {
  const { entry, above, column } = of;
  const { entries: _entries, strand, workingGroup, ...told } = plain(entry);
  const parent = above === null ? undefined : comparing.milestones.get(above);
  const inStrand = strand === null ? undefined : comparing.strands.get(strand);
  const group = workingGroup === null ? undefined : comparing.groups.get(workingGroup);
  const after: MilestoneSnapshot = {
    kind: 'milestone',
    projectId: comparing.projectId,
    parentId: parent?.id ?? null,
    strandId: inStrand?.id ?? null,
    workingGroupId: group?.id ?? null,
    column,
    ...told,
    firstPlanned: before?.snapshot.firstPlanned ?? null,
  };
  const needs = [parent?.key, inStrand?.key, group?.key];
  const row = reviewRow(comparing, { told: entry, before, after, similarity, needs, behind });
  comparing.milestones.set(entry, { id: row.id as MilestoneId, key: row.key });
  return row;
}

/** What stands below an entry goes before it, and with it. */
function goneMilestones(left: readonly Stored[], comparing: Comparing): readonly ReviewRow[] {
  return left.toReversed().map((row) => {
    const below = left.filter(({ snapshot }) => snapshot.parentId === row.target.id);
    return goneRow(
      comparing,
      row,
      below.map(({ target }) => `gone:${target.id}`),
    );
  });
}
