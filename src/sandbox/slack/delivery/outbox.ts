import type { Desk } from '../desk.ts';
import type { Ack, Deliver, Outgoing } from './delivery.ts';
import { deliverByHttp } from './http-delivery.ts';
import type { Sockets } from './socket-delivery.ts';

export interface Outbox {
  /** Delivers to wherever the bot is, and writes it down. */
  readonly deliver: Deliver;
  /** Says where the bot is from now on. */
  connect(to: URL | 'socket'): void;
  /** Where the bot is. */
  target(): URL | 'socket' | null;
}

function statusOf(ack: Ack): string {
  switch (ack.kind) {
    case 'acked':
      return 'ack';
    case 'late':
      return 'operation_timeout';
    case 'failed':
      return ack.status;
  }
}

/** The one way out to the bot. */
export function createOutbox(desk: Desk, sockets: Sockets): Outbox {
  let target = desk.options.bot.deliverTo;
  const send: Deliver = async (outgoing: Outgoing) => {
    if (target === null) return { kind: 'failed', status: 'no request URL' };
    return target === 'socket' ? sockets.deliver(outgoing) : deliverByHttp(desk, target, outgoing);
  };
  return {
    target: () => target,
    connect: (to) => {
      target = to;
    },
    deliver: async (outgoing) => {
      const began = desk.options.wallClock.now().getTime();
      const ack = await send(outgoing);
      desk.journal.write({
        direction: 'to-bot',
        what: outgoing.retry === undefined ? outgoing.what : `${outgoing.what} (retry ${outgoing.retry.num})`,
        status: statusOf(ack),
        milliseconds: desk.options.wallClock.now().getTime() - began,
        request: outgoing.payload,
        response: ack.kind === 'acked' ? ack.body : null,
      });
      return ack;
    },
  };
}
