/** A row of a list that has parts: the order of the list is by position, what stands below a row behind it. */
export interface Standing {
  readonly id: string;
  /** Null also in lists without parts. */
  readonly parentId: string | null;
  readonly position: number;
}

/** A row that joins a list. */
export interface Arriving {
  readonly id: string;
  readonly parentId: string | null;
  /** The sister behind which it stands, null before all of them; left out: behind the last. */
  readonly behind?: string | null | undefined;
}

/**
 * The positions of the arriving rows and of those that have to make room for them, by id; rows that stay where they
 * are are left out. `there`: the list as it stands, by position. Pure.
 */
export function lineUp(
  there: readonly Standing[],
  arriving: readonly Arriving[],
): ReadonlyMap<string, number> {
  const known = new Set([...there, ...arriving].map(({ id }) => id));
  const parentOf = ({ parentId }: Pick<Standing, 'parentId'>) =>
    parentId !== null && known.has(parentId) ? parentId : null;
  const below = new Map<string | null, string[]>();
  const sisters = (parent: string | null): string[] => {
    const list = below.get(parent) ?? [];
    below.set(parent, list);
    return list;
  };
  for (const row of there) sisters(parentOf(row)).push(row.id);
  for (const row of arriving) join(sisters(parentOf(row)), row);
  return positionsOf(inOrder(below, known), there);
}

function join(sisters: string[], { id, behind }: Arriving): void {
  // Where the sister is not there: at the end. Looked for from the end: rows that arrive together follow one another.
  const at = behind === null ? 0 : behind === undefined ? -1 : sisters.lastIndexOf(behind) + 1;
  if (behind === null || at > 0) sisters.splice(at, 0, id);
  else sisters.push(id);
}

/** Every row before what stands below it. Rows that hang below each other in a ring come last. */
function inOrder(
  below: ReadonlyMap<string | null, readonly string[]>,
  known: ReadonlySet<string>,
): readonly string[] {
  const order = new Set<string>();
  const stack = [...(below.get(null) ?? [])].toReversed();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (order.has(id)) continue;
    order.add(id);
    stack.push(...(below.get(id) ?? []).toReversed());
  }
  for (const id of known) order.add(id);
  return [...order];
}

/** Whoever stands farther on than needed stays: positions may have gaps. */
function positionsOf(order: readonly string[], there: readonly Standing[]): ReadonlyMap<string, number> {
  const before = new Map(there.map(({ id, position }) => [id, position]));
  const changed = new Map<string, number>();
  let next = 0;
  for (const id of order) {
    const was = before.get(id);
    const position = Math.max(next, was ?? next);
    if (position !== was) changed.set(id, position);
    next = position + 1;
  }
  return changed;
}
