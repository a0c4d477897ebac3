import type { FilesInfoResponse } from '@slack/web-api';
import type { Desk } from '../desk.ts';
import { endingOf, type FileShare, type StoredFile } from '../state/files.ts';

type FileObject = NonNullable<FilesInfoResponse['file']>;

interface FileShareObject {
  readonly ts: string;
  readonly thread_ts?: string;
}

/** Whether people see it as a picture. */
export function isPicture({ mimetype }: Pick<StoredFile, 'mimetype'>): boolean {
  return mimetype.startsWith('image/');
}

/** The path under which the bot gets the bytes, with its token: `/files-pri/T…-F…/name`. */
function privatePath({ workspace }: Desk, { id }: StoredFile): string {
  return `/files-pri/${workspace.teamId}-${id}`;
}

function sharesOf(desk: Desk, shares: readonly FileShare[]): NonNullable<FileObject['shares']> {
  const told = { public: {}, private: {} } satisfies NonNullable<FileObject['shares']>;
  for (const { conversation, ts, threadTs } of shares) {
    const side: Record<string, FileShareObject[]> = isOpen(desk, conversation) ? told.public : told.private;
    side[conversation] = [
      ...(side[conversation] ?? []),
      { ts, ...(threadTs === null ? {} : { thread_ts: threadTs }) },
    ];
  }
  return told;
}

function isOpen({ workspace }: Desk, id: string): boolean {
  const found = workspace.conversation(id);
  return found !== null && found.kind === 'channel' && !found.isPrivate;
}

/** A file as Slack tells of one to a bot that may read it. */
export function fileObject(desk: Desk, file: StoredFile): FileObject {
  const { options, url, workspace } = desk;
  const places = [...new Set(file.shares.map(({ conversation }) => conversation))];
  const path = privatePath(desk, file);
  const name = encodeURIComponent(file.name);
  const ending = endingOf(file.name);
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    timestamp: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: ending === '' ? 'text' : ending,
    pretty_type: ending.toUpperCase(),
    user: file.user,
    user_team: workspace.teamId,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: file.shares.some(({ conversation }) => isOpen(desk, conversation)),
    display_as_bot: file.user === options.bot.userId,
    url_private: `${url}${path}/${name}`,
    url_private_download: `${url}${path}/download/${name}`,
    permalink: `https://${workspace.domain}.slack.com/files/${file.user}/${file.id}/${name}`,
    channels: places.filter((id) => isOpen(desk, id)),
    groups: places.filter((id) => workspace.conversation(id)?.isPrivate ?? false),
    ims: places.filter((id) => workspace.conversation(id)?.kind === 'im'),
    shares: sharesOf(desk, file.shares),
    ...(file.altText === null ? {} : { alt_txt: file.altText }),
  };
}
