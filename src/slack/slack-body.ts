import type { IncomingMessage } from 'node:http';

/** Slack's own bodies are far smaller. */
const mostBytes = 1_000_000;

/** The body of a request, or null where it is larger than Slack sends. Rejects when the sender breaks off. */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(null);
  const chunks: Buffer[] = [];
  let length = 0;
  // Events, because every request passes here and iterating over a stream costs several times as much.
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostBytes) resolve(null);
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the sender broke off')));
  });
}

const formOfCommand = /(?:^|&)(?:command|ssl_check)=/;
const formOfPayload = /(?:^|&)payload=/;

/**
 * Whether a body has the outer form of something Slack sends: a command, an `ssl_check`, or an object with a type as
 * JSON or as `payload`. Bolt would trip over anything else.
 */
export function hasSlackForm(contentType: string | undefined, body: Buffer): boolean {
  const text = body.toString();
  if (contentType !== 'application/x-www-form-urlencoded') return isTyped(text);
  if (!formOfPayload.test(text)) return formOfCommand.test(text);
  return isTyped(new URLSearchParams(text).get('payload') ?? '');
}

function isTyped(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
  } catch {
    return false;
  }
}
