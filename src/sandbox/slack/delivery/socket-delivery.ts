import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import type { Ack, Outgoing } from './delivery.ts';
import { createEnvelopes } from './envelopes.ts';

/** Between two pings of the server. */
const PING_EVERY = 10_000;

const FAREWELL = 500;

export interface Sockets {
  /** Lets one socket in that brings this ticket. */
  admit(ticket: string): void;
  /** Takes over an HTTP connection that wants to be a socket. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  deliver(outgoing: Outgoing): Promise<Ack>;
  /** How many sockets are open. */
  count(): number;
  /** Asks all sockets to come again, as Slack does every few hours. */
  refresh(reason?: 'refresh_requested' | 'warning'): void;
  /** Says goodbye to all; whoever does not answer is cut off after half a second. */
  close(): Promise<void>;
}

function hello(desk: Desk, connections: number): Json {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: desk.options.bot.appId },
    debug_info: { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 },
  };
}

/** Pings at once and then every ten seconds, as long as the socket is open. */
function keepPinging(desk: Desk, socket: WebSocket): void {
  let cancel = (): void => undefined;
  const ping = (): void => {
    socket.ping();
    cancel = desk.options.wallClock.after(PING_EVERY, ping);
  };
  socket.on('close', () => cancel());
  ping();
}

function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), FAREWELL);
    socket.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    socket.close(1001);
  });
}

/** Socket Mode, from https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSockets(desk: Desk): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const envelopes = createEnvelopes(desk);
  const greet = (socket: WebSocket): void => {
    open.push(socket);
    desk.changes.happened();
    socket.on('message', (data) => envelopes.receive(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      desk.changes.happened();
    });
    socket.send(JSON.stringify(hello(desk, open.length)));
    keepPinging(desk, socket);
  };
  return {
    admit: (ticket) => tickets.add(ticket),
    upgrade: (request, stream, head) => {
      const url = new URL(request.url ?? '/', 'ws://sandbox');
      if (url.pathname !== '/link/' || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
        stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, stream, head, greet);
    },
    deliver: async (outgoing) => {
      // Slack chooses any of them; the one after the last used is as good, and tests can tell it.
      const socket = open.shift();
      if (socket === undefined) return { kind: 'failed', status: 'no socket' };
      open.push(socket);
      return envelopes.send(socket, outgoing);
    },
    count: () => open.length,
    refresh: (reason = 'refresh_requested') => {
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } }));
    },
    close: async () => {
      server.close();
      await Promise.all([...open].map(farewell));
    },
  };
}
