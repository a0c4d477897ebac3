import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { Post, Poster, PostResult } from '../../digests/ports.ts';
import { silentLogger } from '../silent-logger.ts';
import type { DigestMessage } from './message.ts';
import { plainTextOf } from './plain-text.ts';

/** Where Slack is, and as whom we post. */
export interface PosterOptions {
  readonly botToken: string;
  readonly apiUrl: string;
}

/** Two posts, the second as plain text, end well within what a lease leaves. */
const patienceMs = 8_000;

/** What a digest may do with Slack: a 429 here keeps nobody waiting elsewhere, and nothing is tried twice. */
export function digestClientOptions(apiUrl: string): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: patienceMs,
    rejectRateLimitedCalls: true,
    // The client keeps an error of another realm as text only, and its cause decides whether anything was sent.
    fetch: (address, init) =>
      fetch(address, init).catch((cause: unknown) => {
        throw new Error('no answer', { cause });
      }),
    logger: silentLogger,
  };
}

/**
 * Posts digests through a client of its own. Posts once and never again by itself, but for blocks that Slack refuses:
 * then nothing was posted, and the same is said in plain text.
 */
export function slackPoster({ botToken, apiUrl }: PosterOptions): Poster<DigestMessage> {
  const client = new WebClient(botToken, digestClientOptions(apiUrl));
  const attempt = async ({ channelId, message, threadTs }: Post<DigestMessage>): Promise<PostResult> => {
    try {
      const { ts } = await client.chat.postMessage({
        channel: channelId,
        text: message.text,
        ...(message.blocks.length > 0 && { blocks: [...message.blocks] }),
        ...(threadTs !== null && { thread_ts: threadTs }),
        unfurl_links: false,
        unfurl_media: false,
        link_names: false,
      });
      return ts === undefined ? { kind: 'ambiguous', why: 'no_ts' } : { kind: 'posted', ts };
    } catch (problem) {
      return outcomeOf(problem);
    }
  };
  return {
    async post(post) {
      const result = await attempt(post);
      if (result.kind !== 'refused-terminal' || !unshowable.has(result.code)) return result;
      return attempt({ ...post, message: { text: plainTextOf(post.message), blocks: [] } });
    },
  };
}

/** What came of a call that rejected. What may have left a message is never said to have left none. */
export function outcomeOf(problem: unknown): PostResult {
  if (problem instanceof WebAPIRateLimitedError) {
    return { kind: 'rate-limited', retryAfterSeconds: problem.retryAfter };
  }
  if (problem instanceof WebAPIPlatformError) return outcomeOfWord(problem.data.error);
  if (problem instanceof WebAPIHTTPError) {
    const why = `http_${problem.statusCode}`;
    return problem.statusCode >= 500 ? { kind: 'ambiguous', why } : { kind: 'refused-retryable', why };
  }
  if (problem instanceof WebAPIRequestError) return outcomeOfRequest(problem.original);
  // The client has no class of its own for a 429 that names no time.
  if (problem instanceof Error && problem.message.startsWith('Retry header did not contain')) {
    return { kind: 'rate-limited', retryAfterSeconds: null };
  }
  return { kind: 'ambiguous', why: 'unreadable_answer' };
}

function outcomeOfWord(word: string): PostResult {
  if (word === 'ratelimited' || word === 'rate_limited') {
    return { kind: 'rate-limited', retryAfterSeconds: null };
  }
  // The client hands over an answer that is no JSON (a proxy's page, half an answer) as if it were Slack's word.
  if (!/^[a-z][a-z0-9_]*$/.test(word)) return { kind: 'ambiguous', why: 'unreadable_answer' };
  if (unsure.has(word)) return { kind: 'ambiguous', why: word };
  return passing.has(word)
    ? { kind: 'refused-retryable', why: word }
    : { kind: 'refused-terminal', code: word };
}

/** Slack itself says of these that the call may have had an effect. */
const unsure: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

/** Passes by itself; every other word of Slack's waits for somebody who does something. */
const passing: ReadonlySet<string> = new Set([
  'service_unavailable',
  'team_added_to_org',
  'request_timeout',
  'accesslimited',
]);

/** What Slack cannot show as we laid it out. */
export const unshowable: ReadonlySet<unknown> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
]);

/** Before these there was no connection, so nothing was sent. */
const unconnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function outcomeOfRequest(original: unknown): PostResult {
  const codes = causesOf(original).map((each) => ('code' in each ? each.code : undefined));
  const code = codes.find((each) => typeof each === 'string');
  return codes.some((each) => unconnected.has(each))
    ? { kind: 'refused-retryable', why: String(code) }
    : { kind: 'ambiguous', why: typeof code === 'string' ? code : 'connection_lost' };
}

function causesOf(problem: unknown): readonly object[] {
  if (typeof problem !== 'object' || problem === null) return [];
  return [problem, ...('cause' in problem ? causesOf(problem.cause) : [])];
}
