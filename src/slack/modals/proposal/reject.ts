import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { rejectProposal } from '../../../actions/writes/decide-proposal.ts';
import { longest } from '../../../actions/writes/fields/text.ts';
import type { Person } from '../../../domain/person.ts';
import { richText } from '../../blocks/rich-text.ts';
import { aboutProposal } from '../../messages/proposal.ts';
import { decidedMessage } from '../../messages/proposal-decided.ts';
import { noteWrite } from '../../note-write.ts';
import { readJson } from '../../read-json.ts';
import { type Words, wordsIn } from '../../words/index.ts';
import { fieldBlocks } from '../field-blocks.ts';
import { problemWords } from '../problem-words.ts';
import { readFields } from '../read-view.ts';
import type { Answered } from '../refused.ts';
import type { ModalServices } from '../services.ts';
import { ProposalPlace } from '../state.ts';
import { typedBlocks } from '../typed-blocks.ts';
import { emptyView, messageView, sentenceBlock } from '../views.ts';
import { tellAuthor } from './announce.ts';
import { factsOf, goneMessage, undecided } from './decide.ts';
import { answerInPlace, viewOf } from './place.ts';

/** The callback id of the view that asks why. */
export const rejectCallbackId = 'proposal:reject';

/** 却下: asks for the reason; or, where it was decided before, says so. */
export async function prepareReject(
  services: ModalServices,
  place: ProposalPlace,
  person: Person,
): Promise<ModalView> {
  const words = wordsIn(person.language);
  const facts = await factsOf(services, place.id);
  if (facts === null || facts.proposal.state !== 'open') {
    const message = facts === null ? goneMessage(words) : decidedMessage(facts, { words, isMine: false });
    await answerInPlace(services, { place, person, message });
    return viewOf(message, words('proposal.rejectTitle'), words);
  }
  return {
    ...emptyView(words('proposal.rejectTitle'), words),
    submit: { type: 'plain_text', text: words('proposal.rejectSubmit'), emoji: false },
    close: { type: 'plain_text', text: words('modal.cancel'), emoji: false },
    callback_id: rejectCallbackId,
    private_metadata: JSON.stringify(place),
    blocks: [
      { ...richText(aboutProposal(facts, words)), block_id: 'about' },
      ...fieldBlocks(
        {
          kind: 'text',
          name: 'reason',
          label: 'field.reason',
          hint: 'proposal.rejectHint',
          most: longest.reason,
          multiline: true,
        },
        { words, today: services.today(), value: '' },
      ),
    ],
  };
}

/** The view that asked why, as it was sent. Never rejects: what fails on our side is reported and told in the view. */
export async function submitReject(
  services: ModalServices,
  { userId, view }: { readonly userId: string; readonly view: ViewOutput },
): Promise<Answered> {
  let words = wordsIn('ja');
  const typed = readFields(view);
  try {
    const person = await services.directory.personOf(userId);
    words = wordsIn(person.language);
    const place = readJson(ProposalPlace, view.private_metadata);
    if (place === null) return said(words('submit.lost'), words);
    return await reject(services, { person, words, place, reason: typed.reason ?? '' });
  } catch (problem) {
    const sentence = sentenceBlock(words('submit.failed', { reference: services.report(problem) }));
    const blocks = [sentence, ...typedBlocks(typed, words)];
    return { kind: 'view', view: messageView(view.title.text, words, blocks) };
  }
}

interface Rejecting {
  readonly person: Person;
  readonly words: Words;
  readonly place: ProposalPlace;
  readonly reason: string;
}

async function reject(
  services: ModalServices,
  { person, words, place, reason }: Rejecting,
): Promise<Answered> {
  const facts = await factsOf(services, place.id);
  if (facts === null) return said(words('proposal.gone'), words);
  const rejected = await rejectProposal(services.writes, {
    proposalId: place.id,
    person,
    reason,
    now: services.now(),
  });
  noteWrite(services, { verb: 'reject', person: person.id, outcome: rejected });
  if (!rejected.ok && rejected.refusal.kind === 'fields') {
    const [problem] = rejected.refusal.problems;
    const error =
      problem === undefined ? words('problem.missing', { example: '' }) : problemWords(problem, words);
    return { kind: 'errors', errors: { reason: error }, view: said(error, words).view };
  }
  const message = rejected.ok
    ? decidedMessage({ ...facts, proposal: rejected.value }, { words, isMine: true })
    : undecided(rejected.refusal, { facts, words });
  services.inFlight.follow(answerInPlace(services, { place, person, message }));
  if (rejected.ok) services.inFlight.follow(tellAuthor(services, rejected.value));
  const kept = rejected.ok ? [] : typedBlocks({ reason }, words);
  const shown = { ...message, blocks: [...message.blocks, ...kept] };
  return { kind: 'view', view: viewOf(shown, words('proposal.rejectTitle'), words) };
}

function said(sentence: string, words: Words): Answered {
  return { kind: 'view', view: messageView(words('proposal.rejectTitle'), words, [sentenceBlock(sentence)]) };
}
