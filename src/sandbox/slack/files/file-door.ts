import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../blocks/limits.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../http.ts';
import { contentType, readBytes } from '../http.ts';
import type { StoredFile } from '../state/files.ts';

/** Room for the boundaries of a form around the bytes. */
const ENVELOPE = 10_000;

/**
 * The bytes of an upload: the body itself, or the only file of a form, as
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal allows both. Null where there are none.
 */
async function uploadedBytes(request: IncomingMessage): Promise<Buffer | null> {
  const body = await readBytes(request, LIMITS.file.bytes + ENVELOPE);
  if (body === null || contentType(request) !== 'multipart/form-data') return body;
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const parts = [...form.values()].filter((part) => typeof part !== 'string');
  const [only] = parts;
  return only === undefined || parts.length > 1 ? null : Buffer.from(await only.arrayBuffer());
}

async function takeUpload(
  desk: Desk,
  { request, response, key }: { request: IncomingMessage; response: ServerResponse; key: string },
): Promise<void> {
  const file = desk.files.awaited(key);
  const isOpen = file !== null && file.bytes === null && (request.method ?? '') !== 'GET';
  const bytes = isOpen ? await uploadedBytes(request) : null;
  const problem = !isOpen
    ? 'no such upload'
    : bytes?.length === file.size
      ? null
      : `${bytes?.length ?? 0} bytes for the ${file.size} announced`;
  if (problem === null && bytes !== null && file !== null) desk.files.change(file.id, { bytes });
  else desk.journal.refuse({ method: 'upload', problem: problem ?? 'no bytes' });
  desk.journal.write({
    direction: 'from-bot',
    what: 'upload',
    status: problem === null ? 'ok' : '400',
    milliseconds: 0,
    request: { name: file?.name ?? null, bytes: bytes?.length ?? 0 },
    response: null,
  });
  response.writeHead(problem === null ? 200 : 400, { 'content-type': 'text/plain' });
  response.end(problem === null ? `OK - ${bytes?.length ?? 0}` : problem);
}

/** The file that a private address names, where the token may read it. */
function readable(desk: Desk, request: IncomingMessage, id: string): StoredFile | null {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const file = desk.files.find(id);
  const mayRead = token === desk.options.bot.token && desk.options.app.scopes.includes('files:read');
  return mayRead && file?.complete ? file : null;
}

function giveBytes(
  desk: Desk,
  { request, response, id }: { request: IncomingMessage; response: ServerResponse; id: string },
): void {
  const file = readable(desk, request, id);
  desk.journal.write({
    direction: 'from-bot',
    what: 'download',
    status: file === null ? 'HTML' : 'ok',
    milliseconds: 0,
    request: { id },
    response: { bytes: file?.bytes?.length ?? 0 },
  });
  if (file === null) {
    // As Slack: no status tells of the missing right, but the page on which people log in.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Sign in</title>');
    return;
  }
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes?.length ?? 0 });
  response.end(file.bytes);
}

/** Where bytes go in and out: `POST /upload/v1/KEY`, and `GET /files-pri/T…-F…/…` with the bot's token. */
export function fileDoor(desk: Desk): Handler {
  return async (request, response, url) => {
    const key = /^\/upload\/v1\/(\w+)$/.exec(url.pathname)?.[1];
    const id = /^\/files-pri\/\w+-(\w+)\//.exec(url.pathname)?.[1];
    if (key !== undefined) {
      await takeUpload(desk, { request, response, key });
      return true;
    }
    if (id === undefined || request.method !== 'GET') return false;
    giveBytes(desk, { request, response, id });
    return true;
  };
}
