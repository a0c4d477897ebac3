import type { Proposal } from '../../../actions/change-ports.ts';
import { previewProposal } from '../../../actions/preview-proposal.ts';
import { administratorsOf } from '../../../actions/writes/may-write.ts';
import type { PersonId } from '../../../domain/person.ts';
import { type ProposalFacts, proposalMessage } from '../../messages/proposal.ts';
import { resultMessage } from '../../messages/proposal-decided.ts';
import { wordsIn } from '../../words/index.ts';
import type { ModalServices } from '../services.ts';

/** What telling people of proposals needs. */
export type AnnounceServices = Pick<
  ModalServices,
  'writes' | 'directory' | 'directMessages' | 'now' | 'today' | 'timeZone' | 'report'
>;

/**
 * Asks those who decide, each in their own language. Where none of them can be reached (a lead has left, and nobody
 * has taken the post yet), the administrators are asked instead.
 */
export async function announceProposal(
  services: AnnounceServices,
  asked: {
    readonly proposal: Proposal;
    readonly ask: readonly PersonId[];
  },
): Promise<void> {
  const { proposal, ask } = asked;
  const { writes, now, today, timeZone } = services;
  const preview = await previewProposal(writes, { proposal, now: now(), today: today() });
  const facts = { ...preview, proposal, timeZone };
  if ((await tellAll(services, ask, facts)) > 0) return;
  const others = (await administratorsOf(writes)).filter((id) => !ask.includes(id));
  await tellAll(services, others, facts);
}

/** How many were told. One who cannot be told keeps nobody else from it. */
async function tellAll(
  services: AnnounceServices,
  people: readonly PersonId[],
  facts: ProposalFacts,
): Promise<number> {
  let told = 0;
  for (const id of people) {
    try {
      const { language, standing } = await services.directory.personOf(id);
      if (standing !== 'member') continue;
      const message = proposalMessage(facts, wordsIn(language));
      if (await services.directMessages.send(id, message)) told += 1;
    } catch (problem) {
      services.report(problem);
    }
  }
  return told;
}

/** Tells the author what became of the proposal. */
export async function tellAuthor(
  services: AnnounceServices,
  { facts, amended }: { readonly facts: ProposalFacts; readonly amended: boolean },
): Promise<void> {
  const { personId } = facts.proposal.author;
  const { language } = await services.directory.personOf(personId);
  await services.directMessages.send(personId, resultMessage(facts, { words: wordsIn(language), amended }));
}
