import type { Snapshot } from '../../domain/change.ts';
import type { EditionIndicator } from '../../domain/edition.ts';
import type { IndicatorId, Value } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period/period.ts';
import { assumedRhythm } from '../../domain/rhythm.ts';
import { type Comparing, goneRow, inOrder, type RowOf, reviewRow, storedOf } from './compare-project.ts';
import type { ReviewRow } from './review.ts';
import { matchByText } from './similar.ts';
import { plain, type UnderstoodIndicator, type UnderstoodProject } from './understood.ts';

/** Indicators by name, each with the values that the table gives: a value of a time that the store has is compared, another is new. */
export function compareIndicators(
  { indicators }: UnderstoodProject,
  comparing: Comparing,
): readonly ReviewRow[] {
  const { matches, left } = matchByText(indicators, storedOf(comparing, 'indicator'), {
    textOf: ({ name }) => name,
    textIn: ({ snapshot }) => snapshot.name,
  });
  const rows = inOrder(matches, ({ of, with: before, similarity }, behind) =>
    indicatorRow(of, { comparing, before, similarity, behind }),
  );
  return [
    ...rows.flatMap((row, at) => {
      const indicator = indicators[at];
      return indicator === undefined ? [row] : [row, ...observationRows(indicator, { comparing, row, at })];
    }),
    ...left
      .filter(({ snapshot }) => !comparing.unread.some((line) => line.startsWith(snapshot.name)))
      .flatMap((row) => goneIndicator(row, comparing)),
  ];
}

function indicatorRow(
  indicator: UnderstoodIndicator,
  {
    comparing,
    before,
    similarity,
    behind,
  }: {
    comparing: Comparing;
    before: RowOf<'indicator'> | null;
    similarity: number;
    behind: string | null;
  },
): ReviewRow {
  const { observations, ...told } = plain(indicator) satisfies EditionIndicator;
  const after: Snapshot = {
    kind: 'indicator',
    projectId: comparing.projectId,
    ...told,
    rhythm: before?.snapshot.rhythm ?? assumedRhythm(told.target, observations[0]?.asOf ?? null),
  };
  // 実現 has become a number or the other way round: its values so far would no longer fit.
  const other = before !== null && before.snapshot.target.kind !== told.target.kind;
  const more = other ? [{ kind: 'other-kind-of-value' as const }] : [];
  return reviewRow(comparing, { told: indicator, before, after, similarity, more, behind });
}

function observationRows(
  indicator: UnderstoodIndicator,
  { comparing, row, at: place }: { comparing: Comparing; row: ReviewRow; at: number },
): readonly ReviewRow[] {
  const stored = storedOf(comparing, 'observation').filter(({ snapshot }) => snapshot.indicatorId === row.id);
  return indicator.observations.map(({ value, asOf }, at) => {
    const ofThatTime = stored.filter(({ snapshot }) => sameTime(snapshot.asOf, asOf));
    const same = ofThatTime.find(({ snapshot }) => sameValue(snapshot.value, value));
    // A state without a time is reported anew; a value of a time is one.
    const before = same ?? (asOf === null ? null : (ofThatTime.at(-1) ?? null));
    const after: Snapshot = same?.snapshot ?? {
      kind: 'observation',
      indicatorId: row.id as IndicatorId,
      value,
      asOf,
      note: null,
    };
    const made = reviewRow(comparing, {
      told: indicator,
      before,
      after,
      similarity: 1,
      needs: [row.key],
      part: `/${at}`,
      line: place + 1,
    });
    // A corrected value is withdrawn and another added: what is added has an id of its own.
    return made.difference === 'changed' ? { ...made, id: comparing.newId() } : made;
  });
}

function goneIndicator(row: RowOf<'indicator'>, comparing: Comparing): readonly ReviewRow[] {
  const values = storedOf(comparing, 'observation').filter(
    ({ snapshot }) => snapshot.indicatorId === row.target.id,
  );
  const rows = values.map((value) => goneRow(comparing, value));
  return [
    ...rows,
    goneRow(
      comparing,
      row,
      rows.map(({ key }) => key),
    ),
  ];
}

function sameTime(a: Period | null, b: Period | null): boolean {
  if (a === null || b === null) return a === b;
  return a.first === b.first && a.last === b.last && a.precision === b.precision;
}

function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') return Number(a.amount) === Number(b.amount);
  return a.kind === 'state' && b.kind === 'state' && a.state === b.state;
}
