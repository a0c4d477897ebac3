import type { ChangeStore, Notice } from '../actions/change-ports.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import type { fewAtOnce } from './few-at-once.ts';
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
  | 'releaseNotice'
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
    ...noticeStore(prisma),
  };
}

const untold = {
  asked: { state: 'open', announcedAt: null },
  result: { state: { not: 'open' }, resultToldAt: null },
} as const;

function noticeStore(
  prisma: Client,
): Pick<ProposalStore, 'untoldProposals' | 'claimNotice' | 'releaseNotice' | 'noteTold'> {
  return {
    untoldProposals: async (about) =>
      (await prisma.proposal.findMany({ where: untold[about], orderBy })).map(proposalFrom),
    claimNotice: async (notice, at) => {
      const data = { ...notice, at };
      const { count } = await prisma.proposalNotice.createMany({ data: [data], skipDuplicates: true });
      return count === 1;
    },
    releaseNotice: async (notice) => {
      // Somebody may have come to the end meanwhile, taking this one for told.
      await prisma.$transaction([
        prisma.proposalNotice.deleteMany({ where: notice }),
        prisma.proposal.update({ where: { id: notice.proposalId }, data: toldAt(notice.about, null) }),
      ]);
    },
    noteTold: async (id, about, at) => {
      await prisma.proposal.update({ where: { id }, data: toldAt(about, at) });
    },
  };
}

function toldAt(about: Notice['about'], at: Date | null) {
  return about === 'asked' ? { announcedAt: at } : { resultToldAt: at };
}
