import type { Json } from '../../../src/sandbox/slack/json.ts';
import { isJson } from '../../../src/sandbox/slack/json.ts';
import type { SandboxSlack } from '../../../src/sandbox/slack/sandbox-slack.ts';
import { CHANNEL, STAFF, TOKEN } from './slack.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

async function answered(response: Response): Promise<Answered> {
  const body: unknown = await response.json();
  if (!isJson(body)) throw new Error('the answer is no JSON object');
  return { status: response.status, headers: response.headers, body };
}

/** Calls a method with JSON, as no client library would mend it. */
export async function call(
  slack: SandboxSlack,
  method: string,
  args: Json = {},
  token: string | null = TOKEN,
): Promise<Answered> {
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return answered(
    await fetch(slack.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) }),
  );
}

/** Posts JSON to any address of the server. */
export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return answered(response);
}

/** What the bot was last sent. */
export function lastDelivery(slack: SandboxSlack): Json {
  const request = slack.journal.findLast(({ direction }) => direction === 'to-bot')?.request;
  if (!isJson(request)) throw new Error('nothing was delivered');
  return request;
}

/** A fresh trigger id and response URL, as a slash command brings them. */
export async function fresh(slack: SandboxSlack, as: string = STAFF) {
  await slack.command({ as, conversation: CHANNEL, text: '/echo' });
  const { trigger_id, response_url } = lastDelivery(slack);
  return { trigger_id: String(trigger_id), response_url: String(response_url) };
}

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
export const button = (action_id: string, more: Json = {}) => ({
  type: 'button',
  action_id,
  text: plain('押す'),
  ...more,
});
export const modal = (blocks: readonly Json[] = [], more: Json = {}) => ({
  type: 'modal',
  title: plain('記録'),
  submit: plain('保存'),
  blocks,
  ...more,
});
export const input = (block_id: string, element: Json, more: Json = {}) => ({
  type: 'input',
  block_id,
  label: plain('内容'),
  element: { action_id: 'field', ...element },
  ...more,
});
