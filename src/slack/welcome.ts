import { mayRead } from '../actions/may-read.ts';
import type { WelcomeBook } from '../actions/ports.ts';
import { welcomeMessage } from './messages/welcome.ts';
import type { ModalServices } from './modals/services.ts';
import { wordsIn } from './words/index.ts';

/** What welcoming needs. */
export interface WelcomeServices
  extends Pick<ModalServices, 'ports' | 'directory' | 'directMessages' | 'now'> {
  readonly welcomes: WelcomeBook;
}

/**
 * Welcomes a person who opens the conversation with the bot, once for ever: it is noted before it is said, so that
 * an event that comes four times is answered once. Who may not read is not invited to.
 */
export async function welcome(services: WelcomeServices, userId: string): Promise<void> {
  const { ports, directory, directMessages, now, welcomes } = services;
  const person = await directory.personOf(userId);
  if (!mayRead(person, ports.policy)) return;
  if (!(await welcomes.noteWelcome(person.id, now()))) return;
  await directMessages.send(person.id, welcomeMessage(wordsIn(person.language)));
}
