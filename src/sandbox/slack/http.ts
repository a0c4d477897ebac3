import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a request that are read before it is refused. */
const BODY_LIMIT = 5_000_000;

/**
 * The body of a request as text.
 *
 * @returns null when it is longer than five million bytes; the rest is not read.
 */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const bytes = await readBytes(request, BODY_LIMIT);
  return bytes === null ? null : bytes.toString('utf8');
}

/**
 * The body of a request.
 *
 * @returns null when it is longer than `limit` bytes; the rest is not read.
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** The first part of a content type, lower case: `application/json`. */
export function contentType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Handles one request, or leaves it to the next handler by answering false. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
