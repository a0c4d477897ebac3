import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { call } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { APP_TOKEN, CHANNEL, runSlack, STAFF } from './support/slack.ts';

let running: Running;
beforeEach(async () => {
  running = await runSlack();
  running.slack.connect('socket');
});
afterEach(() => running.slack.stop());

const ticket = async () =>
  String((await call(running.slack, 'apps.connections.open', {}, APP_TOKEN)).body.url);

interface Connected {
  readonly socket: WebSocket;
  readonly received: Json[];
  /** Resolves with the next ping that was not asked for before. */
  readonly ping: () => Promise<void>;
}

/** A socket, and what came over it. */
async function connect(url: string): Promise<Connected> {
  const socket = new WebSocket(url);
  const received: Json[] = [];
  let pings = 0;
  let asked = 0;
  socket.on('ping', () => {
    pings += 1;
    socket.emit('counted');
  });
  const ping = async (): Promise<void> => {
    asked += 1;
    while (pings < asked) await next(socket, 'counted');
  };
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString('utf8')));
    socket.emit('read');
  });
  await new Promise((resolve, reject) => {
    socket.once('read', resolve);
    socket.once('error', reject);
  });
  return { socket, received, ping };
}

const next = (socket: WebSocket, event: string) => new Promise((resolve) => socket.once(event, resolve));

describe('a socket', () => {
  test('is greeted', async () => {
    const { received } = await connect(await ticket());
    expect(received).toMatchObject([
      { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0SHINCHOKU' } },
    ]);
  });

  test('needs a ticket, which lets in once', async () => {
    const url = await ticket();
    await connect(url);
    await expect(connect(url)).rejects.toThrow('403');
    await expect(connect(url.replace(/ticket=\w+/, 'ticket=guessed'))).rejects.toThrow('403');
  });

  test('gets envelopes, of which events take no answer', async () => {
    const { socket, received } = await connect(await ticket());
    const said = running.slack.say({ as: STAFF, conversation: CHANNEL, text: '@Shinchoku はい？' });
    await next(socket, 'read');
    const envelope = received[1];
    expect(envelope).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
    socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id, payload: { text: 'lost' } }));
    await said;
    expect(running.slack.refusals).toMatchObject([{ problem: 'this envelope accepts no response payload' }]);
  });

  test('answers a command in its acknowledgement', async () => {
    const { socket, received } = await connect(await ticket());
    const typed = running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo' });
    await next(socket, 'read');
    expect(received[1]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
    socket.send(JSON.stringify({ envelope_id: received[1]?.envelope_id, payload: { text: 'はい。' } }));
    expect(await typed).toEqual({ kind: 'acked', body: { text: 'はい。' } });
  });

  test('takes turns with others', async () => {
    const both = [await connect(await ticket()), await connect(await ticket())];
    for (const { socket, received } of [...both, ...both]) {
      const typed = running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo' });
      await next(socket, 'read');
      socket.send(JSON.stringify({ envelope_id: received.at(-1)?.envelope_id, payload: {} }));
      await typed;
    }
    expect(both.map(({ received }) => received.length)).toEqual([3, 3]);
  });

  test('is asked to come again', async () => {
    const { socket, received } = await connect(await ticket());
    running.slack.sockets.refresh();
    await next(socket, 'read');
    expect(received[1]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  test('is pinged at once and every ten seconds', async () => {
    const { ping } = await connect(await ticket());
    await ping();
    running.wall.advance(10_000);
    await ping();
  });

  test('without any, a command fails', async () => {
    const ack = await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo' });
    expect(ack).toEqual({ kind: 'failed', status: 'no socket' });
  });
});
