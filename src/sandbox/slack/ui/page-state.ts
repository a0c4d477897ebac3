import type { PageConversation, PageFile, PageMessage, PageState, PageView } from '../../page/protocol.ts';
import type { Desk } from '../desk.ts';
import { isJson, jsonList, textOf } from '../json.ts';
import type { Conversation } from '../options.ts';
import type { Files, StoredFile } from '../state/files.ts';
import type { Message } from '../state/messages.ts';
import type { ViewRecord } from '../state/views.ts';

/** Entries of the journal that the page shows. */
const LOG_LENGTH = 100;

function wordsOf(value: unknown): string | null {
  return isJson(value) ? textOf(value.text) : null;
}

function pageView({ id, hash, view }: ViewRecord): PageView {
  return {
    id,
    hash,
    type: view.type === 'home' ? 'home' : 'modal',
    title: wordsOf(view.title) ?? '',
    submit: wordsOf(view.submit),
    close: wordsOf(view.close),
    blocks: jsonList(view.blocks),
  };
}

function pageMessage(files: Files, message: Message): PageMessage {
  const { ts, conversation, user, text, blocks, ephemeralTo, edited, threadTs } = message;
  return {
    ts,
    conversation,
    user,
    text,
    blocks,
    ephemeral: ephemeralTo !== null,
    edited,
    threadTs,
    files: message.files.flatMap((id) => files.find(id) ?? []).map(pageFile),
  };
}

function pageFile({ id, name, title, mimetype, size, altText }: StoredFile): PageFile {
  return { id, name, title, mimetype, size, altText };
}

function pageConversation({ id, name, kind, members }: Conversation): PageConversation {
  return { id, name, kind, members: members.length };
}

/**
 * Everything that one person sees.
 *
 * @param me The person's id; of a person who is not there it shows an empty workspace.
 */
export function pageState(
  { options, workspace, messages, files, views, journal }: Desk,
  me: string,
): PageState {
  const conversations = workspace.conversationsOf(me);
  const seen = new Set(conversations.map(({ id }) => id));
  const home = views.home(me);
  return {
    clock: { now: options.clock.now().toISOString(), timeZone: workspace.timeZone },
    me,
    bot: {
      id: options.bot.userId,
      name: options.bot.name,
      commands: options.app.commands.map(({ command, usage, description, completions }) => ({
        command,
        usage,
        description,
        completions,
      })),
    },
    people: workspace
      .people()
      .filter(({ isBot, deleted }) => !isBot && !deleted)
      .map(({ id, realName, role, locale }) => ({ id, realName, role, locale })),
    left: workspace
      .people()
      .filter(({ deleted }) => deleted)
      .map(({ id, realName }) => ({ id, realName })),
    conversations: conversations.map(pageConversation),
    messages: messages
      .visibleTo(me)
      .filter(({ conversation }) => seen.has(conversation))
      .map((message) => pageMessage(files, message)),
    modals: views.modals(me).map(pageView),
    home: home === null ? null : pageView(home),
    shortcuts: options.app.shortcuts,
    log: journal.entries.slice(-LOG_LENGTH),
    refusals: journal.open(),
  };
}
