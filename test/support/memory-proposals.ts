import type { ChangeSet, ChangeStore, Proposal } from '../../src/actions/change-ports.ts';

/** The part of a store in memory that keeps proposals. */
export function memoryProposals() {
  const proposals = new Map<string, Proposal>();
  const keys = new Map<string, string>();
  const find = (id: string) => proposals.get(id) ?? null;
  return {
    /** Closes the proposal that the set decides. Its id if it was decided before: then nothing is written. */
    close: ({ proposalId, by, approvedBy, at }: ChangeSet): string | null => {
      if (proposalId === undefined) return null;
      const proposal = find(proposalId);
      if (proposal?.state !== 'open') return proposalId;
      proposals.set(proposalId, {
        ...proposal,
        state: 'approved',
        decidedBy: approvedBy ?? by,
        decidedAt: at,
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
      reject: async (id, { by, at, reason }) => {
        const proposal = find(id);
        if (proposal?.state !== 'open') return null;
        const rejected = { ...proposal, state: 'rejected', decidedBy: by, decidedAt: at, reason } as const;
        proposals.set(id, rejected);
        return rejected;
      },
    } satisfies Partial<ChangeStore>,
  };
}
