import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import type { Conversation } from '../options.ts';
import type { Method } from './method.ts';
import { flag, method, page, pageSize } from './method.ts';

/** `public_channel`, `private_channel` or `im`, as `conversations.list` names kinds. */
function kindOf(conversation: Conversation): 'public_channel' | 'private_channel' | 'im' {
  if (conversation.kind === 'im') return 'im';
  return conversation.isPrivate ? 'private_channel' : 'public_channel';
}

const READ_SCOPES = { public_channel: 'channels:read', private_channel: 'groups:read', im: 'im:read' };

/** A conversation that the bot can see: public, or one that it is in. */
function visible({ workspace, options }: Desk, id: string): Conversation | null {
  const found = workspace.conversation(id);
  if (found === null) return null;
  return kindOf(found) === 'public_channel' || found.members.includes(options.bot.userId) ? found : null;
}

function readScope({ channel }: Json, desk: Desk): string {
  const found = desk.workspace.conversation(String(channel));
  return READ_SCOPES[found === null ? 'public_channel' : kindOf(found)];
}

function conversationObject({ options }: Desk, conversation: Conversation): Json {
  const kind = kindOf(conversation);
  const { id, name, members, isArchived, isShared } = conversation;
  if (kind === 'im') {
    const user = members.find((member) => member !== options.bot.userId);
    return { id, is_im: true, is_channel: false, user, is_archived: isArchived ?? false, created: 0 };
  }
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'public_channel',
    is_group: kind === 'private_channel',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private_channel',
    is_archived: isArchived ?? false,
    is_ext_shared: isShared ?? false,
    is_shared: isShared ?? false,
    is_member: members.includes(options.bot.userId),
    is_general: false,
    created: 0,
    num_members: members.length,
  };
}

const Kinds = z
  .string()
  .default('public_channel')
  .transform((types) => types.split(',').map((type) => type.trim()))
  .pipe(z.array(z.enum(['public_channel', 'private_channel', 'im', 'mpim'])));

/** `conversations.*`: channels and direct messages. */
export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': method({
    scope: readScope,
    args: z.object({ channel: z.string() }),
    run: (desk, { channel }) => {
      const found = visible(desk, channel);
      return found === null
        ? { error: 'channel_not_found' }
        : { ok: { channel: conversationObject(desk, found) } };
    },
  }),
  'conversations.list': method({
    scope: 'channels:read',
    args: z.object({
      types: Kinds,
      exclude_archived: flag,
      limit: pageSize,
      cursor: z.string().optional(),
    }),
    run: (desk, args) => {
      const wanted = desk.workspace
        .conversations()
        .filter((each) => args.types.includes(kindOf(each)) && visible(desk, each.id) !== null)
        .filter((each) => !(args.exclude_archived && each.isArchived));
      const found = page(wanted, args);
      if (found === null) return { error: 'invalid_cursor' };
      const channels = found.members.map((each) => conversationObject(desk, each));
      return { ok: { channels, response_metadata: { next_cursor: found.next } } };
    },
  }),
  'conversations.members': method({
    scope: readScope,
    args: z.object({ channel: z.string(), limit: pageSize, cursor: z.string().optional() }),
    run: (desk, args) => {
      const conversation = visible(desk, args.channel);
      if (conversation === null) return { error: 'channel_not_found' };
      const found = page(conversation.members, args);
      if (found === null) return { error: 'invalid_cursor' };
      return { ok: { members: found.members, response_metadata: { next_cursor: found.next } } };
    },
  }),
  'conversations.open': method({
    scope: 'im:write',
    args: z.object({ users: z.string(), return_im: flag }),
    run: (desk, { users, return_im }) => {
      if (users.includes(',')) return { error: 'users_list_not_supported' };
      const person = desk.workspace.person(users);
      if (person === null) return { error: 'user_not_found' };
      if (person.deleted) return { error: 'user_disabled' };
      if (person.isBot) return { error: 'cannot_dm_bot' };
      const direct = desk.workspace.direct(users);
      return { ok: { channel: return_im ? conversationObject(desk, direct) : { id: direct.id } } };
    },
  }),
};
