import { z } from 'zod';
import { checkMessage } from './blocks/message-check.ts';
import type { Desk } from './desk.ts';
import type { Handler } from './http.ts';
import { contentType, readBody, sendJson } from './http.ts';
import type { Json } from './json.ts';
import { parseJson } from './json.ts';
import type { Message } from './state/messages.ts';
import type { ResponseContext } from './state/response-urls.ts';
import { answerWithFault } from './web-api/answer-with-fault.ts';
import { contentToKeep, noteLackOfFallback } from './web-api/chat.ts';

/** What may be posted to a response URL, or answered to a slash command. */
const ResponseBody = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

type ResponseBody = z.infer<typeof ResponseBody>;

type Outcome =
  | { readonly posted: Message | null }
  | { readonly error: string; readonly messages?: readonly string[] };

function original(desk: Desk, context: ResponseContext): Message | null {
  const ts = context.original;
  return ts === null ? null : desk.messages.find({ conversation: context.conversation, ts });
}

function place(desk: Desk, context: ResponseContext, body: ResponseBody): Message {
  const before = body.replace_original ? original(desk, context) : null;
  if (before !== null) return desk.messages.edit(before, { ...contentToKeep(body), edited: true });
  const posted = desk.messages.post({
    conversation: context.conversation,
    user: desk.options.bot.userId,
    ...contentToKeep(body),
    threadTs: body.thread_ts ?? context.threadTs,
    ephemeralTo: body.response_type === 'ephemeral' ? context.person : null,
  });
  context.original ??= posted.ts;
  return posted;
}

/**
 * Shows an answer of the bot: a post to a response URL, or the body with which a slash command was acknowledged.
 *
 * @param from What is named in a refusal: `response_url` or `/project`.
 */
export function applyResponse(desk: Desk, from: string, context: ResponseContext, raw: unknown): Outcome {
  const read = ResponseBody.safeParse(raw);
  if (!read.success)
    return { error: 'invalid_payload', messages: read.error.issues.map(({ message }) => message) };
  const body = read.data;
  if (body.delete_original) {
    const message = original(desk, context);
    if (message !== null) desk.messages.remove(message);
    return { posted: null };
  }
  const refused = checkMessage(body);
  if (refused !== null) return refused;
  noteLackOfFallback(desk, from, body);
  return { posted: place(desk, context, body) };
}

function use(desk: Desk, path: string, raw: unknown): { readonly status: number; readonly body: Json } {
  const found = desk.responseUrls.use(path);
  if ('error' in found) return { status: 404, body: { ok: false, error: found.error } };
  const outcome = applyResponse(desk, 'response_url', found.context, raw);
  if ('posted' in outcome) return { status: 200, body: { ok: true } };
  const messages = outcome.messages ?? [];
  return { status: 400, body: { ok: false, error: outcome.error, response_metadata: { messages } } };
}

/** `POST /commands/…` and `/actions/…`: the response URLs that were given to the bot. */
export function responseUrlEndpoint(desk: Desk): Handler {
  return async (request, response, url) => {
    if (!/^\/(commands|actions)\//.test(url.pathname)) return false;
    const raw = await readBody(request);
    const body = contentType(request) === 'application/json' ? parseJson(raw ?? '') : undefined;
    let status = 200;
    const answer = (): Json => {
      const used = use(desk, url.pathname, body);
      status = used.status;
      record(desk, body, used.body);
      return used.body;
    };
    const planned = desk.faults.take('response_url');
    if (planned !== null) await answerWithFault({ desk, name: 'response_url', response, planned, answer });
    else {
      const answered = answer();
      sendJson(response, status, answered);
    }
    return true;
  };
}

function record(desk: Desk, request: unknown, body: Json): void {
  const status = body.ok === true ? 'ok' : String(body.error);
  if (body.ok !== true)
    desk.journal.refuse({ method: 'response_url', problem: [status, ...messagesOf(body)].join(': ') });
  desk.journal.write({
    direction: 'from-bot',
    what: 'response_url',
    status,
    milliseconds: 0,
    request,
    response: body,
  });
}

function messagesOf({ response_metadata }: Json): readonly string[] {
  const read = z.object({ messages: z.array(z.string()) }).safeParse(response_metadata);
  return read.success ? read.data.messages : [];
}
