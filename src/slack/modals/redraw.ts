import type { ViewOutput } from '@slack/bolt';
import type { ModalView, Option } from '@slack/types';
import { fold } from '../../text/fold.ts';
import { limits } from '../blocks/limits.ts';
import { wordsIn } from '../words/index.ts';
import { optionOf } from './field-blocks.ts';
import { fieldsOf, formPrefix, formView } from './form-view.ts';
import { gatherFacts } from './gather.ts';
import { modalOf } from './index.ts';
import { refusedView } from './open-modal.ts';
import { readFields } from './read-view.ts';
import type { ModalServices } from './services.ts';
import { readState, verbIn } from './state.ts';
import { typedBlocks } from './typed-blocks.ts';
import { messageView, sentenceBlock } from './views.ts';

interface Touched {
  readonly userId: string;
  readonly view: ViewOutput;
}

/** The form anew after something was chosen or a time typed in it; null where it is none of ours. */
export async function redrawn(services: ModalServices, { userId, view }: Touched): Promise<ModalView | null> {
  const form = formIn(view);
  if (form === null) return null;
  const person = await services.directory.personOf(userId);
  const facts = await gatherFacts(services, { ...form, person });
  const telling = { words: wordsIn(person.language), timeZone: services.timeZone };
  if (!facts.ok) return refusedView(facts.refusal, form.modal, telling, form.typed);
  return formView({ ...form, facts: facts.value });
}

/** What is shown when a person leaves the version of somebody else as it is. */
export async function keptTheirs(
  { directory }: ModalServices,
  { userId, view }: Touched,
): Promise<ModalView> {
  const words = wordsIn((await directory.personOf(userId)).language);
  const blocks = [sentenceBlock(words('conflict.kept')), ...typedBlocks(readFields(view), words)];
  return messageView(view.title.text, words, blocks);
}

/** What a long select of a form offers for what is typed into it, at most a hundred. */
export async function optionsFor(
  services: ModalServices,
  { userId, view, field, typed }: Touched & { readonly field: string; readonly typed: string },
): Promise<Option[]> {
  const form = formIn(view);
  if (form === null) return [];
  const person = await services.directory.personOf(userId);
  const facts = await gatherFacts(services, { ...form, person });
  const found = facts.ok
    ? fieldsOf(form.modal, facts.value, form.typed).find(({ name }) => name === field)
    : undefined;
  if (found?.kind !== 'choice') return [];
  const word = fold(typed);
  return found.options
    .filter(({ label }) => fold(label).includes(word))
    .slice(0, limits.options)
    .map(optionOf);
}

function formIn(view: ViewOutput) {
  const [modal, state] = [modalOf(verbIn(view.callback_id, formPrefix)), readState(view.private_metadata)];
  return modal === null || state === null ? null : { modal, state, typed: readFields(view) };
}
