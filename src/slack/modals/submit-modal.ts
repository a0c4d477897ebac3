import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { askQuestion } from '../../actions/ask-question.ts';
import { submitWrite } from '../../actions/writes/submit-write.ts';
import type { WriteRefusal, WriteResult } from '../../actions/writes/write-result.ts';
import type { Fields } from '../../actions/writes/write-verb.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import { proposedMessage, writtenMessage } from '../messages/written.ts';
import { noteWrite } from '../note-write.ts';
import type { Reply } from '../reply.ts';
import { type Words, wordsIn } from '../words/index.ts';
import { formPrefix } from './form-view.ts';
import { gatherFacts } from './gather.ts';
import { modalOf } from './index.ts';
import type { Facts, Modal } from './modal.ts';
import { refusedView } from './open-modal.ts';
import { submitAmended } from './proposal/amend.ts';
import { askDeciders } from './proposal/announce.ts';
import { readFields } from './read-view.ts';
import { type Answered, answerRefusal } from './refused.ts';
import type { ModalServices } from './services.ts';
import { type ModalState, readState, verbIn } from './state.ts';
import { typedBlocks } from './typed-blocks.ts';
import { messageView, sentenceBlock } from './views.ts';

/** A form as a person sent it. */
export interface Submission {
  readonly userId: string;
  readonly view: ViewOutput;
}

/** What becomes of a submission: an answer in the form, or a confirmation that takes its place. */
export type Submitted =
  | Answered
  | {
      readonly kind: 'done';
      readonly reply: Reply;
      /** The confirmation, for where it cannot be posted. */
      readonly view: ModalView;
      readonly state: ModalState;
      /** The same for every delivery, so that one confirmation is posted. */
      readonly key: string;
    };

/**
 * Hands a form to the action that writes, and words what it answers. Never rejects: what fails on our side is
 * reported, and told in the view with what was typed.
 */
export async function submitModal(services: ModalServices, { userId, view }: Submission): Promise<Submitted> {
  const typed = readFields(view);
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(userId);
    words = wordsIn(person.language);
    const [modal, state] = [modalOf(verbIn(view.callback_id, formPrefix)), readState(view.private_metadata)];
    if (modal === null || state === null) {
      return {
        kind: 'view',
        view: messageView(view.title.text, words, [sentenceBlock(words('submit.lost'))]),
      };
    }
    return await submitForm(services, { person, modal, state, typed, view });
  } catch (problem) {
    return failed(services.report(problem), { view, typed, words });
  }
}

/** All that one submission is about. */
export interface Sent {
  readonly person: Person;
  readonly modal: Modal;
  readonly state: ModalState;
  readonly typed: Fields;
  readonly view: Pick<ViewOutput, 'id' | 'hash' | 'blocks'>;
}

async function submitForm(services: ModalServices, sent: Sent): Promise<Submitted> {
  const { person, modal, state, typed } = sent;
  if (state.proposal !== null) return submitAmended(services, { ...sent, place: state.proposal });
  // What the form showed, read before the write: the value that a new one follows.
  const facts = await gatherFacts(services, sent);
  const result = await write(services, sent);
  noteWrite(services, { verb: modal.verb, person: person.id, outcome: result });
  const words = wordsIn(person.language);
  if (!result.ok) {
    if (facts.ok) return answerRefusal({ ...sent, refusal: result.refusal, facts: facts.value });
    const telling = { words, timeZone: services.timeZone };
    return { kind: 'view', view: refusedView(facts.refusal, modal, telling, typed) };
  }
  announce(services, result.value);
  const reply = await confirmation(services, result.value, { ...sent, facts: facts.ok ? facts.value : null });
  const view = messageView(words(modal.title), words, reply.blocks);
  return { kind: 'done', reply, view, state, key: keyOf(result.value) };
}

function write(
  services: ModalServices,
  { person, modal, state, typed, view }: Sent,
): Promise<Outcome<WriteResult, WriteRefusal>> {
  const { via, channel, permalink, target, version, confirmed } = state;
  const chosen = /^\d{1,4}$/.test(typed.project ?? '') ? Number(typed.project) : null;
  return submitWrite(services.writes, {
    verb: modal.verb,
    person,
    fields: typed,
    projectNumber: modal.changes === null ? (state.project ?? chosen) : null,
    row: modal.changes === null || target === null ? null : { target, version },
    requestKey: `view ${view.id} ${view.hash}`,
    origin: {
      via,
      channelId: channel,
      permalink: permalink !== null && services.trusts(permalink) ? permalink : null,
    },
    confirmed,
    now: services.now(),
    today: services.today(),
  });
}

/**
 * Whether it was written nobody knows: the history tells. The form stays as it is, and sending it once more is the
 * same request, which is written once.
 */
function failed(
  reference: string,
  { view, typed, words }: { readonly view: ViewOutput; readonly typed: Fields; readonly words: Words },
): Answered {
  const [what, hint] = [words('submit.failed', { reference }), words('submit.failedHint')];
  const blocks = [...[what, hint].map(sentenceBlock), ...typedBlocks(typed, words)];
  const instead = messageView(view.title.text, words, blocks);
  const field = view.blocks.find(({ type }) => type === 'input')?.block_id;
  return field === undefined
    ? { kind: 'view', view: instead }
    : { kind: 'errors', errors: { [field]: `${what} ${hint}` }, view: instead };
}

/** Those who decide are asked once, however often the form is delivered. */
function announce(services: ModalServices, result: WriteResult): void {
  if (result.kind === 'proposed') services.inFlight.follow(askDeciders(services, result.proposal));
}

async function confirmation(
  { writes, today, timeZone, ports }: ModalServices,
  result: WriteResult,
  { facts, modal, person }: Pick<Sent, 'modal' | 'person'> & { readonly facts: Facts | null },
): Promise<Reply> {
  const words = wordsIn(person.language);
  const view = { words, project: facts?.project ?? null };
  if (result.kind === 'proposed') return proposedMessage(result, view);
  const find = async (typed: string) => {
    const found = await askQuestion(ports, { person, typed, today: today(), page: 1 });
    return found.ok ? found.value : null;
  };
  const confirming = { words, today: today(), timeZone, writes, find };
  return modal.confirm?.(result, confirming) ?? writtenMessage(result, view);
}

function keyOf(result: WriteResult): string {
  return result.kind === 'written' ? `written ${result.setId}` : `proposed ${result.proposal.id}`;
}
