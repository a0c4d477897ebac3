import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { answer } from '../answer.ts';
import { askActionPrefix } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { openModal, showIn } from '../modals/open-modal.ts';
import type { ModalServices } from '../modals/services.ts';
import { emptyView, sentenceBlock } from '../modals/views.ts';
import { wordsIn } from '../words/index.ts';
import type { HomeDesk } from './desk.ts';
import { readTurn } from './state.ts';

export interface HomeListening extends ModalServices {
  readonly home: HomeDesk;
}

type Pressed = Pick<SlackActionMiddlewareArgs<BlockAction>, 'action' | 'body'>;

/**
 * What is pressed on Home, or in a view that Home has opened, where there is no response URL: it turns Home, or the
 * answer stands in a view. Null for anything else.
 */
export function onHomeAction({ action, body }: Pressed, services: HomeListening): Promise<void> | null {
  const { view, user } = body;
  if (view === undefined || action.type !== 'button') return null;
  const person = user.id as PersonId;
  const turn = view.type === 'home' ? readTurn(action.action_id, action.value) : null;
  if (turn !== null) return services.home.show(person, turn);
  if (!action.action_id.startsWith(askActionPrefix)) return null;
  const text = action.value ?? '';
  if (view.type === 'home') return openAnswer(services, { person, text, triggerId: body.trigger_id });
  return answerView(services, { person, text }).then((content) => showIn(services, { id: view.id }, content));
}

interface Question {
  readonly person: PersonId;
  readonly text: string;
}

function openAnswer(
  services: HomeListening,
  { person, text, triggerId }: Question & { readonly triggerId: string },
): Promise<void> {
  const prepare = () => answerView(services, { person, text });
  return openModal(services, { triggerId, userId: person }, { title: 'home.answer', prepare });
}

/** Whose buttons answer in a conversation only; they are sent there. */
const conversational: ReadonlySet<string> = new Set(['digest']);

/** The answer in a view: its buttons that ask answer in that view in turn; what posts to a channel has no place here. */
async function answerView(services: HomeListening, { person, text }: Question): Promise<ModalView> {
  const reply = await answer(services, { userId: person, text, channel: null });
  const { language } = await services.directory.personOf(person);
  const words = wordsIn(language);
  if (conversational.has(text)) {
    await services.directMessages.send(person, reply);
    return { ...emptyView(words('home.answer'), words), blocks: [sentenceBlock(words('home.toMessages'))] };
  }
  const blocks = reply.blocks.map(withoutSharing).filter((block) => block !== null);
  return { ...emptyView(words('home.answer'), words), blocks: blocks.slice(0, limits.viewBlocks) };
}

function withoutSharing(block: KnownBlock): KnownBlock | null {
  if (block.type !== 'actions') return block;
  const elements = block.elements.filter(
    (each) => !('value' in each && /^\d+ (?:share|post)$/.test(each.value ?? '')),
  );
  return elements.length === 0 ? null : { ...block, elements };
}
