import type { ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import type { Handler } from '../http.ts';
import { sendJson } from '../http.ts';
import { pageState } from './page-state.ts';

export interface Streams {
  readonly handler: Handler;
  /** Ends all streams, so that the server can stop. */
  close(): void;
}

/** `GET /ui/stream?as=USER` (the first person when nobody is named): one PageState at once, and one after every change. */
export function stateStreams(desk: Desk): Streams {
  const open = new Map<ServerResponse, string>();
  const write = (response: ServerResponse, as: string): void => {
    response.write(`data: ${JSON.stringify(pageState(desk, as))}\n\n`);
  };
  const stopListening = desk.changes.listen(() => {
    for (const [response, as] of open) write(response, as);
  });
  return {
    handler: async (request, response, url) => {
      if (url.pathname !== '/ui/stream' || request.method !== 'GET') return false;
      const as = url.searchParams.get('as') ?? desk.workspace.people()[0]?.id ?? '';
      if (desk.workspace.person(as) === null) {
        sendJson(response, 404, { ok: false, error: `there is no person ${as}` });
        return true;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.set(response, as);
      response.on('close', () => open.delete(response));
      write(response, as);
      return true;
    },
    close: () => {
      stopListening();
      for (const response of open.keys()) response.end();
    },
  };
}
