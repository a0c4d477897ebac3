import type { ChangeStore, Notice, NoticeClaim } from '../actions/change-ports.ts';
import type { Database } from './database.ts';
import { proposalFrom } from './proposal-rows.ts';

type Client = Database['prisma'];

type NoticeStore = Pick<
  ChangeStore,
  'untoldProposals' | 'claimNotice' | 'deferNotice' | 'failNotice' | 'noteTold'
>;

const untold = {
  asked: { state: 'open', announcedAt: null },
  result: { state: { not: 'open' }, resultToldAt: null },
} as const;

/** Who is told of proposals, over a database: `ChangeStore` says what each promises. */
export function proposalNotices(prisma: Client): NoticeStore {
  return {
    untoldProposals: async (about) => {
      const found = await prisma.proposal.findMany({
        where: untold[about],
        orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
      });
      return found.map(proposalFrom);
    },
    claimNotice: async (notice, at) => {
      const data = [{ ...notice, at }];
      const { count } = await prisma.proposalNotice.createMany({ data, skipDuplicates: true });
      return count === 1 ? { kind: 'claimed', attempts: 1 } : claimAgain(prisma, notice, at);
    },
    deferNotice: async (notice, notBefore) => {
      // Somebody may have come to the end meanwhile, taking this one for told.
      await prisma.$transaction([
        prisma.proposalNotice.update({ where: keyOf(notice), data: { notBefore } }),
        prisma.proposal.update({ where: { id: notice.proposalId }, data: toldAt(notice.about, null) }),
      ]);
    },
    failNotice: async (notice, failure) => {
      await prisma.proposalNotice.update({ where: keyOf(notice), data: { failure } });
    },
    noteTold: async (id, about, at) => {
      await prisma.proposal.update({ where: { id }, data: toldAt(about, at) });
    },
  };
}

/** What was begun before is begun again where its time has come; of however many who try, by one. */
async function claimAgain(prisma: Client, notice: Notice, at: Date): Promise<NoticeClaim> {
  const row = await prisma.proposalNotice.findUniqueOrThrow({ where: keyOf(notice) });
  const { failure, notBefore } = row;
  if (failure !== null) return { kind: 'failed' };
  if (notBefore === null) return { kind: 'taken' };
  if (notBefore > at) return { kind: 'deferred' };
  const attempts = row.attempts + 1;
  const { count } = await prisma.proposalNotice.updateMany({
    where: { ...notice, notBefore },
    data: { notBefore: null, attempts },
  });
  return count === 1 ? { kind: 'claimed', attempts } : { kind: 'taken' };
}

function keyOf({ proposalId, about, personId }: Notice) {
  return { proposalId_about_personId: { proposalId, about, personId } };
}

function toldAt(about: Notice['about'], at: Date | null) {
  return about === 'result' ? { resultToldAt: at } : { announcedAt: at };
}
