import { LIMITS } from '../blocks/limits.ts';
import { contentType, type Handler, readBytes, sendJson } from '../http.ts';
import type { Floor } from '../people/floor.ts';
import { Impossible } from '../people/impossible.ts';
import { upload } from '../people/upload.ts';

/** `POST /ui/upload?as=U…&name=…` with the bytes: what a person puts into a file field of the page. */
export function pageUploads(floor: Floor): Handler {
  return async (request, response, url) => {
    if (url.pathname !== '/ui/upload' || request.method !== 'POST') return false;
    // A type that a foreign page cannot send unasked.
    if (contentType(request) !== 'application/octet-stream') {
      sendJson(response, 400, { ok: false, error: 'the body must be application/octet-stream' });
      return true;
    }
    const bytes = await readBytes(request, LIMITS.file.bytes);
    try {
      if (bytes === null) throw new Impossible('the file is too large');
      const name = (url.searchParams.get('name') ?? '').slice(0, 255) || 'file';
      const file = upload(floor, { as: url.searchParams.get('as') ?? '', name, bytes });
      sendJson(response, 200, { ok: true, file });
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      sendJson(response, 400, { ok: false, error: error.message });
    }
    return true;
  };
}
