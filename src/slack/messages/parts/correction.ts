import type { Compared } from './change-lines.ts';

/**
 * The changes with each correction of a value as one: a correction withdraws an observation and adds another of the
 * same indicator (and taking it back does the reverse), but to people it is before → after.
 */
export function joinCorrections<One extends Compared>(changes: readonly One[]): readonly One[] {
  const joined: One[] = [];
  for (const change of changes) {
    const at = joined.findIndex((other) => isOtherHalf(other, change));
    const half = joined[at];
    if (half === undefined) joined.push(change);
    else joined[at] = { ...change, before: half.before ?? change.before, after: half.after ?? change.after };
  }
  return joined;
}

/** Whether one withdraws and the other adds a value of the same indicator. */
function isOtherHalf(one: Compared, other: Compared): boolean {
  const indicators = [one.before, one.after, other.before, other.after].flatMap((snapshot) =>
    snapshot?.kind === 'observation' ? [snapshot.indicatorId] : [],
  );
  const withdraws = one.after === null ? other.before === null : one.before === null && other.after === null;
  return indicators.length === 2 && indicators[0] === indicators[1] && withdraws;
}
