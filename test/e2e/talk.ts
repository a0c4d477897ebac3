import type { LogEntry } from '../../src/sandbox/page/protocol.ts';
import type { Ack } from '../../src/sandbox/slack/delivery/delivery.ts';
import { isJson, type Json } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { CHANNEL, type Running, STAFF } from '../support/running.ts';
import { buttonsOf } from './read-message.ts';

/** Who acts, and where; a member of staff in the strategy channel when nothing is said. */
export interface Who {
  readonly as?: string;
  readonly conversation?: string;
}

/** What a person types behind `/project`. Gives the newest message that the person then sees. */
export async function ask({ slack }: Running, text: string, who: Who = {}): Promise<Message> {
  const { as = STAFF, conversation = CHANNEL } = who;
  await slack.command({ as, conversation, text: `/project ${text}` });
  return newest(slack.messages(conversation, as));
}

/** A person presses the button with this label in the message; gives the message that then answers. */
export async function press(
  running: Running,
  message: Message,
  label: string | RegExp,
  { as = STAFF }: Who = {},
): Promise<Message> {
  const { slack } = running;
  const { conversation } = message;
  const before = answersBy(running).length;
  await slack.press({
    as,
    from: { kind: 'message', conversation, ts: message.ts },
    actionId: actionOf(message, label),
  });
  await slack.until(() => answersBy(running).length > before);
  const here = slack.messages(conversation, as);
  return here.find(({ ts }) => ts === message.ts && message.ephemeralTo !== null) ?? newest(here);
}

/** What the bot has posted to response URLs. */
export function answersBy({ slack }: Running): readonly LogEntry[] {
  return slack.journal.filter(({ direction, what }) => direction === 'from-bot' && what === 'response_url');
}

/** The action id of the message's button with this label. */
export function actionOf(message: Message, label: string | RegExp): string {
  const found = buttonsOf(message).find((button) =>
    typeof label === 'string' ? button.label === label : label.test(button.label),
  );
  if (found === undefined) {
    const labels = buttonsOf(message).map((button) => button.label);
    throw new Error(`there is no button ${label}, only ${labels.join(', ')}`);
  }
  return found.actionId;
}

/** Sends the newest delivery to the bot once more, changed: what nobody could do on Slack's own screens. */
export async function forge({ slack }: Running, changes: (payload: Json) => Json): Promise<Ack> {
  const entry = slack.journal.findLast(({ direction }) => direction === 'to-bot');
  if (entry === undefined || !isJson(entry.request)) throw new Error('nothing was delivered yet');
  return slack.redeliver({ ...entry, request: changes(entry.request) }, { num: 1, reason: 'http_error' });
}

function newest(messages: readonly Message[]): Message {
  const message = messages.at(-1);
  if (message === undefined) throw new Error('there is no message');
  return message;
}
