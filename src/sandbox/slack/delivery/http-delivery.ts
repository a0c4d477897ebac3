import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Desk } from '../desk.ts';
import { parseJson } from '../json.ts';
import type { Ack, Outgoing } from './delivery.ts';
import { ACK_LIMIT } from './delivery.ts';
import { signature } from './signature.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Post {
  readonly to: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Gives up when called; told the way to do it. */
  readonly onGiveUp: (giveUp: () => void) => void;
}

/** One POST on a connection of its own: none is kept, so that a bot can stop at once. */
function post({ to, body, headers, onGiveUp }: Post): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const send = to.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = send(to, { method: 'POST', agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    onGiveUp(() => sent.destroy(new Error('given up')));
    sent.end(body);
  });
}

/** The body and its type: a form for commands, a form with `payload=` for interactions, JSON for events. */
export function encode({ kind, payload }: Pick<Outgoing, 'kind' | 'payload'>): {
  readonly body: string;
  readonly contentType: string;
} {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'slash_commands'
      ? Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])
      : [['payload', JSON.stringify(payload)] as [string, string]];
  return {
    body: new URLSearchParams(fields).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
}

/** A body and the headers about it, of which a test may hand in wrong ones. */
export interface RawDelivery {
  readonly body: string;
  readonly contentType: string;
  /** The right one when missing, no header when null. */
  readonly signature?: string | null;
  /** Seconds since the epoch; now when missing, no header when null. */
  readonly timestamp?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Posts a body to the bot with Slack's headers.
 *
 * @param onGiveUp Is handed the way to break the connection off.
 * @throws {Error} when there is no connection, or it was given up.
 */
export function postSigned(
  desk: Desk,
  to: URL,
  raw: RawDelivery,
  onGiveUp: (giveUp: () => void) => void = () => undefined,
): Promise<HttpAnswer> {
  const seconds = String(Math.floor(desk.options.wallClock.now().getTime() / 1000));
  const timestamp = raw.timestamp === undefined ? seconds : raw.timestamp;
  const right = signature({
    secret: desk.options.bot.signingSecret,
    timestamp: timestamp ?? seconds,
    body: raw.body,
  });
  const signed = raw.signature === undefined ? right : raw.signature;
  const headers = {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: 'application/json,*/*',
    'content-type': raw.contentType,
    'content-length': String(Buffer.byteLength(raw.body)),
    ...(timestamp === null ? {} : { 'x-slack-request-timestamp': timestamp }),
    ...(signed === null ? {} : { 'x-slack-signature': signed }),
    ...raw.headers,
  };
  return post({ to, body: raw.body, headers, onGiveUp });
}

function asAck({ status, headers, body }: HttpAnswer): Ack {
  const noRetry = headers['x-slack-no-retry'] === '1';
  if (status < 200 || status > 299) return { kind: 'failed', status: `http ${status}`, noRetry };
  const isJsonBody = String(headers['content-type'] ?? '').includes('json');
  return { kind: 'acked', body: body === '' ? null : isJsonBody ? parseJson(body) : body };
}

/** Delivers over HTTP: signed, and broken off after three seconds of the wall clock. */
export async function deliverByHttp(desk: Desk, to: URL, outgoing: Outgoing): Promise<Ack> {
  let late = false;
  let cancel = (): void => undefined;
  const { retry } = outgoing;
  const headers: Record<string, string> =
    retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
  try {
    const answer = await postSigned(desk, to, { ...encode(outgoing), headers }, (giveUp) => {
      cancel = desk.options.wallClock.after(ACK_LIMIT, () => {
        late = true;
        giveUp();
      });
    });
    return asAck(answer);
  } catch {
    return late ? { kind: 'late' } : { kind: 'failed', status: 'connection_failed' };
  } finally {
    cancel();
  }
}
