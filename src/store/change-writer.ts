import type { ApplyResult, ChangeSet, Draft } from '../actions/change-ports.ts';
import type { Target } from '../domain/change.ts';
import { changesOf } from './change-reader.ts';
import { changeColumns, changeFrom, changeOf, type Written } from './change-rows.ts';
import { keepEdition, turnEditions } from './edition-turns.ts';
import { isAllowed } from './guard.ts';
import { inBatches } from './in-batches.ts';
import { insertRows } from './many-rows.ts';
import { approveProposal } from './proposal-writer.ts';
import { noteRequest } from './request-keys.ts';
import { countUp, takeTurn } from './revision.ts';
import type { Hand, Transaction } from './snapshot-table.ts';
import { findVersioned, tableOf } from './snapshot-tables.ts';
import { Overtaken, writeDrafts } from './write-drafts.ts';

/** The right was taken away. Thrown to roll the transaction back, never out of this file. */
class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** What a set is written with: a way to run a transaction, and ids. */
export interface Applying {
  readonly inTransaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  readonly newId: () => string;
}

/** Applies a set as `ChangeStore.apply` says. The text in it has to be storable. */
export async function applySet(set: ChangeSet, { inTransaction, newId }: Applying): Promise<ApplyResult> {
  const setId = newId();
  try {
    return await inTransaction(async (tx) => {
      await takeTurn(tx);
      const earlier = await answeredBefore(tx, set, setId);
      if (earlier !== null) return earlier;
      if (!(await isAllowed(tx, set.guard))) throw new NotAllowed();
      const hand = {
        tx,
        newId,
        at: set.at,
        by: set.by.personId,
        editionId: await keepEdition(tx, set, newId),
        placeBefore: await placesBefore(tx, set),
      };
      return write(set, { setId, hand });
    });
  } catch (error) {
    if (error instanceof NotAllowed) return { kind: 'not-allowed' };
    if (!(error instanceof Overtaken)) throw error;
    return inTransaction((tx) => conflictAt(tx, error.target));
  }
}

/** Closes the request and its proposal; gives what was written before, where that is so. */
async function answeredBefore(tx: Transaction, set: ChangeSet, setId: string): Promise<ApplyResult | null> {
  const noted = await noteRequest(tx, { key: set.requestKey, at: set.at, setId, proposalId: null });
  if (noted !== null) return repeated(tx, noted.setId ?? noted.proposalId ?? setId);
  if (set.proposalId === undefined) return null;
  const decided = await approveProposal(tx, set.proposalId, { set, setId });
  return decided === null ? null : repeated(tx, decided);
}

async function repeated(tx: Transaction, setId: string): Promise<ApplyResult> {
  return { kind: 'repeated', setId, changes: await changesOf(tx, setId) };
}

async function write(
  set: ChangeSet,
  { setId, hand }: { readonly setId: string; readonly hand: Hand },
): Promise<ApplyResult> {
  const before = await writeDrafts(hand, set.drafts);
  const written = set.drafts.map((draft, at): Written => {
    const was = before[at] ?? null;
    const change = changeOf(draft, set, { id: hand.newId(), setId, before: was?.snapshot ?? null });
    return { change, placeBefore: was?.place ?? null };
  });
  await requireOwners(hand.tx, set.drafts);
  await turnEditions(hand, { set, setId });
  await inBatches(written, (some) => insertRows(hand.tx, 'change', some.map(changeColumns)));
  await countUp(hand.tx);
  return { kind: 'applied', setId, changes: written.map(({ change }) => change) };
}

/** Where the rows stood before the set that this one undoes. */
async function placesBefore(tx: Transaction, { undoes }: ChangeSet): Promise<Hand['placeBefore']> {
  if (undoes === null) return () => null;
  const rows = await tx.change.findMany({
    where: { setId: undoes, placeBefore: { not: null } },
    select: { targetId: true, placeBefore: true },
  });
  const places = new Map(rows.map(({ targetId, placeBefore }) => [targetId, placeBefore]));
  return (id) => places.get(id) ?? null;
}

/** Nothing may be written where nobody sees it: into a project, indicator or post that was taken away meanwhile. */
async function requireOwners(tx: Transaction, drafts: readonly Draft[]): Promise<void> {
  const owners = drafts.flatMap(({ target, after }) =>
    after === null ? [] : tableOf(target.kind).owners(after),
  );
  const there = await findVersioned(tx, owners);
  const open = new Set(
    there.flatMap(({ target, snapshot }) =>
      snapshot.kind === 'project' && snapshot.retired ? [] : [target.id],
    ),
  );
  const gone = owners.find(({ id }) => !open.has(id));
  if (gone !== undefined) throw new Overtaken(gone);
}

async function conflictAt(tx: Transaction, target: Target): Promise<ApplyResult> {
  const last = await tx.change.findFirst({ where: { targetId: target.id }, orderBy: { seq: 'desc' } });
  const [current = null] = await findVersioned(tx, [target]);
  return { kind: 'conflict', target, current, last: last === null ? null : changeFrom(last) };
}
