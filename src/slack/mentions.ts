import type { App, EnvelopedEvent } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type AnswerServices, answer } from './answer.ts';
import { plainMessage } from './modals/message-text.ts';
import type { Once } from './once.ts';
import type { Reply } from './reply.ts';
import { ofRequest, type RequestServices } from './request.ts';
import { silentLogger } from './silent-logger.ts';

/** Answers in the thread of a message. */
export interface Threads {
  /** Rejects where Slack does not take it; it is not tried again. */
  post(place: ThreadPlace, message: Reply): Promise<void>;
  /** The same for the eyes of one person. */
  whisper(to: string, place: ThreadPlace, message: Reply): Promise<void>;
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
    logger: silentLogger,
  });
  return {
    async post(place, message) {
      await client.chat.postMessage({
        ...inThread(place, message),
        unfurl_links: false,
        unfurl_media: false,
      });
    },
    async whisper(user, place, message) {
      await client.chat.postEphemeral({ user, ...inThread(place, message) });
    },
  };
}

function inThread({ channel, threadTs }: ThreadPlace, { text, blocks }: Reply) {
  return { channel, thread_ts: threadTs, text, blocks: [...blocks], link_names: false };
}

/** What answering mentions and direct messages needs. */
export interface MentionServices extends AnswerServices, RequestServices {
  readonly threads: Threads;
  readonly isFirst: Once;
}

/** Answers whoever mentions the bot, or writes to it directly, as if the text had been typed behind the command. */
export function listenForMentions(app: App, services: MentionServices): void {
  app.event('app_mention', async ({ event, body }) => hear(event, body, services));
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im') hear(event, body, services);
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

/** What stands around an event; shared is a channel that people of another organisation read. */
type Envelope = Pick<EnvelopedEvent, 'event_id' | 'is_ext_shared_channel'>;

/** Kinds of messages that a person has written; all others are edits, deletions, notices or programs. */
const written: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/**
 * Slack has its acknowledgement already, and stopping waits for the answer. An event that comes again has the same
 * id; this process remembers it, and the retry of one that another replica has acknowledged does not come.
 */
function hear(heard: Heard, envelope: Envelope, services: MentionServices): void {
  const { user } = heard;
  if (user === undefined || heard.bot_id !== undefined || !written.has(heard.subtype)) return;
  if (!services.isFirst(`event ${envelope.event_id}`)) return;
  const isShared = envelope.is_ext_shared_channel === true;
  const own = ofRequest(services);
  own.inFlight.follow(answerInThread({ ...heard, user, isShared }, own));
}

interface Question extends Heard {
  readonly user: string;
  readonly isShared: boolean;
}

/** Where outsiders read along who may not read projects, only the person who asks sees the answer. */
async function answerInThread(
  { channel, ts, thread_ts: threadTs = ts, user: userId, text = '', isShared }: Question,
  services: MentionServices,
): Promise<void> {
  if (await isProgram(userId, services)) return;
  const typed = plainMessage(text).replace(/\s+/gu, ' ');
  const reply = await answer(services, { userId, text: typed, channel });
  const { threads, ports } = services;
  const place = { channel, threadTs };
  await (isShared && !ports.policy.guestsMayRead
    ? threads.whisper(userId, place, reply)
    : threads.post(place, reply));
}

/** Two programs that answer each other never end. Whom Slack cannot name is told of the failure by the answer. */
async function isProgram(userId: string, { directory }: MentionServices): Promise<boolean> {
  const person = await directory.personOf(userId).catch(() => null);
  return person?.standing === 'bot' || person?.standing === 'deactivated';
}
