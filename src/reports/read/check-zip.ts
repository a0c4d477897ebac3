import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import { mostRows } from './raw-table.ts';

/** What an Office file may unpack to, all its parts together, and how many parts it may have. */
export const mostUnpacked = 40_000_000;
const mostParts = 2_000;

/** What an Office file holds. */
export type OfficeKind = 'document' | 'workbook';

const mains: readonly (readonly [path: string, kind: OfficeKind])[] = [
  ['word/document.xml', 'document'],
  ['xl/workbook.xml', 'workbook'],
];

/**
 * Looks through a packed file before a library unpacks it: counts what every part really gives, a part at a time and
 * nothing kept, and stops where it is too much. Refuses bombs, macros, encrypted files, tables without end, and
 * document types, with which a small part can name itself large.
 */
export async function checkZip(bytes: Buffer): Promise<Outcome<OfficeKind, FileRefusal>> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  } catch {
    return refuse({ kind: 'broken' });
  }
  try {
    return await checkParts(zip);
  } catch {
    return refuse({ kind: 'broken' });
  } finally {
    zip.close();
  }
}

async function checkParts(zip: ZipFile): Promise<Outcome<OfficeKind, FileRefusal>> {
  if (zip.entryCount > mostParts) return refuse({ kind: 'unpacks-too-large', most: mostUnpacked });
  let kind: OfficeKind | null = null;
  let unpacked = 0;
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    const refusal = refusalOf(entry);
    if (refusal !== null) return refuse(refusal);
    kind = mains.find(([path]) => path === entry.fileName)?.[1] ?? kind;
    declared += entry.uncompressedSize;
    if (declared > mostUnpacked) return refuse({ kind: 'unpacks-too-large', most: mostUnpacked });
    const read = await readPart(zip, { entry, most: mostUnpacked - unpacked });
    if (!read.ok) return read;
    unpacked += read.value;
  }
  return kind === null ? refuse({ kind: 'broken' }) : accept(kind);
}

function refusalOf(entry: Entry): FileRefusal | null {
  if (entry.isEncrypted()) return { kind: 'encrypted' };
  if (/(?:vbaProject\.bin|vbaData\.xml|\/macrosheets\/.*)$/iu.test(entry.fileName)) return { kind: 'macros' };
  return null;
}

const rowTags: readonly (readonly [part: RegExp, tag: RegExp])[] = [
  [/^xl\/worksheets\/[^/]+\.xml$/u, /<(?:\w+:)?row[\s>/]/gu],
  [/^word\/document\.xml$/u, /<(?:\w+:)?tr[\s>]/gu],
];

/** How many bytes the part gives. */
async function readPart(
  zip: ZipFile,
  { entry, most }: { readonly entry: Entry; readonly most: number },
): Promise<Outcome<number, FileRefusal>> {
  const rowTag = rowTags.find(([part]) => part.test(entry.fileName))?.[1];
  const stream = await zip.openReadStreamPromise(entry);
  let [size, rows, tail] = [0, 0, ''];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) return refuse({ kind: 'unpacks-too-large', most: mostUnpacked });
      if (!/\.(?:xml|rels)$/iu.test(entry.fileName)) continue;
      const text = tail + chunk.toString('latin1');
      if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return refuse({ kind: 'broken' });
      // A tag that two pieces share is counted once: of the tail nothing is longer than a tag's beginning.
      const cut = Math.max(0, text.length - 24);
      const last = text.lastIndexOf('<', text.length);
      const end = last >= cut ? last : text.length;
      if (rowTag !== undefined) rows += text.slice(0, end).match(rowTag)?.length ?? 0;
      tail = text.slice(end);
      if (rows > mostRows) return refuse({ kind: 'too-many-rows', most: mostRows });
    }
  } finally {
    stream.destroy();
  }
  return accept(size);
}
