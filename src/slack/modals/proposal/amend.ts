import type { ModalView } from '@slack/types';
import { approveProposal, type DecisionRefusal } from '../../../actions/writes/decide-proposal.ts';
import { isWritable } from '../../../actions/writes/index.ts';
import { FormFields } from '../../../actions/writes/read-fields.ts';
import type { WriteRefusal } from '../../../actions/writes/write-result.ts';
import type { Person } from '../../../domain/person.ts';
import { decidedMessage } from '../../messages/proposal-decided.ts';
import { noteWrite } from '../../note-write.ts';
import type { Reply } from '../../reply.ts';
import { wordsIn } from '../../words/index.ts';
import { gatherFacts } from '../gather.ts';
import { modalOf } from '../index.ts';
import { type Opening, refusedView } from '../open-modal.ts';
import { answerRefusal } from '../refused.ts';
import type { ModalServices } from '../services.ts';
import type { ProposalPlace } from '../state.ts';
import type { Sent, Submitted } from '../submit-modal.ts';
import { typedBlocks } from '../typed-blocks.ts';
import { tellAuthor } from './announce.ts';
import { factsOf, goneMessage, undecided } from './decide.ts';
import { answerInPlace, viewOf } from './place.ts';

/** 修正: the form as its author filled it in; or, where it was decided before, a view that says so. */
export async function prepareAmend(
  services: ModalServices,
  place: ProposalPlace,
  person: Person,
): Promise<Opening | ModalView> {
  const words = wordsIn(person.language);
  const facts = await factsOf(services, place.id);
  const answered = async (message: Reply) => {
    await answerInPlace(services, { place, person, message });
    return viewOf(message, words('proposal.amend'), words);
  };
  if (facts === null) return answered(goneMessage(words));
  const { proposal, project } = facts;
  if (proposal.state !== 'open') return answered(decidedMessage(facts, { words, isMine: false }));
  const modal = isWritable(proposal.verb) ? modalOf(proposal.verb) : null;
  if (modal === null) throw new RangeError(`no form for ${proposal.verb}`);
  return {
    modal,
    text: '',
    typed: FormFields.parse(proposal.fields),
    state: {
      verb: modal.verb,
      via: 'button',
      project: project?.number ?? null,
      target: proposal.target,
      version: null,
      channel: place.channel,
      permalink: null,
      respond: null,
      confirmed: null,
      proposal: place,
    },
  };
}

/** Approves what was corrected. Its author stays the author; what stood in the way is said in the form. */
export async function submitAmended(
  services: ModalServices,
  sent: Sent & { readonly place: ProposalPlace },
): Promise<Submitted> {
  const { person, modal, state, typed, view, place } = sent;
  const words = wordsIn(person.language);
  const [facts, proposed] = [await gatherFacts(services, sent), await factsOf(services, place.id)];
  const approved = await approveProposal(services.writes, {
    proposalId: place.id,
    person,
    now: services.now(),
    today: services.today(),
    requestKey: `view ${view.id} ${view.hash}`,
    fields: typed,
    version: state.version,
    target: state.target,
    confirmed: state.confirmed,
  });
  noteWrite(services, { verb: 'approve-amended', person: person.id, outcome: approved });
  if (!approved.ok) {
    const { refusal } = approved;
    if (isOfForm(refusal) && facts.ok) return answerRefusal({ ...sent, refusal, facts: facts.value });
    if (isOfForm(refusal) && !facts.ok) {
      const telling = { words, timeZone: services.timeZone };
      return { kind: 'view', view: refusedView(facts.refusal, modal, telling, typed) };
    }
    const message = proposed === null ? goneMessage(words) : undecided(refusal, { facts: proposed, words });
    services.inFlight.follow(answerInPlace(services, { place, person, message }));
    const shown = { ...message, blocks: [...message.blocks, ...typedBlocks(typed, words)] };
    return { kind: 'view', view: viewOf(shown, words(modal.title), words) };
  }
  const { proposal, changes, setId, repeated } = approved.value;
  const { timeZone } = services;
  const decided = { project: proposed?.project ?? null, drafts: changes, proposal, timeZone };
  const message = decidedMessage(decided, { words, isMine: true, setId });
  if (!repeated) {
    services.inFlight.follow(answerInPlace(services, { place, person, message }));
    services.inFlight.follow(tellAuthor(services, proposal));
  }
  return { kind: 'view', view: viewOf(message, words(modal.title), words) };
}

/** What stands at the fields of the form. */
function isOfForm(refusal: DecisionRefusal): refusal is WriteRefusal {
  return refusal.kind === 'fields' || refusal.kind === 'confirm' || refusal.kind === 'conflict';
}
