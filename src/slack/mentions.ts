import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type AnswerServices, answer } from './answer.ts';
import type { InFlight } from './in-flight.ts';
import { plainMessage } from './modals/message-text.ts';
import type { Once } from './once.ts';
import type { Reply } from './reply.ts';

/** Answers in the thread of a message. */
export interface Threads {
  /** Rejects where Slack does not take it; it is not tried again. */
  post(place: ThreadPlace, message: Reply): Promise<void>;
}

interface ThreadPlace {
  readonly channel: string;
  /** The first message of the thread. */
  readonly threadTs: string;
}

const patienceMs = 10_000;

/**
 * Answers in threads through a client of its own. Nothing is tried twice: Slack knows no request key for posts, and
 * a second answer would stand in the channel for all.
 */
export function slackThreads(options: { readonly botToken: string; readonly apiUrl: string }): Threads {
  const client = new WebClient(options.botToken, {
    slackApiUrl: options.apiUrl,
    retryConfig: { retries: 0 },
    timeout: patienceMs,
    rejectRateLimitedCalls: true,
  });
  return {
    async post({ channel, threadTs }, { text, blocks }) {
      await client.chat.postMessage({
        channel,
        thread_ts: threadTs,
        text,
        blocks: [...blocks],
        unfurl_links: false,
        unfurl_media: false,
        link_names: false,
      });
    },
  };
}

/** What answering mentions and direct messages needs. */
export interface MentionServices extends AnswerServices {
  readonly threads: Threads;
  readonly isFirst: Once;
  readonly inFlight: InFlight;
}

/** Answers whoever mentions the bot, or writes to it directly, as if the text had been typed behind the command. */
export function listenForMentions(app: App, services: MentionServices): void {
  app.event('app_mention', async ({ event, body }) => hear(event, body.event_id, services));
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im') hear(event, body.event_id, services);
  });
}

/** A message as far as we read it. */
interface Heard {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly text?: string;
  readonly subtype?: string | undefined;
  readonly bot_id?: string;
}

/** Kinds of messages that a person has written; all others are edits, deletions, notices or programs. */
const written: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/**
 * Slack has its acknowledgement already, and stopping waits for the answer. An event that comes again has the same
 * id; this process remembers it, and the retry of one that another replica has acknowledged does not come.
 */
function hear(heard: Heard, eventId: string, services: MentionServices): void {
  const { user } = heard;
  if (user === undefined || heard.bot_id !== undefined || !written.has(heard.subtype)) return;
  if (!services.isFirst(`event ${eventId}`)) return;
  services.inFlight.follow(answerInThread({ ...heard, user }, services));
}

async function answerInThread(
  { channel, ts, thread_ts: threadTs = ts, user: userId, text = '' }: Heard & { readonly user: string },
  services: MentionServices,
): Promise<void> {
  if (await isProgram(userId, services)) return;
  const typed = plainMessage(text).replace(/\s+/gu, ' ');
  const reply = await answer(services, { userId, text: typed, channel });
  await services.threads.post({ channel, threadTs }, reply);
}

/** Two programs that answer each other never end. Whom Slack cannot name is told of the failure by the answer. */
async function isProgram(userId: string, { directory }: MentionServices): Promise<boolean> {
  const person = await directory.personOf(userId).catch(() => null);
  return person?.standing === 'bot' || person?.standing === 'deactivated';
}
