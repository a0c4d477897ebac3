import type { Notice, Notifier } from '../../digests/ports.ts';
import type { PersonId } from '../../domain/person.ts';
import type { DirectMessages } from '../direct-messages.ts';
import type { Directory } from '../directory.ts';
import { wordsIn } from '../words/index.ts';
import { type DigestRights, whoMaySetDigests } from './may-set.ts';
import { mattersPerMessage, noticeMessage } from './notice-message.ts';

/** What telling owners needs. */
export interface NotifierParts {
  readonly directMessages: DirectMessages;
  readonly directory: Directory;
  readonly rights: DigestRights;
}

/**
 * Tells owners by direct message; administrators where the owner has left. `later` where nobody could be told;
 * rejects when Slack does not take the message.
 */
export function slackNotifier(parts: NotifierParts): Notifier {
  return {
    async tell(notice) {
      if (await tellOne(parts, notice, notice.ownerId)) return 'told';
      const others = (await whoMaySetDigests(parts.rights)).filter((id) => id !== notice.ownerId);
      const told = await Promise.all(others.map((id) => tellOne(parts, notice, id)));
      return told.includes(true) ? 'told' : 'later';
    },
  };
}

async function tellOne(
  { directMessages, directory }: NotifierParts,
  { ownerId, matters }: Notice,
  to: PersonId,
): Promise<boolean> {
  const words = wordsIn((await directory.personOf(to)).language);
  for (let from = 0; from < matters.length; from += mattersPerMessage) {
    const some = matters.slice(from, from + mattersPerMessage);
    const sent = await directMessages.send(to, noticeMessage(some, { words, instead: to !== ownerId }));
    if (!sent) return false;
  }
  return true;
}
