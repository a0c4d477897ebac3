import type { Proposal } from '../actions/change-ports.ts';
import type { ChangeVerb } from '../domain/change.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ProposalModel } from '../generated/prisma/models.ts';
import { authorOf, originOf } from './change-rows.ts';

/** The row of a proposal. */
export function proposalColumns(proposal: Proposal): Prisma.ProposalCreateInput {
  const { id, verb, projectId, fields, proposedAt, state, decidedAt, reason, remindedAt } = proposal;
  return {
    ...{ id, verb, projectId, fields, proposedAt, state, decidedAt, reason, remindedAt },
    authorId: proposal.author.personId,
    authorPosts: [...proposal.author.posts],
    decidedById: proposal.decidedBy?.personId ?? null,
    decidedByPosts: [...(proposal.decidedBy?.posts ?? [])],
    ...originOf(proposal.origin),
  };
}

/** The proposal of a row. */
export function proposalFrom(row: ProposalModel): Proposal {
  const { id, proposedAt, state, decidedAt, reason, remindedAt } = row;
  return {
    ...{ id, proposedAt, state, decidedAt, reason, remindedAt },
    verb: row.verb as ChangeVerb,
    projectId: row.projectId as ProjectId,
    // Written by `proposalColumns` only.
    fields: row.fields as Proposal['fields'],
    author: authorOf(row.authorId, row.authorPosts),
    origin: originOf(row),
    decidedBy: row.decidedById === null ? null : authorOf(row.decidedById, row.decidedByPosts),
  };
}
