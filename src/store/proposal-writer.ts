import type { ChangeSet, ChangeStore, Proposal, RejectResult } from '../actions/change-ports.ts';
import type { Author } from '../domain/change.ts';
import { isAllowed } from './guard.ts';
import { proposalColumns, proposalFrom } from './proposal-rows.ts';
import { noteRequest } from './request-keys.ts';
import { takeTurn } from './revision.ts';
import type { Transaction } from './snapshot-table.ts';
import { isUuid } from './snapshot-tables.ts';

/** Keeps a proposal as `ChangeStore.propose` says. A key under which something was written is a RangeError. */
export async function keepProposal(
  tx: Transaction,
  proposal: Proposal,
  requestKey: string,
): Promise<Proposal> {
  const request = { key: requestKey, at: proposal.proposedAt, setId: null, proposalId: proposal.id } as const;
  const earlier = await noteRequest(tx, request);
  if (earlier === null) {
    return proposalFrom(await tx.proposal.create({ data: proposalColumns(proposal) }));
  }
  if (earlier.proposalId === null) throw new RangeError('what is proposed was written before');
  return proposalFrom(await tx.proposal.findUniqueOrThrow({ where: { id: earlier.proposalId } }));
}

/**
 * Closes an open proposal as approved by the set, and gives null; or gives the id of the set that was written when
 * it was approved before, or its own id when it was rejected: then nothing may be written.
 *
 * @throws when there is no such proposal
 */
export async function approveProposal(
  tx: Transaction,
  id: string,
  { set, setId }: { readonly set: ChangeSet; readonly setId: string },
): Promise<string | null> {
  const decision = { by: set.approvedBy ?? set.by, at: set.at, amended: set.amended ?? false };
  if (await close(tx, id, { state: 'approved', setId, reason: null, ...decision })) return null;
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id } });
  return proposal.setId ?? id;
}

/** Closes an open proposal as `ChangeStore.reject` says. */
export async function rejectProposal(
  tx: Transaction,
  id: string,
  { guard, ...decision }: Parameters<ChangeStore['reject']>[1],
): Promise<RejectResult> {
  if (!isUuid(id)) return { kind: 'decided-before' };
  await takeTurn(tx);
  if (!(await isAllowed(tx, guard))) return { kind: 'not-allowed' };
  const closing = { state: 'rejected', setId: null, amended: false, ...decision } as const;
  if (!(await close(tx, id, closing))) return { kind: 'decided-before' };
  return { kind: 'rejected', proposal: proposalFrom(await tx.proposal.findUniqueOrThrow({ where: { id } })) };
}

interface Closing {
  readonly state: 'approved' | 'rejected';
  readonly by: Author;
  readonly at: Date;
  readonly reason: string | null;
  readonly setId: string | null;
  readonly amended: boolean;
}

/** Whether it was open. */
async function close(tx: Transaction, id: string, { by, at, ...closing }: Closing): Promise<boolean> {
  const decided = { decidedById: by.personId, decidedByPosts: [...by.posts], decidedAt: at };
  const { count } = await tx.proposal.updateMany({
    where: { id, state: 'open' },
    data: { ...closing, ...decided },
  });
  return count === 1;
}
