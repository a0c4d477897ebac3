import type { Json } from '../json.ts';

/** What is sent to the bot. */
export interface Outgoing {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  /** For the journal: `/project 8`, `block_actions` … */
  readonly what: string;
  readonly payload: Json;
  readonly retry?: { readonly num: number; readonly reason: string };
}

/** How the bot took it. */
export type Ack =
  /** Acknowledged in time; the body is JSON, a text, or null when there was none. */
  | { readonly kind: 'acked'; readonly body: unknown; readonly noRetry?: boolean }
  /** Nothing within three seconds. */
  | { readonly kind: 'late' }
  /** Refused, or nobody there; `noRetry` when the bot asked not to be sent it again. */
  | { readonly kind: 'failed'; readonly status: string; readonly noRetry?: boolean };

/** A way to the bot: signed HTTP or sockets. */
export type Deliver = (outgoing: Outgoing) => Promise<Ack>;

/** How long the bot may take to acknowledge, from https://docs.slack.dev/interactivity/handling-user-interaction */
export const ACK_LIMIT = 3000;
