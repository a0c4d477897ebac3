import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import { decodeText } from './decode-text.ts';
import { findGrid, type ReadGrid } from './find-grid.ts';
import { readTextTable } from './read-text-table.ts';

/** A file as somebody handed it over. */
export interface TableFile {
  /** With its extension: it says how the content is read. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is read: a hundred times the published table. */
export const mostBytes = 10_000_000;

/**
 * The table in a file: text with tabs, HTML, Excel or Word. Gives the grid and what was noticed in its rows, or one
 * refusal. What knows a format is loaded when the first file of that format comes. Never rejects for what is in the file; takes no more than some 200 MB for any file that it reads.
 */
export async function readTableFile({ name, bytes }: TableFile): Promise<Outcome<ReadGrid, FileRefusal>> {
  const extension = /\.([^./\\]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > mostBytes) return refuse({ kind: 'too-large', size: bytes.length, most: mostBytes });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (extension) {
    case 'txt':
    case 'tsv':
      return readAsText(buffer, { extension, html: false });
    case 'html':
    case 'htm':
      return readAsText(buffer, { extension, html: true });
    case 'xlsx':
      return readOffice(buffer, 'workbook', extension);
    case 'docx':
      return readOffice(buffer, 'document', extension);
    case 'docm':
    case 'xlsm':
      return refuse({ kind: 'macros' });
    default:
      return refuse({ kind: 'unknown-format', extension });
  }
}

async function readAsText(
  bytes: Buffer,
  { extension, html }: { readonly extension: string; readonly html: boolean },
): Promise<Outcome<ReadGrid, FileRefusal>> {
  if (isPacked(bytes) || isCompound(bytes)) return refuse({ kind: 'other-content', extension });
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const readTable = html ? (await import('./read-html-table.ts')).readHtmlTable : readTextTable;
  const table = readTable(text.value);
  return table.ok ? findGrid(table.value) : table;
}

async function readOffice(
  bytes: Buffer,
  kind: 'workbook' | 'document',
  extension: string,
): Promise<Outcome<ReadGrid, FileRefusal>> {
  // What Office encrypts is packed into a file of its old formats.
  if (isCompound(bytes)) {
    return refuse(isEncrypted(bytes) ? { kind: 'encrypted' } : { kind: 'other-content', extension });
  }
  if (!isPacked(bytes)) return refuse({ kind: 'other-content', extension });
  const { checkZip } = await import('./check-zip.ts');
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  if (checked.value !== kind) return refuse({ kind: 'other-content', extension });
  try {
    return await (kind === 'workbook' ? findInSheets(bytes) : findInDocument(bytes));
  } catch {
    // The libraries throw on parts that contradict each other: for a person the file is broken.
    return refuse({ kind: 'broken' });
  }
}

async function findInDocument(bytes: Buffer): Promise<Outcome<ReadGrid, FileRefusal>> {
  const { readDocument } = await import('./read-document.ts');
  const table = await readDocument(bytes);
  return table.ok ? findGrid(table.value) : table;
}

/** The table of the first sheet that has one. */
async function findInSheets(bytes: Buffer): Promise<Outcome<ReadGrid, FileRefusal>> {
  const { readWorkbook } = await import('./read-workbook.ts');
  const grids = (await readWorkbook(bytes)).map(findGrid);
  const withHeader = grids.find(
    (each) => each.ok && !each.value.problems.some(({ kind }) => kind === 'no-header'),
  );
  const found =
    withHeader ??
    grids.find(({ ok }) => ok) ??
    grids.find((each) => !each.ok && each.refusal.kind !== 'empty');
  if (found === undefined) return refuse({ kind: 'empty' });
  return found.ok ? accept(found.value) : found;
}

function isPacked(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK';
}

function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1';
}

function isEncrypted(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
