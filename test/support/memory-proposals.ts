import type { ChangeSet, ChangeStore, Notice, Proposal, Standing } from '../../src/actions/change-ports.ts';
import type { PersonId } from '../../src/domain/person.ts';

/** The part of a store in memory that keeps proposals. */
export function memoryProposals(standingOf: (person: PersonId) => Standing) {
  const proposals = new Map<string, Proposal>();
  const keys = new Map<string, string>();
  const notices = new Set<string>();
  const told = (id: string, about: Notice['about'], at: Date | null) => {
    const proposal = proposals.get(id);
    if (proposal === undefined) return;
    proposals.set(id, { ...proposal, [about === 'asked' ? 'announcedAt' : 'resultToldAt']: at });
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
      claimNotice: async (notice) => {
        const known = notices.has(JSON.stringify(notice));
        notices.add(JSON.stringify(notice));
        return !known;
      },
      releaseNotice: async (notice) => {
        notices.delete(JSON.stringify(notice));
        told(notice.proposalId, notice.about, null);
      },
      noteTold: async (id, about, at) => told(id, about, at),
    } satisfies Partial<ChangeStore>,
  };
}
