import type { ChangeStore } from '../actions/change-ports.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import type { fewAtOnce } from './few-at-once.ts';
import { proposalNotices } from './proposal-notices.ts';
import { proposalFrom } from './proposal-rows.ts';
import { keepProposal, rejectProposal } from './proposal-writer.ts';
import { isUuid } from './snapshot-tables.ts';
import { assertStorable } from './storable.ts';

type Client = Database['prisma'];

type ProposalStore = Pick<
  ChangeStore,
  | 'propose'
  | 'findProposal'
  | 'openProposals'
  | 'reject'
  | 'untoldProposals'
  | 'claimNotice'
  | 'deferNotice'
  | 'failNotice'
  | 'noteTold'
>;

const orderBy: Prisma.ProposalOrderByWithRelationInput[] = [{ proposedAt: 'asc' }, { id: 'asc' }];

/** What proposals need, over a database. `inTurn` keeps connections for those who read. */
export function proposalStore(prisma: Client, inTurn: ReturnType<typeof fewAtOnce>): ProposalStore {
  return {
    propose: async (proposal, requestKey) => {
      assertStorable([proposal, requestKey]);
      return inTurn(() => prisma.$transaction((tx) => keepProposal(tx, proposal, requestKey)));
    },
    findProposal: async (id) => {
      const row = isUuid(id) ? await prisma.proposal.findUnique({ where: { id } }) : null;
      return row === null ? null : proposalFrom(row);
    },
    openProposals: async ({ projectId, before }) => {
      const where = {
        state: 'open',
        ...(projectId && { projectId }),
        ...(before && { proposedAt: { lt: before } }),
      } as const;
      return (await prisma.proposal.findMany({ where, orderBy })).map(proposalFrom);
    },
    reject: async (id, decision) => {
      assertStorable(decision);
      return inTurn(() => prisma.$transaction((tx) => rejectProposal(tx, id, decision)));
    },
    ...proposalNotices(prisma),
  };
}
