import type { types } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import type { Conversation, Person } from '../options.ts';
import { newId } from '../state/ids.ts';
import type { Message } from '../state/messages.ts';
import type { Floor } from './floor.ts';
import { actor, conversationOf } from './floor.ts';
import { Impossible } from './impossible.ts';
import { typedText } from './typed-text.ts';

type MentionEvent = types.AppMentionEvent;
type MessageEvent = types.GenericMessageEvent;

function mention(desk: Desk, person: Person, message: Message): MentionEvent & Json {
  return {
    type: 'app_mention',
    user: person.id,
    team: person.teamId ?? desk.workspace.teamId,
    text: message.text,
    ts: message.ts,
    channel: message.conversation,
    event_ts: message.ts,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  };
}

function messageEvent(
  desk: Desk,
  person: Person,
  conversation: Conversation,
  message: Message,
): Omit<MessageEvent, 'subtype'> & Json {
  return {
    type: 'message',
    user: person.id,
    team: person.teamId ?? desk.workspace.teamId,
    text: message.text,
    ts: message.ts,
    channel: message.conversation,
    channel_type: conversation.kind === 'im' ? 'im' : conversation.isPrivate ? 'group' : 'channel',
    event_ts: message.ts,
    client_msg_id: newId(''),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  };
}

/**
 * A person writes a message; the bot hears of it when it is mentioned, or when it is a direct message.
 *
 * @returns The message, once the bot acknowledged what it was told of it.
 */
export async function say(
  { desk, events }: Floor,
  act: {
    readonly as: string;
    readonly conversation: string;
    readonly text: string;
    readonly threadTs?: string;
  },
): Promise<Message> {
  const person = actor(desk, act.as);
  const conversation = conversationOf(desk, person, act.conversation);
  if (act.text.trim() === '') throw new Impossible('there is nothing to send');
  if (conversation.isArchived) throw new Impossible(`${conversation.name} is archived`);
  const message = desk.messages.post({
    conversation: conversation.id,
    user: person.id,
    text: typedText(desk, act.text),
    threadTs: act.threadTs ?? null,
  });
  const bot = desk.options.bot.userId;
  if (!conversation.members.includes(bot)) return message;
  const heard = conversation.kind === 'im' ? 'message.im' : 'message.channels';
  await Promise.all([
    events.send(heard, messageEvent(desk, person, conversation, message)),
    conversation.kind === 'channel' && message.text.includes(`<@${bot}>`)
      ? events.send('app_mention', mention(desk, person, message))
      : null,
  ]);
  return message;
}
