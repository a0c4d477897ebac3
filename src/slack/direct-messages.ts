import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { PersonId } from '../domain/person.ts';
import { plainTextOf } from './digests/plain-text.ts';
import { outcomeOf, unshowable } from './digests/poster.ts';
import type { Reply } from './reply.ts';
import { silentLogger } from './silent-logger.ts';

/** Says something to one person, in the conversation of that person with the bot. */
export interface DirectMessages {
  /** That conversation; null where the person can be told nothing. Nothing is said. Else rejects. */
  conversationWith(person: PersonId): Promise<string | null>;
  /** Whether it was said. False where the person can be told nothing: a closed account. Else rejects. */
  send(to: PersonId, message: Reply): Promise<boolean>;
  /** The same for whoever tries again what was certainly not said. Never rejects. */
  deliver(to: PersonId, message: Reply): Promise<Delivery>;
  /** Puts another message in place of one of ours. False where that one is not there any more. Else rejects. */
  replace(place: MessagePlace, message: Reply): Promise<boolean>;
}

/**
 * What became of a message; `why` is Slack's word. `unsure` may have been said, the others were not: the person is
 * `unreachable`, Slack has `refused` it for good, or it is `unsent` and may be tried again.
 */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string; readonly problem: unknown }
  | { readonly kind: 'unsent' | 'unsure'; readonly problem: unknown };

/** Where a message stands. */
interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

const patienceMs = 10_000;

/**
 * Direct messages through a client of its own, so that a rate limit here keeps nobody waiting elsewhere. Nothing is
 * tried twice: Slack knows no request key for posts, and a message that came twice would be pressed twice.
 */
export function slackDirectMessages(options: {
  readonly botToken: string;
  readonly apiUrl: string;
}): DirectMessages {
  const client = new WebClient(options.botToken, {
    slackApiUrl: options.apiUrl,
    retryConfig: { retries: 0 },
    timeout: patienceMs,
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  const open = async (to: PersonId): Promise<string> => {
    const { channel } = await client.conversations.open({ users: to });
    if (channel?.id === undefined) throw new Error('conversations.open named no conversation');
    return channel.id;
  };
  const post = (channel: string, { text, blocks }: Pick<Reply, 'text' | 'blocks'>) =>
    client.chat.postMessage({
      channel,
      text,
      ...(blocks.length > 0 && { blocks: [...blocks] }),
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
    });
  const deliver = async (to: PersonId, message: Reply): Promise<Delivery> => {
    let isPosting = false;
    try {
      const channel = await open(to);
      isPosting = true;
      await post(channel, message).catch((problem: unknown) => {
        if (!isOneOf(unshowable, problem)) throw problem;
        return post(channel, { text: plainTextOf(message), blocks: [] });
      });
      return { kind: 'sent' };
    } catch (problem) {
      return failedDelivery(problem, isPosting);
    }
  };
  return {
    async conversationWith(person) {
      try {
        return await open(person);
      } catch (problem) {
        if (isOneOf(unreachable, problem)) return null;
        throw problem;
      }
    },
    deliver,
    async send(to, message) {
      const delivery = await deliver(to, message);
      if ('problem' in delivery) throw delivery.problem;
      return delivery.kind === 'sent';
    },
    async replace({ channel, ts }, { text, blocks }) {
      try {
        await client.chat.update({ channel, ts, text, blocks: [...blocks] });
        return true;
      } catch (problem) {
        if (isOneOf(irreplaceable, problem)) return false;
        throw problem;
      }
    },
  };
}

function failedDelivery(problem: unknown, isPosting: boolean): Delivery {
  const outcome = outcomeOf(problem);
  if (outcome.kind === 'refused-terminal') {
    const { code: why } = outcome;
    return unreachable.has(why) ? { kind: 'unreachable', why } : { kind: 'refused', why, problem };
  }
  return { kind: isPosting && outcome.kind === 'ambiguous' ? 'unsure' : 'unsent', problem };
}

/** Whoever has left stays a lead until somebody takes the post over: that is no mistake of ours. */
const unreachable: ReadonlySet<unknown> = new Set([
  'account_inactive',
  'user_not_found',
  'user_disabled',
  'users_not_found',
  'cannot_dm_bot',
  'channel_not_found',
]);

const irreplaceable: ReadonlySet<unknown> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_archived',
]);

function isOneOf(errors: ReadonlySet<unknown>, problem: unknown): boolean {
  return problem instanceof WebAPIPlatformError && errors.has(problem.data.error);
}
