import type { SlashCommand } from '@slack/bolt';
import type { AppCommand } from '../app-definition.ts';
import type { Ack } from '../delivery/delivery.ts';
import type { Desk } from '../desk.ts';
import { isJson } from '../json.ts';
import type { Conversation, Person } from '../options.ts';
import { applyResponse } from '../response-url.ts';
import type { ResponseContext } from '../state/response-urls.ts';
import type { Floor } from './floor.ts';
import { actor, channelOf, conversationOf } from './floor.ts';
import { typedText } from './typed-text.ts';

/** Who says what Slack itself says. */
const SLACKBOT = 'USLACKBOT';

interface Typed {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly name: string;
  readonly text: string;
}

function whisper(desk: Desk, { person, conversation }: Typed, text: string): void {
  desk.messages.post({
    conversation: conversation.id,
    user: SLACKBOT,
    text,
    ephemeralTo: person.id,
  });
}

function payload(desk: Desk, typed: Typed, command: AppCommand, responsePath: string) {
  const { person, conversation } = typed;
  const { id, name } = channelOf(conversation);
  return {
    token: 'sandbox',
    team_id: desk.workspace.teamId,
    team_domain: desk.workspace.domain,
    channel_id: id,
    channel_name: name,
    user_id: person.id,
    user_name: person.name,
    command: command.command,
    text: command.shouldEscape ? typedText(desk, typed.text) : typed.text,
    api_app_id: desk.options.bot.appId,
    is_enterprise_install: 'false',
    response_url: desk.url + responsePath,
    trigger_id: desk.triggers.issue({ person: person.id, viewId: null }),
  } satisfies SlashCommand;
}

/** Shows what the acknowledgement said; gives Slack's word for it when there was none, or none that could be shown. */
function show(desk: Desk, name: string, context: ResponseContext, ack: Ack): string | null {
  if (ack.kind === 'late') return 'operation_timeout';
  if (ack.kind === 'failed') return 'dispatch_failed';
  const body = typeof ack.body === 'string' ? { text: ack.body } : ack.body;
  if (body === null || (isJson(body) && Object.keys(body).length === 0)) return null;
  const outcome = applyResponse(desk, name, context, body);
  if ('posted' in outcome) return null;
  const problem = [`ack: ${outcome.error}`, ...(outcome.messages ?? [])].join(': ');
  desk.journal.refuse({ method: name, problem });
  return 'invalid_command_response';
}

/**
 * A person types a slash command.
 *
 * @param act.text All that was typed, the command first: `/project 8`.
 * @returns How the bot took it; null when there is no such command, which Slack tells the person.
 */
export async function typeCommand(
  { desk, deliver }: Floor,
  act: { readonly as: string; readonly conversation: string; readonly text: string },
): Promise<Ack | null> {
  const person = actor(desk, act.as);
  const conversation = conversationOf(desk, person, act.conversation);
  const [, name = '', text = ''] = /^(\/\S*)\s*([\s\S]*?)\s*$/.exec(act.text) ?? [];
  const typed = { person, conversation, name, text };
  const command = desk.options.app.commands.find((each) => each.command === name);
  if (command === undefined || !desk.options.app.scopes.includes('commands')) {
    whisper(desk, typed, `${name} is not a valid command.`);
    return null;
  }
  const context = { person: person.id, conversation: conversation.id, threadTs: null, original: null };
  const body = payload(desk, typed, command, desk.responseUrls.issue('commands', context));
  const ack = await deliver({ kind: 'slash_commands', what: `${name} ${text}`.trim(), payload: body });
  const error = show(desk, name, context, ack);
  if (error !== null) whisper(desk, typed, `${name} failed with the error "${error}"`);
  return ack;
}
