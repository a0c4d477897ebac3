import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A balancer as small as can be: it asks who is ready, and tries the next where one does not answer. */
export interface Balancer {
  readonly url: URL;
  /** Where it sends to, from now on. */
  readonly serve: (ports: readonly number[]) => void;
  /** How often a request went to another, since the first was gone. */
  readonly tries: () => number;
  readonly close: () => void;
}

/**
 * Takes requests and passes them on in turn. One whose connection breaks before an answer is passed to the next: the
 * bot takes a request that comes twice as one, by its trigger, view or event.
 */
export async function startBalancer(): Promise<Balancer> {
  let ports: readonly number[] = [];
  let turn = 0;
  let repeated = 0;
  const server = createServer((incoming, response) => {
    void (async () => {
      const body = await bodyOf(incoming);
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const port = ports[turn % Math.max(1, ports.length)];
        turn += 1;
        if (port !== undefined && (await pass(incoming, body, { port, response }))) return;
        repeated += 1;
      }
      response.writeHead(502).end();
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/slack/events`),
    serve: (next) => {
      ports = next;
    },
    tries: () => repeated,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Whether there was an answer. */
function pass(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  { port, response }: { readonly port: number; readonly response: ServerResponse },
): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, method, path: url, headers, agent: false as const };
    const sent = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', () => resolve(true));
      // Cut off in the middle: what was begun cannot be sent by another.
      answer.on('error', () => {
        response.destroy();
        resolve(true);
      });
    });
    sent.on('error', () => resolve(false));
    sent.end(body);
  });
}
