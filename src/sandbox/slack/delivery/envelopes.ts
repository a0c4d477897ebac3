import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { isJson, parseJson, textOf } from '../json.ts';
import type { Ack, Outgoing } from './delivery.ts';
import { ACK_LIMIT } from './delivery.ts';

export interface Envelopes {
  /** Sends an envelope and waits for its acknowledgement, three seconds at most. */
  send(socket: WebSocket, outgoing: Outgoing): Promise<Ack>;
  /** Takes in what came over a socket: acknowledgements, of which those that nobody waits for are dropped. */
  receive(data: string): void;
}

/** Which envelopes take an answer in their acknowledgement: events do not. */
function takesPayload({ kind }: Outgoing): boolean {
  return kind !== 'events_api';
}

function wrap(envelopeId: string, outgoing: Outgoing): Json {
  const { kind, payload, retry } = outgoing;
  const retries = { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' };
  return {
    envelope_id: envelopeId,
    type: kind,
    accepts_response_payload: takesPayload(outgoing),
    payload,
    ...(kind === 'events_api' ? retries : {}),
  };
}

/** An answer where none is read is a mistake of the bot's: the words in it are lost. */
function bodyOf(desk: Desk, outgoing: Outgoing, payload: unknown): unknown {
  const isEmpty = !isJson(payload) || Object.keys(payload).length === 0;
  if (isEmpty) return null;
  if (takesPayload(outgoing)) return payload;
  desk.journal.refuse({ method: outgoing.what, problem: 'this envelope accepts no response payload' });
  return null;
}

/** The envelopes of Socket Mode, and who waits for which acknowledgement. */
export function createEnvelopes(desk: Desk): Envelopes {
  const waiting = new Map<string, (payload: unknown) => void>();
  return {
    send: (socket, outgoing) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const finish = (ack: Ack): void => {
          waiting.delete(id);
          cancel();
          resolve(ack);
        };
        const cancel = desk.options.wallClock.after(ACK_LIMIT, () => finish({ kind: 'late' }));
        waiting.set(id, (payload) => finish({ kind: 'acked', body: bodyOf(desk, outgoing, payload) }));
        socket.send(JSON.stringify(wrap(id, outgoing)));
      }),
    receive: (data) => {
      const message = parseJson(data);
      if (isJson(message)) waiting.get(textOf(message.envelope_id) ?? '')?.(message.payload);
    },
  };
}
