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

/** How snapshots of one kind are kept: in a row of their own, with what belongs to it alone. */
interface TableOf<Kept extends Snapshot> {
  find(tx: Transaction, id: string): Promise<Stored<Kept> | null>;
  insert(hand: Hand, id: string, snapshot: Kept): Promise<void>;
  /** `was` is how the row stood, `mark` carries its next version. */
  update(
    hand: Hand,
    id: string,
    change: { readonly was: Kept; readonly is: Kept; readonly mark: Mark },
  ): Promise<void>;
  /** Writes nothing but the mark. */
  mark(tx: Transaction, id: string, mark: Mark): Promise<void>;
  /** The id of another row that has what only one row may have, or null. */
  rival(tx: Transaction, id: string, snapshot: Kept): Promise<string | null>;
  /** The rows without which it would not be seen. */
  owners(snapshot: Kept): readonly Target[];
}

/** The same for every kind. A snapshot of another kind is a mistake of the program: RangeError. */
export interface SnapshotTable {
  find(tx: Transaction, id: string): Promise<Stored | null>;
  insert(hand: Hand, id: string, snapshot: Snapshot): Promise<void>;
  update(hand: Hand, id: string, change: { was: Snapshot; is: Snapshot; mark: Mark }): Promise<void>;
  mark(tx: Transaction, id: string, mark: Mark): Promise<void>;
  rival(tx: Transaction, id: string, snapshot: Snapshot): Promise<string | null>;
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
    find: (tx, id) => table.find(tx, id),
    insert: (hand, id, snapshot) => table.insert(hand, id, own(snapshot)),
    update: (hand, id, { was, is, mark }) => table.update(hand, id, { was: own(was), is: own(is), mark }),
    mark: (tx, id, mark) => table.mark(tx, id, mark),
    rival: (tx, id, snapshot) => table.rival(tx, id, own(snapshot)),
    owners: (snapshot) => table.owners(own(snapshot)),
  };
}

function isOfKind<Kind extends SnapshotKind>(snapshot: Snapshot, kind: Kind): snapshot is SnapshotOf<Kind> {
  return snapshot.kind === kind;
}

/** The condition of rows that are in force, but for the one of `id`. */
export function othersThere(id: string) {
  return { id: { not: id }, removedAt: null } as const;
}

/** The place behind the last: 0 where there is none. */
export function behind({ _max }: { readonly _max: { readonly position: number | null } }): number {
  return _max.position === null ? 0 : _max.position + 1;
}
