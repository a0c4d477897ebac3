import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import type { Handler } from '../http.ts';
import { contentType, readBody, sendJson } from '../http.ts';
import type { Json } from '../json.ts';
import { isJson, parseJson, textOf } from '../json.ts';
import { answerWithFault } from './answer-with-fault.ts';
import type { Answer, Method } from './method.ts';

/** Arguments that a form carries as JSON text. */
const JSON_ARGUMENTS = ['blocks', 'view', 'attachments', 'metadata', 'files'];

interface Call {
  readonly name: string;
  readonly token: string | null;
  readonly args: Json;
}

function formArguments(raw: string): Json {
  const args: Json = Object.fromEntries(new URLSearchParams(raw));
  for (const name of JSON_ARGUMENTS) {
    const text = textOf(args[name]);
    if (text !== null) args[name] = parseJson(text) ?? text;
  }
  return args;
}

/** The arguments of a call, from its query or its body, as a form or as JSON. */
function readArguments(request: IncomingMessage, raw: string, url: URL): Json | { readonly error: string } {
  const query = formArguments(url.search.slice(1));
  if (request.method === 'GET' || raw === '') return query;
  const type = contentType(request);
  if (type === 'application/x-www-form-urlencoded') return { ...query, ...formArguments(raw) };
  if (type !== 'application/json') return { error: 'invalid_post_type' };
  const body = parseJson(raw);
  if (body === undefined) return { error: 'invalid_json' };
  return isJson(body) ? body : { error: 'json_not_object' };
}

function readToken(request: IncomingMessage, args: Json): string | null {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? textOf(args.token);
}

/** The checks that come before a method looks at its arguments, in Slack's order. */
function refusal(
  desk: Desk,
  method: Method | undefined,
  call: Call,
): (Json & { readonly error: string }) | null {
  const { bot, app } = desk.options;
  if (method === undefined) return { error: 'unknown_method', req_method: call.name };
  if (call.token === null) return { error: 'not_authed' };
  if (call.token !== bot.token && call.token !== bot.appToken) return { error: 'invalid_auth' };
  const wanted = method.token === 'bot' ? bot.token : bot.appToken;
  if (call.token !== wanted) return { error: 'not_allowed_token_type' };
  const needed = typeof method.scope === 'function' ? method.scope(call.args, desk) : method.scope;
  if (needed === null || app.scopes.includes(needed)) return null;
  return { error: 'missing_scope', needed, provided: app.scopes.join(',') };
}

function asBody(answer: Answer): Json {
  if ('ok' in answer) return { ok: true, ...answer.ok };
  const messages = answer.messages ?? [];
  return {
    ok: false,
    error: answer.error,
    ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
  };
}

/** Without the token: the journal is shown on a page. */
function withoutToken({ token: _token, ...args }: Json): Json {
  return args;
}

function apply(desk: Desk, methods: Readonly<Record<string, Method>>, call: Call): Json {
  const method = Object.hasOwn(methods, call.name) ? methods[call.name] : undefined;
  const refused = refusal(desk, method, call);
  if (refused !== null) return { ok: false, ...refused };
  return method === undefined ? {} : asBody(method.call(desk, call.args));
}

/** What went wrong, with Slack's details: `invalid_blocks: [ERROR] must be … [json-pointer:/blocks/0]`. */
function problemOf(body: Json): string {
  const details = isJson(body.response_metadata) ? body.response_metadata.messages : undefined;
  const needed = textOf(body.needed);
  return [body.error, ...(Array.isArray(details) ? details : []), ...(needed === null ? [] : [needed])].join(
    ': ',
  );
}

function record(desk: Desk, call: Call, body: Json, began: number): void {
  if (body.ok === false) desk.journal.refuse({ method: call.name, problem: problemOf(body) });
  desk.journal.write({
    direction: 'from-bot',
    what: call.name,
    status: body.ok === true ? 'ok' : String(body.error),
    milliseconds: desk.options.wallClock.now().getTime() - began,
    request: withoutToken(call.args),
    response: body,
  });
}

/**
 * The Web API: `POST /api/METHOD`.
 *
 * @param methods All methods by name; another one is `unknown_method`.
 */
export function webApi(desk: Desk, methods: Readonly<Record<string, Method>>): Handler {
  return async (request, response: ServerResponse, url) => {
    if (!url.pathname.startsWith('/api/')) return false;
    const name = url.pathname.slice('/api/'.length);
    const began = desk.options.wallClock.now().getTime();
    const raw = await readBody(request);
    if (raw === null) {
      sendJson(response, 413, { ok: false, error: 'request_too_large' });
      return true;
    }
    const args = readArguments(request, raw, url);
    const broken = textOf(args.error) !== null && Object.keys(args).length === 1;
    const call = { name, args, token: readToken(request, args) };
    const answer = (): Json => {
      const body = broken ? { ok: false, error: args.error } : apply(desk, methods, call);
      record(desk, call, body, began);
      return body;
    };
    const headers = { 'x-oauth-scopes': desk.options.app.scopes.join(',') };
    const fault = desk.faults.take(name);
    if (fault === null) sendJson(response, 200, answer(), headers);
    else await answerWithFault({ desk, name, response, planned: fault, answer });
    return true;
  };
}
