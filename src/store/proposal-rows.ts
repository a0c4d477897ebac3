import type { Proposal } from '../actions/change-ports.ts';
import type { ChangeVerb, SnapshotKind } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ProposalModel } from '../generated/prisma/models.ts';
import { authorOf, originOf } from './change-rows.ts';

/** The row of a proposal. */
export function proposalColumns(proposal: Proposal): Prisma.ProposalCreateInput {
  return {
    id: proposal.id,
    verb: proposal.verb,
    projectId: proposal.projectId,
    targetKind: proposal.target?.kind ?? null,
    targetId: proposal.target?.id ?? null,
    targetVersion: proposal.version,
    fields: proposal.fields,
    authorId: proposal.author.personId,
    authorPosts: [...proposal.author.posts],
    ...originOf(proposal.origin),
    proposedAt: proposal.proposedAt,
    state: proposal.state,
    decidedById: proposal.decidedBy?.personId ?? null,
    decidedByPosts: [...(proposal.decidedBy?.posts ?? [])],
    decidedAt: proposal.decidedAt,
    reason: proposal.reason,
    announcedAt: proposal.announcedAt,
    resultToldAt: proposal.resultToldAt,
    setId: proposal.setId,
    amended: proposal.amended,
  };
}

/** The proposal of a row. */
export function proposalFrom(row: ProposalModel): Proposal {
  const { targetKind, targetId } = row;
  const hasTarget = targetKind !== null && targetId !== null;
  return {
    id: row.id,
    verb: row.verb as ChangeVerb,
    projectId: row.projectId as ProjectId,
    target: hasTarget ? { kind: targetKind as SnapshotKind, id: targetId } : null,
    version: row.targetVersion,
    // Written by `proposalColumns` only.
    fields: row.fields as Proposal['fields'],
    author: authorOf(row.authorId, row.authorPosts),
    origin: originOf(row),
    proposedAt: row.proposedAt,
    state: row.state,
    decidedBy: row.decidedById === null ? null : authorOf(row.decidedById, row.decidedByPosts),
    decidedAt: row.decidedAt,
    reason: row.reason,
    announcedAt: row.announcedAt,
    resultToldAt: row.resultToldAt,
    setId: row.setId,
    amended: row.amended,
  };
}
