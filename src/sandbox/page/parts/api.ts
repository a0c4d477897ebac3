import type { PageRequests } from '../protocol.ts';
import { isJson, type Json } from './json.ts';

export type Answer =
  | { readonly ok: true; readonly body: Json }
  | { readonly ok: false; readonly error: string };

const UNREACHABLE =
  'サンドボックスにつながりません。端末でサンドボックスが動いているか確かめて、もう一度お試しください。';

/** Sends one request of the protocol. A refusal of the server and a broken connection both come back as `error`. */
export async function post<Action extends keyof PageRequests>(
  action: Action,
  body: PageRequests[Action],
): Promise<Answer> {
  return send(`/ui/${action}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Uploads a file in a person's name; the answer's `file` is as Slack tells of it. */
export function sendFile(as: string, file: File): Promise<Answer> {
  const query = new URLSearchParams({ as, name: file.name });
  return send(`/ui/upload?${query}`, {
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

async function send(path: string, request: Pick<RequestInit, 'headers' | 'body'>): Promise<Answer> {
  try {
    const response = await fetch(path, { method: 'POST', ...request });
    const answer: unknown = await response.json();
    if (isJson(answer) && answer.ok === true) return { ok: true, body: answer };
    const error =
      isJson(answer) && typeof answer.error === 'string' ? answer.error : `HTTP ${response.status}`;
    return { ok: false, error };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}
