import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Fields } from '../../actions/writes/write-verb.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import { limits } from '../blocks/limits.ts';
import { failureMessage } from '../messages/failure.ts';
import type { Telling } from '../messages/parts/instant.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { wordsIn } from '../words/index.ts';
import { formView, notice } from './form-view.ts';
import { type GatherRefusal, gatherFacts } from './gather.ts';
import { goneBlocks } from './gone-blocks.ts';
import type { Facts, Modal } from './modal.ts';
import type { ModalServices } from './services.ts';
import type { ModalState } from './state.ts';
import { typedBlocks } from './typed-blocks.ts';
import { loadingView, messageView } from './views.ts';

/** What a form is to be opened with, once it is known who asks. */
export interface Opening {
  readonly modal: Modal;
  readonly state: ModalState;
  /** What a line or a message says, to be read into the fields. */
  readonly text: string;
  /** Fields that are filled in whatever the text says. */
  readonly typed?: Fields;
}

/** Where a form opens, and for whom. */
export interface Door {
  readonly triggerId: string;
  readonly userId: string;
  /** The form lies on top of one that is open. */
  readonly onTop?: boolean;
}

/** Finds out what is to be opened: it may read, since the loading view is there already. */
export type Prepare = (person: Person) => Promise<Opening | ModalView>;

/** What comes into the view. */
export interface Content {
  readonly title: Modal['title'];
  readonly prepare: Prepare;
  /** What the person has typed to open it, to be copied where there is no form. */
  readonly typed?: Fields;
}

/**
 * Opens a form: a loading view at once, since a trigger lives for three seconds, and then its content. Rejects where
 * Slack opens nothing; whatever fails after that is reported and told in the view.
 */
export async function openModal(services: ModalServices, door: Door, content: Content): Promise<void> {
  const { client } = services;
  const view = loadingView(wordsIn('ja')(content.title), wordsIn('ja'));
  const how = door.onTop ? client.views.push : client.views.open;
  const opened = await how({ trigger_id: door.triggerId, view });
  const { id, hash } = opened.view ?? {};
  if (id === undefined || hash === undefined) throw new Error('Slack opened a view without an id');
  await showIn(services, { id, hash }, await contentOf(services, door.userId, content));
}

/** Puts the content into the view, unless the person has closed or changed it. */
export async function showIn(...shown: Parameters<typeof showIfOpen>): Promise<void> {
  await showIfOpen(...shown);
}

/** The same; says whether it is there now. */
export async function showIfOpen(
  { client }: Pick<ModalServices, 'client'>,
  { id, hash }: { readonly id: string; readonly hash?: string },
  view: ModalView,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) });
    return true;
  } catch (problem) {
    if (!isOvertaken(problem)) throw problem;
    return false;
  }
}

async function contentOf(
  services: ModalServices,
  userId: string,
  { title, prepare, typed = {} }: Content,
): Promise<ModalView> {
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(userId as PersonId);
    words = wordsIn(person.language);
    const prepared = await prepare(person);
    return 'modal' in prepared ? await openedForm(services, prepared, person) : prepared;
  } catch (problem) {
    const { blocks } = failureMessage(services.report(problem), words);
    return messageView(words(title), words, [...blocks, ...typedBlocks(typed, words)]);
  }
}

async function openedForm(
  services: ModalServices,
  { modal, state, text, typed = {} }: Opening,
  person: Person,
): Promise<ModalView> {
  const facts = await gatherFacts(services, { modal, state, typed, person });
  const telling = { words: wordsIn(person.language), timeZone: services.timeZone };
  const kept = text === '' ? typed : { text, ...typed };
  if (!facts.ok) return refusedView(facts.refusal, modal, telling, kept);
  const { target } = facts.value;
  const read = text === '' ? {} : (modal.read?.(text, facts.value) ?? {});
  return formView({
    modal,
    facts: facts.value,
    state: { ...state, target: target?.target ?? state.target, version: target?.version ?? null },
    typed: { ...read, ...typed },
    notices: openingNotices(text, state, facts.value),
  });
}

function openingNotices(text: string, { via }: ModalState, { words }: Facts) {
  const lines = [
    ...(via === 'message-shortcut' ? [words('modal.readFrom')] : []),
    ...(text.length > limits.inputText ? [words('modal.cut', { most: limits.inputText })] : []),
  ];
  return lines.map((line, index) => notice(`opening-${index}`, line, []));
}

/** Says why there is no form. */
export function refusedView(
  refusal: GatherRefusal,
  modal: Modal,
  telling: Telling,
  typed: Fields = {},
): ModalView {
  const { words } = telling;
  const blocks =
    refusal.kind === 'gone'
      ? goneBlocks({ last: refusal.last, typed }, telling)
      : [...refusalMessage(refusal, words).blocks, ...typedBlocks(typed, words)];
  return messageView(words(modal.title), words, blocks);
}

/** The person has closed the view, or a later update was faster: there is nothing to put right. */
function isOvertaken(problem: unknown): boolean {
  if (!(problem instanceof WebAPIPlatformError)) return false;
  return problem.data.error === 'not_found' || problem.data.error === 'hash_conflict';
}
