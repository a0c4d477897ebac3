import { z } from 'zod';
import { LIMITS } from '../blocks/limits.ts';
import type { Content } from '../blocks/message-check.ts';
import { checkMessage, lacksFallback, withIds } from '../blocks/message-check.ts';
import type { Desk } from '../desk.ts';
import { fileObject } from '../files/file-object.ts';
import type { Json } from '../json.ts';
import type { Conversation } from '../options.ts';
import type { Message } from '../state/messages.ts';
import type { Answer, Method } from './method.ts';
import { flag, method } from './method.ts';

/** The conversation that the bot may post to, or Slack's word for why not. */
export function postable(
  { workspace, options }: Desk,
  channel: string,
): Conversation | { readonly error: string } {
  const person = workspace.person(channel);
  if (person?.deleted) return { error: 'account_inactive' };
  const found = person === null ? workspace.conversation(channel) : workspace.direct(channel);
  const isIn = found?.members.includes(options.bot.userId) ?? false;
  if (found === null || (found.isPrivate && !isIn)) return { error: 'channel_not_found' };
  if (found.isArchived) return { error: 'is_archived' };
  return isIn ? found : { error: 'not_in_channel' };
}

/** A message as Slack tells of one, to the bot. */
export function messageObject(desk: Desk, message: Message): Json {
  const { options, workspace, files } = desk;
  const shown = message.files.flatMap((id) => files.find(id) ?? []);
  const byBot = message.user === options.bot.userId;
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.person(message.user)?.teamId ?? workspace.teamId,
    ...(byBot ? { bot_id: options.bot.botId, app_id: options.bot.appId } : {}),
    ...(message.blocks === null ? {} : { blocks: message.blocks }),
    ...(shown.length === 0
      ? {}
      : { subtype: 'file_share', upload: true, files: shown.map((each) => fileObject(desk, each)) }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

/** The content as it is kept: the text, and blocks with ids or none. */
export function contentToKeep(content: Content): Pick<Message, 'text' | 'blocks'> {
  return {
    text: typeof content.text === 'string' ? content.text : '',
    blocks: Array.isArray(content.blocks) && content.blocks.length > 0 ? withIds(content.blocks) : null,
  };
}

/** Writes down that a message says nothing to notifications and screen readers. Slack takes it; people lose by it. */
export function noteLackOfFallback(desk: Desk, method: string, content: Content): void {
  if (lacksFallback(content)) desk.journal.refuse({ method, problem: 'no fallback text' });
}

const Blocks = z.unknown().optional();
const Text = z.string().optional();

const Posting = z.object({
  channel: z.string(),
  text: Text,
  blocks: Blocks,
  thread_ts: z.string().optional(),
  unfurl_links: flag,
  link_names: flag,
});

function post(desk: Desk, args: z.infer<typeof Posting>, to: string | null): Message | Answer {
  const conversation = postable(desk, args.channel);
  if ('error' in conversation) return conversation;
  const refused = checkMessage(args);
  if (refused !== null) return refused;
  if (to !== null && !conversation.members.includes(to)) return { error: 'user_not_in_channel' };
  const threadTs = args.thread_ts ?? null;
  if (threadTs !== null && desk.messages.find({ conversation: conversation.id, ts: threadTs }) === null)
    return { error: 'thread_not_found' };
  noteLackOfFallback(desk, to === null ? 'chat.postMessage' : 'chat.postEphemeral', args);
  return desk.messages.post({
    conversation: conversation.id,
    user: desk.options.bot.userId,
    ...contentToKeep(args),
    threadTs,
    ephemeralTo: to,
  });
}

/** A message of the bot's own that all can see; an ephemeral one can be changed through its response URL only. */
function own(
  desk: Desk,
  place: { readonly channel: string; readonly ts: string },
  otherwise: string,
): Message | { readonly error: string } {
  if (desk.workspace.conversation(place.channel) === null) return { error: 'channel_not_found' };
  const found = desk.messages.find({ conversation: place.channel, ts: place.ts });
  if (found === null || found.ephemeralTo !== null) return { error: 'message_not_found' };
  return found.user === desk.options.bot.userId ? found : { error: otherwise };
}

const postMessage = method({
  scope: 'chat:write',
  args: Posting,
  run: (desk, args) => {
    const posted = post(desk, args, null);
    if (!('ts' in posted)) return posted;
    return {
      ok: { channel: posted.conversation, ts: posted.ts, message: messageObject(desk, posted) },
    };
  },
});

const postEphemeral = method({
  scope: 'chat:write',
  args: Posting.extend({ user: z.string() }),
  run: (desk, args) => {
    const posted = post(desk, args, args.user);
    return 'ts' in posted ? { ok: { message_ts: posted.ts } } : posted;
  },
});

const update = method({
  scope: 'chat:write',
  args: z.object({ channel: z.string(), ts: z.string(), text: Text, blocks: Blocks }),
  run: (desk, args) => {
    const message = own(desk, args, 'cant_update_message');
    if ('error' in message) return message;
    const refused = checkMessage(args, LIMITS.updateText);
    if (refused !== null) return refused;
    noteLackOfFallback(desk, 'chat.update', args);
    const edited = desk.messages.edit(message, { ...contentToKeep(args), edited: true });
    return {
      ok: {
        channel: edited.conversation,
        ts: edited.ts,
        text: edited.text,
        message: messageObject(desk, edited),
      },
    };
  },
});

const remove = method({
  scope: 'chat:write',
  args: z.object({ channel: z.string(), ts: z.string() }),
  run: (desk, args) => {
    const message = own(desk, args, 'cant_delete_message');
    if ('error' in message) return message;
    desk.messages.remove(message);
    return { ok: { channel: message.conversation, ts: message.ts } };
  },
});

/** Where the message is found in the client; one within a thread names the thread. */
function permalinkOf({ workspace }: Desk, { conversation, ts, threadTs }: Message): string {
  const address = `https://${workspace.domain}.slack.com/archives/${conversation}/p${ts.replace('.', '')}`;
  return threadTs === null ? address : `${address}?thread_ts=${threadTs}&cid=${conversation}`;
}

const getPermalink = method({
  scope: null,
  args: z.object({ channel: z.string(), message_ts: z.string() }),
  run: (desk, { channel, message_ts: ts }) => {
    const conversation = desk.workspace.conversation(channel);
    const isIn = conversation?.members.includes(desk.options.bot.userId) ?? false;
    if (conversation === null || (!isIn && (conversation.isPrivate || conversation.kind === 'im')))
      return { error: 'channel_not_found' };
    const message = desk.messages.find({ conversation: channel, ts });
    if (message === null || message.ephemeralTo !== null) return { error: 'message_not_found' };
    return { ok: { channel, permalink: permalinkOf(desk, message) } };
  },
});

/** `chat.*`: what the bot says, and where it is found. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
