import type { Compared } from './change-lines.ts';

/**
 * The changes with each correction of a value as one: a correction withdraws an observation and adds another of the
 * same indicator (and taking it back does the reverse), but to people it is before → after.
 */
export function joinCorrections<One extends Compared>(changes: readonly One[]): readonly One[] {
  const joined: One[] = [];
  // Where the halves stand that wait for their other one, by indicator and by what they do.
  const halves = new Map<string, number[]>();
  for (const change of changes) {
    const half = halfOf(change);
    const at = half === null ? undefined : halves.get(half.other)?.shift();
    const other = at === undefined ? undefined : joined[at];
    if (at !== undefined && other !== undefined) {
      joined[at] = { ...change, before: other.before ?? change.before, after: other.after ?? change.after };
      continue;
    }
    if (half !== null) halves.set(half.own, [...(halves.get(half.own) ?? []), joined.length]);
    joined.push(change);
  }
  return joined;
}

/** One that only withdraws or only adds a value, and what its other half would do; null for any other change. */
function halfOf({ before, after }: Compared): { readonly own: string; readonly other: string } | null {
  const value = before === null ? after : after === null ? before : null;
  if (value?.kind !== 'observation') return null;
  const [added, withdrawn] = [`added ${value.indicatorId}`, `withdrawn ${value.indicatorId}`];
  return before === null ? { own: added, other: withdrawn } : { own: withdrawn, other: added };
}
