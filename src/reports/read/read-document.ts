import mammoth from 'mammoth';
import type { Outcome } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { RawTable } from './raw-table.ts';
import { readHtmlTable } from './read-html-table.ts';

/** The tables and paragraphs of a Word document that was checked. Pictures are left out, links are not followed. Rejects where the file is no document. */
export async function readDocument(bytes: Buffer): Promise<Outcome<RawTable, FileRefusal>> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
    },
  );
  return readHtmlTable(value);
}
