import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { PersonId } from '../../domain/person.ts';
import { silentLogger } from '../silent-logger.ts';

/** A file to be sent. */
export interface OutgoingFile {
  /** With its extension, by which Slack knows a picture. */
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for who does not see it; only pictures have one. */
  readonly alt: string | null;
}

/** Where files go: to a person, in the conversation with the bot, or to all in a channel. */
export type FileGoal = { readonly person: PersonId } | { readonly channel: string };

/** Why Slack has not taken files: nothing was posted. */
export type FileRefusal = 'not-in-channel' | 'unreachable' | 'too-large';

/** Sends files. Rejects where Slack fails; nothing is tried twice, since a second message would stand there for good. */
export interface FileSender {
  /** Sends the files as one message; a refusal where the place takes none. `comment` is escaped for mrkdwn. */
  send(
    to: FileGoal,
    files: readonly OutgoingFile[],
    comment: string,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: FileRefusal }>;
}

const patienceMs = 20_000;

/**
 * Sends files in Slack's three steps, through a client of its own: a place for each, its bytes, and the message that
 * shows them. The library's own `files.uploadV2` does not say what a picture shows (`alt_txt`).
 */
export function slackFiles(options: {
  readonly botToken: string;
  readonly apiUrl: string;
  /** Whether an address belongs to the Slack we are connected to: bytes go nowhere else. */
  readonly trusts: (address: string) => boolean;
}): FileSender {
  const client = new WebClient(options.botToken, {
    slackApiUrl: options.apiUrl,
    retryConfig: { retries: 0 },
    timeout: patienceMs,
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  return {
    async send(to, files, comment) {
      try {
        const channel = 'channel' in to ? to.channel : await directOf(client, to.person);
        const uploaded: { id: string; title: string }[] = [];
        for (const file of files) {
          uploaded.push({ id: await upload(client, file, options.trusts), title: file.title });
        }
        const [first, ...others] = uploaded;
        if (first === undefined) throw new Error('no file was given to be sent');
        await client.files.completeUploadExternal({
          files: [first, ...others],
          channel_id: channel,
          initial_comment: comment,
        });
        return { ok: true };
      } catch (problem) {
        const why = refusalOf(problem);
        if (why === null) throw problem;
        return { ok: false, why };
      }
    },
  };
}

async function directOf(client: WebClient, person: PersonId): Promise<string> {
  const { channel } = await client.conversations.open({ users: person });
  if (channel?.id === undefined) throw new Error('conversations.open named no conversation');
  return channel.id;
}

/** Puts the bytes where Slack wants them, and gives the id of the file. */
async function upload(
  client: WebClient,
  { name, bytes, alt }: OutgoingFile,
  trusts: (address: string) => boolean,
): Promise<string> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
    ...(alt === null ? {} : { alt_txt: alt }),
  });
  if (url === undefined || id === undefined) throw new Error('Slack gave no place for a file');
  if (!trusts(url)) throw new Error('a file was to go to a host that is not the configured Slack');
  const taken = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
  });
  if (!taken.ok) throw new Error(`Slack did not take the bytes of a file: ${taken.status}`);
  return id;
}

const refusals: Readonly<Record<string, FileRefusal>> = {
  not_in_channel: 'not-in-channel',
  channel_not_found: 'not-in-channel',
  is_archived: 'not-in-channel',
  user_not_found: 'unreachable',
  user_disabled: 'unreachable',
  users_not_found: 'unreachable',
  cannot_dm_bot: 'unreachable',
  account_inactive: 'unreachable',
  file_upload_size_restricted: 'too-large',
};

function refusalOf(problem: unknown): FileRefusal | null {
  return problem instanceof WebAPIPlatformError ? (refusals[problem.data.error] ?? null) : null;
}
