import type { IncomingMessage } from 'node:http';

/** Slack's own bodies are far smaller. */
const mostBytes = 1_000_000;

/** The body of a request, or null where it is larger than Slack sends. Rejects when the sender breaks off. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Whether a body has the outer form of something Slack sends: a command, an `ssl_check`, or an object with a type as
 * JSON or as `payload`. Bolt would trip over anything else.
 */
export function hasSlackForm(contentType: string | undefined, body: Buffer): boolean {
  const text = body.toString();
  if (contentType !== 'application/x-www-form-urlencoded') return isTyped(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? form.has('command') || form.has('ssl_check') : isTyped(payload);
}

function isTyped(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
  } catch {
    return false;
  }
}
