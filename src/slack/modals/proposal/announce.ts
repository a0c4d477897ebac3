import type { Notice, Proposal } from '../../../actions/change-ports.ts';
import { previewProposal } from '../../../actions/preview-proposal.ts';
import {
  announceProposal,
  announceResult,
  type Telling,
  tellUntold,
} from '../../../actions/tell-of-proposals.ts';
import { administratorsOf, decidersOf } from '../../../actions/writes/may-write.ts';
import type { PersonId } from '../../../domain/person.ts';
import type { Project } from '../../../domain/project.ts';
import { type ProposalFacts, proposalMessage } from '../../messages/proposal.ts';
import { resultMessage, stuckMessage } from '../../messages/proposal-decided.ts';
import type { Reply } from '../../reply.ts';
import { type Words, wordsIn } from '../../words/index.ts';
import type { ModalServices } from '../services.ts';

/** What telling people of proposals needs. */
export type AnnounceServices = Pick<
  ModalServices,
  'writes' | 'directory' | 'directMessages' | 'now' | 'today' | 'timeZone' | 'report'
>;

/** Asks those who decide, each in their own language and once. */
export function askDeciders(services: AnnounceServices, proposal: Proposal): Promise<void> {
  return announceProposal(tellPorts(services), proposal, services.now());
}

/** Tells the author, once, what became of the proposal. */
export function tellAuthor(services: AnnounceServices, proposal: Proposal): Promise<void> {
  return announceResult(tellPorts(services), proposal, services.now());
}

/** Tells what an earlier process, or Slack, kept from being told. */
export function tellWhatIsUntold(services: AnnounceServices): Promise<void> {
  return tellUntold(tellPorts(services), services.now());
}

function tellPorts(services: AnnounceServices) {
  const { writes, report } = services;
  const tell = async (proposal: Proposal, { about, personId }: Notice): Promise<Telling> => {
    try {
      const message = await messageAbout(services, proposal, about);
      return await say(services, personId, message);
    } catch (problem) {
      // Nothing leaves us before `deliver`, which never rejects.
      report(problem);
      return { kind: 'unsent' };
    }
  };
  return { ...writes, tell, report };
}

type Message = (words: Words) => Reply;

async function messageAbout(
  services: AnnounceServices,
  proposal: Proposal,
  about: Notice['about'],
): Promise<Message> {
  const facts = await factsOf(services, proposal);
  switch (about) {
    case 'asked':
      return (words) => proposalMessage(facts, words);
    case 'result':
      return (words) => resultMessage(facts, { words, amended: proposal.amended });
    case 'stuck': {
      const deciders = await thoseThere(services, await decidersOf(services.writes, proposal.projectId));
      const ask =
        deciders.length > 0 ? deciders : await thoseThere(services, await administratorsOf(services.writes));
      return (words) => stuckMessage(facts, ask, words);
    }
  }
}

/** Without those who have left, whom nobody can ask. Where Slack does not say, a person counts as there. */
async function thoseThere(
  { directory }: Pick<AnnounceServices, 'directory'>,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const asked = await Promise.allSettled(people.map((id) => directory.personOf(id, { anew: true })));
  return people.filter((_, index) => {
    const answer = asked[index];
    return answer?.status !== 'fulfilled' || answer.value.standing !== 'deactivated';
  });
}

/** Says it to one person in that person's language. What Slack refuses for good is noted once: it is not tried again. */
async function say(
  { directory, directMessages, report }: AnnounceServices,
  id: PersonId,
  message: Message,
): Promise<Telling> {
  const { language, standing } = await directory.personOf(id);
  // Whoever proposed and has left since is told nothing either.
  if (standing !== 'member') return { kind: 'failed', why: standing };
  const delivery = await directMessages.deliver(id, message(wordsIn(language)));
  if ('problem' in delivery) report(delivery.problem);
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'told' };
    case 'unreachable':
    case 'refused':
      return { kind: 'failed', why: delivery.why };
    case 'unsent':
    case 'unsure':
      return { kind: delivery.kind };
  }
}

/** What it would change, or what was written when it was approved. */
async function factsOf(services: AnnounceServices, proposal: Proposal): Promise<ProposalFacts> {
  const { writes, now, today, timeZone } = services;
  const preview = await previewProposal(writes, { proposal, now: now(), today: today() });
  if (proposal.setId === null) return { ...preview, proposal, timeZone };
  const { changes } = await writes.store.history({ setId: proposal.setId, skip: 0, most: 1_000 });
  const written = new Set<string>(changes.map(({ target }) => target.id));
  const project = preview.project === null ? null : withoutValues(preview.project, written);
  return { project, drafts: changes.toReversed(), proposal, timeZone };
}

/** The project without the values that were written: each then shows the one that it follows. */
function withoutValues(project: Project, written: ReadonlySet<string>): Project {
  const indicators = project.indicators.map((indicator) => {
    const observations = indicator.observations.filter(({ id }) => !written.has(id));
    return { ...indicator, observations, current: observations.at(-1) ?? null };
  });
  return { ...project, indicators };
}
