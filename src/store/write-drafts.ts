import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../actions/change-ports.ts';
import type { Snapshot, Target } from '../domain/change.ts';
import type { Added, Changed, Hand, Stored, Unique } from './snapshot-table.ts';
import { findStored, tableOf } from './snapshot-tables.ts';

/** Somebody was faster. Thrown to roll the transaction back. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  readonly target: Target;

  constructor(target: Target) {
    super(`overtaken at ${target.kind} ${target.id}`);
    this.target = target;
  }
}

/** How a row stood before it was written; null where it was not there. */
export type Before = Stored | null;

/**
 * Writes the drafts in their order and gives how each row stood. As many as follow one another and are alike are
 * written by a handful of statements: an edition brings thousands.
 *
 * @throws Overtaken where a row does not stand as its draft says, or another has what only one may have
 */
export async function writeDrafts(hand: Hand, drafts: readonly Draft[]): Promise<readonly Before[]> {
  const before: Before[] = [];
  for (const run of runsOf(drafts)) before.push(...(await writeRun(hand, run)));
  return before;
}

/** So many rows are written at once: a statement holds the one thread of an embedded store for milliseconds only. */
const longestRun = 200;

/** Drafts of one kind that do the same, no row twice. */
function runsOf(drafts: readonly Draft[]): readonly (readonly [Draft, ...Draft[]])[] {
  const runs: [Draft, ...Draft[]][] = [];
  const inRun = new Set<string>();
  for (const draft of drafts) {
    const run = runs.at(-1);
    const joins =
      run !== undefined && run.length < longestRun && isAlike(run[0], draft) && !inRun.has(draft.target.id);
    if (joins) run.push(draft);
    else {
      runs.push([draft]);
      inRun.clear();
    }
    inRun.add(draft.target.id);
  }
  return runs;
}

function isAlike(one: Draft, other: Draft): boolean {
  return one.target.kind === other.target.kind && deedOf(one) === deedOf(other);
}

function deedOf({ after, version }: Draft): 'take-away' | 'add' | 'change' {
  if (after === null) return 'take-away';
  return version === null ? 'add' : 'change';
}

async function writeRun(hand: Hand, run: readonly [Draft, ...Draft[]]): Promise<readonly Before[]> {
  const { kind } = run[0].target;
  const ids = run.map(({ target }) => target.id);
  const stored = await findStored(hand.tx, kind, ids);
  const before = ids.map((id) => inForce(stored.get(id)));
  run.forEach(({ target, version }, at) => {
    if ((before[at]?.version ?? null) !== version) throw new Overtaken(target);
  });
  switch (deedOf(run[0])) {
    case 'take-away':
      if (before.includes(null)) throw new RangeError(`nothing to remove at ${kind} ${ids.join(' ')}`);
      await tableOf(kind).mark(hand.tx, ids, hand.at);
      break;
    case 'add':
      await refuseRivals(hand, run);
      await add(hand, run, stored);
      break;
    case 'change':
      await change(hand, run, before);
  }
  return before;
}

function inForce(stored: Stored | undefined): Before {
  return stored === undefined || stored.removed ? null : stored;
}

/** New rows, and those that come back under their ids. */
async function add(
  hand: Hand,
  run: readonly [Draft, ...Draft[]],
  stored: ReadonlyMap<string, Stored>,
): Promise<void> {
  const table = tableOf(run[0].target.kind);
  const news: Added[] = [];
  const asTheyWere: string[] = [];
  const otherwise: Changed[] = [];
  for (const { target, after, behind, row } of run) {
    if (after === null) continue;
    const was = stored.get(target.id);
    if (was === undefined) news.push({ id: target.id, snapshot: after, behind, row });
    else if (isDeepStrictEqual(was.snapshot, after)) asTheyWere.push(target.id);
    else otherwise.push(changedRow(target.id, was, after));
  }
  if (news.length > 0) await table.insert(hand, news);
  if (asTheyWere.length > 0) await table.mark(hand.tx, asTheyWere, null);
  if (otherwise.length > 0) await table.update(hand, otherwise);
}

function changedRow(id: string, { snapshot, version }: Stored, is: Snapshot): Changed {
  return { id, was: snapshot, is, mark: { version: version + 1, removedAt: null } };
}

async function change(
  hand: Hand,
  run: readonly [Draft, ...Draft[]],
  before: readonly Before[],
): Promise<void> {
  const { kind } = run[0].target;
  const table = tableOf(kind);
  const rows = run.map(({ target: { id }, after }, at) => {
    const was = before[at] ?? null;
    if (was === null || after === null) throw new RangeError(`nothing to change at ${kind} ${id}`);
    return changedRow(id, was, after);
  });
  const isNamed = ({ was, is }: Changed) => !isDeepStrictEqual(table.uniqueOf(was), table.uniqueOf(is));
  if (!rows.some(isNamed)) return table.update(hand, rows);
  // One after the other: a name becomes free before another row takes it.
  for (const row of rows) {
    if (isNamed(row)) await refuseRival(hand, { kind, id: row.id }, table.uniqueOf(row.is));
    await table.update(hand, [row]);
  }
}

async function refuseRival(hand: Hand, { kind, id }: Target, unique: Unique | null): Promise<void> {
  const rival = unique === null ? null : await tableOf(kind).rival(hand.tx, [unique], [id]);
  if (rival !== null) throw new Overtaken({ kind, id: rival });
}

/** What only one row may have must not be in force already, nor come twice. */
async function refuseRivals(hand: Hand, run: readonly [Draft, ...Draft[]]): Promise<void> {
  const { kind } = run[0].target;
  const table = tableOf(kind);
  const uniques = new Map<string, Unique>();
  for (const { target, after } of run) {
    const unique = after === null ? null : table.uniqueOf(after);
    if (unique === null) continue;
    const key = JSON.stringify(unique);
    if (uniques.has(key)) throw new Overtaken(target);
    uniques.set(key, unique);
  }
  const ids = run.map(({ target }) => target.id);
  const rival = uniques.size === 0 ? null : await table.rival(hand.tx, [...uniques.values()], ids);
  if (rival !== null) throw new Overtaken({ kind, id: rival });
}
