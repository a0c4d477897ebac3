import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from './desk.ts';
import type { Handler } from './http.ts';
import { sendJson } from './http.ts';
import { mayEnter } from './ui/guard.ts';

/** Asks one handler after the other until one takes the request. */
async function handle(
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!mayEnter(request)) return sendJson(response, 403, { ok: false, error: 'foreign origin or host' });
  const url = new URL(request.url ?? '/', 'http://sandbox');
  for (const handler of handlers) if (await handler(request, response, url)) return;
  sendJson(response, 404, { ok: false, error: 'not found' });
}

/** A mistake of this server's own: told, not hidden, and never the end of the server. */
function confess(desk: Desk, response: ServerResponse, error: unknown): void {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  desk.journal.refuse({ method: 'sandbox', problem });
  if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'the sandbox itself failed' });
}

/** A server over these handlers, not listening yet. */
export function createSlackServer(desk: Desk, handlers: readonly Handler[]): Server {
  return createServer((request, response) => {
    handle(handlers, request, response).catch((error: unknown) => confess(desk, response, error));
  });
}

/**
 * Begins to listen.
 *
 * @returns Where: `http://127.0.0.1:PORT`.
 * @throws {Error} when the port is taken.
 */
export function listen(
  server: Server,
  at: { readonly host: string; readonly port: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      const { port } = server.address() as AddressInfo;
      resolve(`http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`);
    });
  });
}

/** Stops a server at once, whoever is still connected. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
