import type { Deliver } from '../delivery/delivery.ts';
import type { Events } from '../delivery/events.ts';
import type { Desk } from '../desk.ts';
import type { Conversation, Person } from '../options.ts';
import { Impossible } from './impossible.ts';

/** What people's actions need: the desk, and the ways to the bot. */
export interface Floor {
  readonly desk: Desk;
  readonly deliver: Deliver;
  readonly events: Events;
}

/**
 * The person who acts.
 *
 * @throws {Impossible} when there is no such person, or the account is deactivated.
 */
export function actor(desk: Desk, id: string): Person {
  const person = desk.workspace.person(id);
  if (person === null) throw new Impossible(`there is no person ${id}`);
  if (person.deleted || person.isBot) throw new Impossible(`${id} cannot use Slack`);
  return person;
}

/**
 * The conversation where a person acts.
 *
 * @throws {Impossible} when there is none, or the person is not in it.
 */
export function conversationOf(desk: Desk, person: Person, id: string): Conversation {
  const conversation = desk.workspace.conversation(id);
  if (conversation === null || !conversation.members.includes(person.id))
    throw new Impossible(`${person.id} is in no conversation ${id}`);
  return conversation;
}

/** The team as payloads name it. */
function teamOf({ workspace }: Desk) {
  return { id: workspace.teamId, domain: workspace.domain };
}

/** A person as payloads name one. */
function userOf({ workspace }: Desk, person: Person) {
  return {
    id: person.id,
    username: person.name,
    name: person.name,
    team_id: person.teamId ?? workspace.teamId,
  };
}

/** What all interactions carry. */
export function interactionBase(desk: Desk, person: Person) {
  return {
    user: userOf(desk, person),
    team: teamOf(desk),
    api_app_id: desk.options.bot.appId,
    token: 'sandbox',
    is_enterprise_install: false,
  };
}

/** A conversation as payloads name one. */
export function channelOf(conversation: Conversation) {
  return { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name };
}
