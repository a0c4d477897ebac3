import type { FilesInfoResponse } from '@slack/web-api';
import { LIMITS } from '../blocks/limits.ts';
import { fileObject } from '../files/file-object.ts';
import { actor, type Floor } from './floor.ts';
import { Impossible } from './impossible.ts';

/** A file as a `file_input` holds it. */
export type InputFile = NonNullable<FilesInfoResponse['file']>;

/**
 * A person puts a file into a field: it is uploaded at once and seen by nobody but its uploader and, once the view is
 * submitted, the bot.
 *
 * @throws {Impossible} for an empty file and one that Slack does not take.
 */
export function upload(
  { desk }: Floor,
  { as, name, bytes }: { readonly as: string; readonly name: string; readonly bytes: Buffer },
): InputFile {
  const person = actor(desk, as);
  if (bytes.length === 0) throw new Impossible('an empty file cannot be uploaded');
  if (bytes.length > LIMITS.file.bytes) throw new Impossible('the file is too large');
  const created = desk.options.clock.now().getTime();
  const { file } = desk.files.begin({ user: person.id, name, size: bytes.length, created });
  return fileObject(desk, desk.files.change(file.id, { bytes, complete: true }));
}
