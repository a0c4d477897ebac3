import type { Draft } from '../actions/change-ports.ts';
import type { Snapshot, SnapshotKind, Target } from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { Prisma } from '../generated/prisma/client.ts';

export type Transaction = Prisma.TransactionClient;

type SnapshotOf<Kind extends SnapshotKind> = Extract<Snapshot, { kind: Kind }>;

/** A row as a snapshot, also one that was removed. */
export interface Stored<Kept extends Snapshot = Snapshot> {
  readonly version: number;
  readonly removed: boolean;
  readonly snapshot: Kept;
  /** Its position, where it stands in a list into which it may move from another. */
  readonly place?: number;
}

/** Under which a row is written. */
export interface Hand {
  readonly tx: Transaction;
  readonly newId: () => string;
  readonly at: Date;
  readonly by: PersonId;
  /** The edition whose observations are written; null where a person records them. */
  readonly editionId: string | null;
  /** Where a row stood before it left with what is undone now; null for all other rows. */
  readonly placeBefore: (id: string) => number | null;
}

/** What every write of a row that is there sets. */
export interface Mark {
  readonly version: number;
  /** Null brings a removed row back. */
  readonly removedAt: Date | null;
}

/** A row that is not there yet. */
export interface Added<Kept extends Snapshot = Snapshot> extends Pick<Draft, 'behind' | 'row'> {
  readonly id: string;
  readonly snapshot: Kept;
}

/** A row that stands otherwise from now on. */
export interface Changed<Kept extends Snapshot = Snapshot> {
  readonly id: string;
  readonly was: Kept;
  readonly is: Kept;
  /** Carries its next version. */
  readonly mark: Mark;
}

/** How snapshots of one kind are kept: in a row of their own, with what belongs to it alone. */
interface TableOf<Kept extends Snapshot> {
  /** By id, without those that never were there. */
  find(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Stored<Kept>>>;
  /** One that others name stands before them. */
  insert(hand: Hand, rows: readonly Added<Kept>[]): Promise<void>;
  update(hand: Hand, rows: readonly Changed<Kept>[]): Promise<void>;
  /** Counts the versions up and takes the rows away, or brings them back (null). */
  mark(tx: Transaction, ids: readonly string[], removedAt: Date | null): Promise<void>;
  /** What only one row in force may have, where there is something of the kind. */
  readonly unique?: {
    readonly of: (snapshot: Kept) => Unique | null;
    /** The id of a row in force that has one of these, but for the rows of `ids`; null where there is none. */
    readonly held: (
      tx: Transaction,
      uniques: readonly Unique[],
      ids: readonly string[],
    ) => Promise<string | null>;
  };
  /** The rows without which it would not be seen. */
  owners(snapshot: Kept): readonly Target[];
}

/** Columns that together are unique among the rows in force, with their values. */
export type Unique = Readonly<Record<string, string | number>>;

/** The same for every kind. A snapshot of another kind is a mistake of the program: RangeError. */
export interface SnapshotTable {
  find(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  insert(hand: Hand, rows: readonly Added[]): Promise<void>;
  update(hand: Hand, rows: readonly Changed[]): Promise<void>;
  mark(tx: Transaction, ids: readonly string[], removedAt: Date | null): Promise<void>;
  uniqueOf(snapshot: Snapshot): Unique | null;
  rival(tx: Transaction, uniques: readonly Unique[], ids: readonly string[]): Promise<string | null>;
  owners(snapshot: Snapshot): readonly Target[];
}

/** The table of one kind, so that it can stand in a list of tables of all kinds. */
export function snapshotTable<Kind extends SnapshotKind>(
  kind: Kind,
  table: TableOf<SnapshotOf<Kind>>,
): SnapshotTable {
  const own = (snapshot: Snapshot): SnapshotOf<Kind> => {
    if (!isOfKind(snapshot, kind)) throw new RangeError(`a ${snapshot.kind} is no ${kind}`);
    return snapshot;
  };
  return {
    find: (tx, ids) => table.find(tx, ids),
    insert: (hand, rows) =>
      table.insert(
        hand,
        rows.map((row) => ({ ...row, snapshot: own(row.snapshot) })),
      ),
    update: (hand, rows) =>
      table.update(
        hand,
        rows.map((row) => ({ ...row, was: own(row.was), is: own(row.is) })),
      ),
    mark: (tx, ids, removedAt) => table.mark(tx, ids, removedAt),
    uniqueOf: (snapshot) => table.unique?.of(own(snapshot)) ?? null,
    rival: async (tx, uniques, ids) => (await table.unique?.held(tx, uniques, ids)) ?? null,
    owners: (snapshot) => table.owners(own(snapshot)),
  };
}

function isOfKind<Kind extends SnapshotKind>(snapshot: Snapshot, kind: Kind): snapshot is SnapshotOf<Kind> {
  return snapshot.kind === kind;
}

/** The rows by id, as `from` reads each. */
export function storedById<Row extends { readonly id: string }, Kept extends Snapshot>(
  rows: readonly Row[],
  from: (row: Row) => Stored<Kept>,
): ReadonlyMap<string, Stored<Kept>> {
  return new Map(rows.map((row) => [row.id, from(row)]));
}

/** Writes rows one after the other: where few are changed at once. */
export function oneByOne<Kept extends Snapshot>(
  update: (hand: Hand, id: string, change: Omit<Changed<Kept>, 'id'>) => Promise<void>,
): (hand: Hand, rows: readonly Changed<Kept>[]) => Promise<void> {
  return async (hand, rows) => {
    for (const { id, ...change } of rows) await update(hand, id, change);
  };
}

/** What every mark of many rows sets. */
export function counted(removedAt: Date | null) {
  return { version: { increment: 1 }, removedAt };
}

/** The condition of rows in force that have one of these, but for those of `ids`. */
export function having(uniques: readonly Unique[], ids: readonly string[]) {
  return { OR: [...uniques], id: { notIn: [...ids] }, removedAt: null };
}

/** The place behind the last: 0 where there is none. */
export function behind({ _max }: { readonly _max: { readonly position: number | null } }): number {
  return _max.position === null ? 0 : _max.position + 1;
}
