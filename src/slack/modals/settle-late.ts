import type { ViewOutput } from '@slack/bolt';
import type { RichTextBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { reply } from '../reply.ts';
import type { RespondTo } from '../respond-to.ts';
import { wordsIn } from '../words/index.ts';
import { showIfOpen } from './open-modal.ts';
import { readFields } from './read-view.ts';
import type { ModalServices } from './services.ts';
import { readState } from './state.ts';
import type { Submitted } from './submit-modal.ts';
import { typedBlocks } from './typed-blocks.ts';
import { sentenceBlock } from './views.ts';

/** A form whose answer came after Slack was told to wait: the view says by now that it works. */
export interface Late {
  readonly late: Submitted;
  readonly view: ViewOutput;
  readonly userId: string;
  /** Says for each key whether it is the first time. */
  readonly first: (key: string) => boolean;
}

/**
 * The form shows what became of it. Where the person has closed it, what was written is said where the form came
 * from. Where Slack does not show it, everything is: the view holds nothing any more of what was typed.
 */
export async function settleLate(
  services: ModalServices & { readonly respondTo: RespondTo },
  { late, view, userId, first }: Late,
): Promise<void> {
  const isFirst = late.kind !== 'done' || first(late.key);
  const shown = await showIfOpen(services, { id: view.id }, late.view).catch((problem: unknown) => {
    services.report(problem);
    return null;
  });
  const isClosed = shown === false;
  if (shown === true || !isFirst || (isClosed && late.kind !== 'done')) return;
  const message = late.kind === 'done' ? late.reply : await notShown(services, { late, view, userId });
  const respond = readState(view.private_metadata)?.respond ?? null;
  if (respond !== null && (await services.respondTo(respond, message))) return;
  if (!isClosed) await services.directMessages.send(userId as PersonId, message);
}

/** Why it was not written, and what was typed, to be copied. */
async function notShown(
  { directory }: ModalServices,
  { late, view, userId }: Pick<Late, 'late' | 'view' | 'userId'>,
) {
  const words = wordsIn((await directory.personOf(userId)).language);
  const { blocks } = late.view;
  const said = blocks.filter((block): block is RichTextBlock => block.type === 'rich_text');
  // Where there are no fields, what was typed stands among what is said.
  const isForm = blocks.some(({ type }) => type === 'input');
  const typed = isForm ? typedBlocks(readFields(view), words) : [];
  const sentence = words('submit.notShown');
  return reply(sentence, [sentenceBlock(sentence), ...said, ...typed]);
}
