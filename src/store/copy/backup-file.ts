import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { codeOf } from '../refusal.ts';
import { CopyRefusal } from './refusal.ts';

/** The first line of a backup. */
export const BackupHeader = z.object({
  format: z.literal('shinchoku-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Those that the store had, oldest first. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** The lines that are no rows. */
export const BackupMark = z.union([
  BackupHeader,
  z.object({
    table: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    key: z.array(z.string()),
  }),
  z.object({ end: z.string(), rows: z.number(), sha256: z.string() }),
  z.object({
    counters: z.array(
      z.object({ table: z.string(), column: z.string(), last: z.string(), isCalled: z.boolean() }),
    ),
  }),
  /** The last line: of all lines before it. */
  z.object({ complete: z.literal(true), sha256: z.string() }),
]);

export type BackupMark = z.infer<typeof BackupMark>;

export const BackupRow = z.array(z.string().nullable());

/**
 * Writes lines into a compressed file that is whole or not there: under another name first, and on the disk before it
 * gets its own. Only its owner may read it.
 */
export async function writeBackupFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.part`;
  await refuseExisting(file);
  try {
    const out = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(sealed(lines)), createGzip(), out);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw refusalOf(error, file) ?? error;
  }
}

async function refuseExisting(file: string): Promise<void> {
  const handle = await open(file, 'r').catch(() => null);
  await handle?.close();
  if (handle !== null)
    throw new CopyRefusal(`${file} is there already. Name another file: a backup is never overwritten.`);
}

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(line);
    yield line;
  }
  yield `${JSON.stringify({ complete: true, sha256: hash.digest('hex') })}\n`;
}

/**
 * The lines of a backup without their ends.
 *
 * @throws CopyRefusal where the file is not there, was cut off, or is not the one that was written; by then lines
 * may have been given: what is done with them has to be taken back
 */
export async function* readBackupFile(file: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let last: string | null = null;
  try {
    for await (const line of linesOf(file)) {
      if (last !== null) {
        hash.update(`${last}\n`);
        yield last;
      }
      last = line;
    }
  } catch (error) {
    throw refusalOf(error, file) ?? error;
  }
  const seal = z.object({ complete: z.literal(true), sha256: z.string() }).safeParse(parsed(last ?? ''));
  if (!seal.success || seal.data.sha256 !== hash.digest('hex')) throw damaged(file);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip().setEncoding('utf8');
  source.on('error', (error) => text.destroy(error));
  source.pipe(text);
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What is in a file that is no backup, or not whole. */
export function damaged(file: string): CopyRefusal {
  return new CopyRefusal(
    `${file} is no whole backup: it was cut off or changed. Nothing was changed; use another one.`,
  );
}

function refusalOf(error: unknown, file: string): CopyRefusal | null {
  const code = codeOf(error);
  if (error instanceof CopyRefusal) return error;
  if (code === 'ENOENT') return new CopyRefusal(`${file} is not there. Correct its name.`);
  if (code === 'EACCES' || code === 'EISDIR')
    return new CopyRefusal(`${file} cannot be used (${code}). Name another file.`);
  if (code === 'ENOSPC')
    return new CopyRefusal(`There is no room for ${file} on its disk. Make room, or name another.`);
  return code.startsWith('Z_') || code === 'ERR_BUFFER_OUT_OF_BOUNDS' ? damaged(file) : null;
}
