import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Handler } from '../http.ts';
import { PAGE_HEADERS } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** Names of which a path may consist: no dots in front, so that it cannot lead out of the directory. */
const PATH = /^\/page\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

/** `GET /` and `GET /page/*`: the page's files, of the kinds above. */
export function staticFiles(directory: URL): Handler {
  return async (request, response, url) => {
    const name = url.pathname === '/' ? 'index.html' : PATH.exec(url.pathname)?.[1];
    const type = name === undefined ? undefined : TYPES[extname(name)];
    if (name === undefined || type === undefined || request.method !== 'GET') return false;
    try {
      const content = await readFile(new URL(name, directory));
      response.writeHead(200, { 'content-type': type, ...PAGE_HEADERS });
      response.end(content);
      return true;
    } catch {
      return false;
    }
  };
}
