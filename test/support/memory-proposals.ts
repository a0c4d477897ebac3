import type { ChangeSet, ChangeStore, Notice, Proposal, Standing } from '../../src/actions/change-ports.ts';
import type { PersonId } from '../../src/domain/person.ts';

/** The part of a store in memory that keeps proposals. */
export function memoryProposals(standingOf: (person: PersonId) => Standing) {
  const proposals = new Map<string, Proposal>();
  const keys = new Map<string, string>();
  const notices = new Map<string, { attempts: number; notBefore: Date | null; failed: boolean }>();
  const told = (id: string, about: Notice['about'], at: Date | null) => {
    const proposal = proposals.get(id);
    if (proposal === undefined) return;
    proposals.set(id, { ...proposal, [about === 'result' ? 'resultToldAt' : 'announcedAt']: at });
  };
  const hold = (notice: Notice, held: object) => {
    const key = JSON.stringify(notice);
    notices.set(key, { attempts: 0, notBefore: null, failed: false, ...notices.get(key), ...held });
  };
  const find = (id: string) => proposals.get(id) ?? null;
  return {
    /** Closes the proposal that the set decides. Its id if it was decided before: then nothing is written. */
    close: ({ proposalId, by, approvedBy, at, amended = false }: ChangeSet): string | null => {
      if (proposalId === undefined) return null;
      const proposal = find(proposalId);
      if (proposal?.state !== 'open') return proposalId;
      proposals.set(proposalId, {
        ...proposal,
        state: 'approved',
        decidedBy: approvedBy ?? by,
        decidedAt: at,
        amended,
      });
      return null;
    },
    store: {
      propose: async (proposal: Proposal, requestKey: string) => {
        const known = find(keys.get(requestKey) ?? '');
        if (known !== null) return known;
        keys.set(requestKey, proposal.id);
        proposals.set(proposal.id, proposal);
        return proposal;
      },
      findProposal: async (id: string) => find(id),
      openProposals: async () => [...proposals.values()].filter(({ state }) => state === 'open'),
      reject: async (id, { by, at, reason, guard }) => {
        const proposal = find(id);
        if (guard !== null && !guard.allows(standingOf(guard.person))) return { kind: 'not-allowed' };
        if (proposal?.state !== 'open') return { kind: 'decided-before' };
        const rejected = { ...proposal, state: 'rejected', decidedBy: by, decidedAt: at, reason } as const;
        proposals.set(id, rejected);
        return { kind: 'rejected', proposal: rejected };
      },
      untoldProposals: async (about) =>
        [...proposals.values()].filter(({ state, announcedAt, resultToldAt }) =>
          about === 'asked'
            ? state === 'open' && announcedAt === null
            : state !== 'open' && resultToldAt === null,
        ),
      claimNotice: async (notice, at) => {
        const { attempts, notBefore, failed } = notices.get(JSON.stringify(notice)) ?? {
          attempts: 0,
          notBefore: at,
          failed: false,
        };
        if (failed) return { kind: 'failed' };
        if (notBefore === null) return { kind: 'taken' };
        if (notBefore > at) return { kind: 'deferred' };
        hold(notice, { attempts: attempts + 1, notBefore: null });
        return { kind: 'claimed', attempts: attempts + 1 };
      },
      deferNotice: async (notice, notBefore) => {
        hold(notice, { notBefore });
        told(notice.proposalId, notice.about, null);
      },
      failNotice: async (notice) => hold(notice, { failed: true }),
      noteTold: async (id, about, at) => told(id, about, at),
    } satisfies Partial<ChangeStore>,
  };
}
