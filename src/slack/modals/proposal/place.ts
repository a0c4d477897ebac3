import type { ModalView } from '@slack/types';
import type { Person } from '../../../domain/person.ts';
import type { Reply } from '../../reply.ts';
import type { Words } from '../../words/index.ts';
import type { ModalServices } from '../services.ts';
import type { ProposalPlace } from '../state.ts';
import { messageView } from '../views.ts';

/** Puts the answer in place of the message that asked; where it cannot be changed, it is said anew. */
export async function answerInPlace(
  { directMessages }: Pick<ModalServices, 'directMessages'>,
  {
    place,
    person,
    message,
  }: { readonly place: ProposalPlace; readonly person: Person; readonly message: Reply },
): Promise<void> {
  const { channel, ts } = place;
  const isReplaced =
    channel !== null && ts !== null && (await directMessages.replace({ channel, ts }, message));
  if (!isReplaced) await directMessages.send(person.id, message);
}

/** The same in a form that is open: its buttons stand in the message. */
export function viewOf({ blocks }: Reply, title: string, words: Words): ModalView {
  return messageView(
    title,
    words,
    blocks.filter(({ type }) => type !== 'actions'),
  );
}
