import { z } from 'zod';
import { LIMITS } from '../blocks/limits.ts';
import { checkMessage } from '../blocks/message-check.ts';
import type { Desk } from '../desk.ts';
import type { Conversation } from '../options.ts';
import type { StoredFile } from '../state/files.ts';
import { contentToKeep, postable } from '../web-api/chat.ts';
import type { Answer, Method } from '../web-api/method.ts';
import { method } from '../web-api/method.ts';
import { fileObject, isPicture } from './file-object.ts';

/**
 * `alt_txt` only: `alt_text`, which a client library may send, is no argument of Slack's and is passed over as Slack
 * passes over every name that it does not know.
 */
const Announcement = z.object({
  filename: z.string().min(1).max(255),
  length: z.coerce.number().int().min(0),
  alt_txt: z.string().optional(),
});

const getUploadUrl = method({
  scope: 'files:write',
  args: Announcement,
  run: (desk, { filename, length, alt_txt: altText }) => {
    if (length === 0) return { error: 'missing_argument' };
    if (length > LIMITS.file.bytes) return { error: 'file_upload_size_restricted' };
    if ((altText ?? '').length > LIMITS.file.altText) return { error: 'alt_txt_too_large' };
    const { file, key } = desk.files.begin({
      user: desk.options.bot.userId,
      name: filename,
      size: length,
      altText: altText === undefined || altText.trim() === '' ? null : altText,
      created: desk.options.clock.now().getTime(),
    });
    return { ok: { upload_url: `${desk.url}/upload/v1/${key}`, file_id: file.id } };
  },
});

const Completion = z.object({
  files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1),
  channel_id: z.string().optional(),
  channels: z.string().optional(),
  thread_ts: z.string().optional(),
  initial_comment: z.string().optional(),
  blocks: z.unknown().optional(),
});
type Completion = z.infer<typeof Completion>;

/** Where the files go; none leaves them private. A person's id names no channel here, other than in chat.postMessage. */
function destinations(
  desk: Desk,
  { channel_id: one, channels }: Completion,
): { readonly places: readonly Conversation[] } | { readonly error: string } {
  const named = one === undefined ? (channels ?? '').split(',').filter((id) => id !== '') : [one];
  const places: Conversation[] = [];
  for (const id of named) {
    const found =
      desk.workspace.person(id) === null ? postable(desk, id) : { error: 'channel_not_found' as const };
    if ('error' in found) return found;
    places.push(found);
  }
  return { places };
}

/** What Slack takes without a word and people lose by. */
function noteLackOfWords(desk: Desk, { mimetype, altText }: StoredFile): void {
  const refuse = (problem: string) =>
    desk.journal.refuse({ method: 'files.completeUploadExternal', problem });
  if (isPicture({ mimetype }) && altText === null) refuse('a picture without alt_txt');
  // github.com/slackapi/python-slack-sdk issue 1818: such a file is taken and never shown.
  if (!isPicture({ mimetype }) && altText !== null)
    refuse('alt_txt on a file that is no picture: Slack does not share it');
}

function uploaded(desk: Desk, files: Completion['files']): readonly StoredFile[] | null {
  const found = files.map(({ id }) => desk.files.find(id));
  const ready = found.filter((file) => file !== null && file.bytes !== null && !file.complete);
  return ready.length === files.length ? ready.flatMap((file) => file ?? []) : null;
}

function share(
  desk: Desk,
  args: Completion,
  file: readonly StoredFile[],
  place: Conversation,
): Answer | null {
  const threadTs = args.thread_ts ?? null;
  if (threadTs !== null && desk.messages.find({ conversation: place.id, ts: threadTs }) === null)
    return { error: 'thread_not_found' };
  const content = args.initial_comment
    ? { text: args.initial_comment }
    : { text: '', ...(args.blocks === undefined ? {} : { blocks: args.blocks }) };
  const { ts } = desk.messages.post({
    conversation: place.id,
    user: desk.options.bot.userId,
    ...contentToKeep(content),
    threadTs,
    files: file.map(({ id }) => id),
  });
  for (const { id, shares } of file)
    desk.files.change(id, { shares: [...shares, { conversation: place.id, ts, threadTs }] });
  return null;
}

function refusedContent(args: Completion): Answer | null {
  if (args.initial_comment) return checkMessage({ text: args.initial_comment });
  return args.blocks === undefined ? null : checkMessage({ blocks: args.blocks });
}

const completeUpload = method({
  scope: 'files:write',
  args: Completion,
  run: (desk, args) => {
    const files = uploaded(desk, args.files);
    if (files === null) return { error: 'file_not_found' };
    const to = destinations(desk, args);
    if ('error' in to) return to;
    if (args.thread_ts !== undefined && to.places.length !== 1) return { error: 'invalid_arguments' };
    const refused = refusedContent(args);
    if (refused !== null) return refused;
    const titled = files.map((file, at) =>
      desk.files.change(file.id, { title: args.files[at]?.title ?? file.name, complete: true }),
    );
    for (const place of to.places) {
      const problem = share(desk, args, titled, place);
      if (problem !== null) return problem;
    }
    for (const file of titled) noteLackOfWords(desk, file);
    return { ok: { files: titled.map(({ id }) => fileObject(desk, desk.files.find(id) ?? neverGone(id))) } };
  },
});

function neverGone(id: string): never {
  throw new Error(`the file ${id} is gone`);
}

const info = method({
  scope: 'files:read',
  args: z.object({ file: z.string() }),
  run: (desk, { file: id }) => {
    const file = desk.files.find(id);
    if (file === null || !file.complete) return { error: 'file_not_found' };
    return { ok: { file: fileObject(desk, file), comments: [], response_metadata: { next_cursor: '' } } };
  },
});

/** `files.*`: the way of a file up, in three steps, and what is told of one. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
