import { previewProposal } from '../../../actions/preview-proposal.ts';
import type { DecisionRefusal } from '../../../actions/writes/decide-proposal.ts';
import { approveProposal } from '../../../actions/writes/decide-proposal.ts';
import type { Person } from '../../../domain/person.ts';
import { paragraph, richText, text } from '../../blocks/rich-text.ts';
import { type ProposalFacts, undecidedMessage } from '../../messages/proposal.ts';
import { decidedMessage, notYoursMessage } from '../../messages/proposal-decided.ts';
import { noteWrite } from '../../note-write.ts';
import { type Reply, reply } from '../../reply.ts';
import { type Words, wordsIn } from '../../words/index.ts';
import type { ModalServices } from '../services.ts';
import { tellAuthor } from './announce.ts';

/** Reads a proposal with what it would change now; null where there is none. */
export async function factsOf(services: ModalServices, id: string): Promise<ProposalFacts | null> {
  const { writes, now, today, timeZone } = services;
  const proposal = await writes.store.findProposal(id);
  if (proposal === null) return null;
  return { ...(await previewProposal(writes, { proposal, now: now(), today: today() })), proposal, timeZone };
}

/** 承認: what then stands in place of the message that asked. */
export async function approvePressed(
  services: ModalServices,
  { id, person }: { readonly id: string; readonly person: Person },
): Promise<Reply> {
  const words = wordsIn(person.language);
  // Read before the write: afterwards the value before is not the one before any more.
  const facts = await factsOf(services, id);
  if (facts === null) return goneMessage(words);
  const approved = await approveProposal(services.writes, {
    proposalId: id,
    person,
    now: services.now(),
    today: services.today(),
    requestKey: `approve ${id} ${person.id}`,
    fields: null,
    confirmed: null,
  });
  noteWrite(services, { verb: 'approve', person: person.id, outcome: approved });
  if (!approved.ok) return undecided(approved.refusal, { facts, words });
  const { proposal, changes, setId, repeated } = approved.value;
  const decided = { ...facts, drafts: changes, proposal };
  if (!repeated) services.inFlight.follow(tellAuthor(services, proposal));
  return decidedMessage(decided, { words, isMine: true, setId });
}

/** Why it was not decided, in place of the message that asked; with its buttons where they still help. */
export function undecided(
  refusal: DecisionRefusal,
  { facts, words }: { readonly facts: ProposalFacts; readonly words: Words },
): Reply {
  switch (refusal.kind) {
    case 'no-proposal':
      return goneMessage(words);
    case 'decided-before':
      return decidedMessage({ ...facts, proposal: refusal.proposal }, { words, isMine: false });
    case 'may-not-write':
      return refusal.why === 'standing'
        ? sentenceReply(words('submit.guest'))
        : notYoursMessage(refusal.ask, words);
    case 'conflict': {
      const why = words(refusal.current === null ? 'proposal.rowGone' : 'proposal.conflict');
      return undecidedMessage(facts, { words, why });
    }
    case 'gone':
      return undecidedMessage(facts, { words, why: words('proposal.rowGone') });
    case 'fields':
    case 'confirm':
      return undecidedMessage(facts, { words, why: words('proposal.check') });
  }
}

/** There is no such proposal. */
export function goneMessage(words: Words): Reply {
  return sentenceReply(words('proposal.gone'));
}

function sentenceReply(sentence: string): Reply {
  return reply(sentence, [richText([paragraph(text(sentence))])]);
}
