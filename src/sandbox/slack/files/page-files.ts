import type { Desk } from '../desk.ts';
import type { Handler } from '../http.ts';
import { isPicture } from './file-object.ts';

/** `GET /ui/files/ID`: the bytes of a file for the page; whatever is in it, no browser runs it. */
export function pageFiles(desk: Desk): Handler {
  return async (request, response, url) => {
    const id = /^\/ui\/files\/(\w+)$/.exec(url.pathname)?.[1];
    if (id === undefined || request.method !== 'GET') return false;
    const file = desk.files.find(id);
    if (file === null || file.bytes === null || !file.complete) return false;
    const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`;
    response.writeHead(200, {
      'content-type': file.mimetype,
      'content-length': file.bytes.length,
      'content-disposition': `${isPicture(file) ? 'inline' : 'attachment'}; ${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(file.bytes);
    return true;
  };
}
